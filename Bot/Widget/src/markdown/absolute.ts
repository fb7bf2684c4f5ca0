let service = '';

/** Says where the service is: its answers carry addresses without a host. */
export const setService = (server: string): void => { service = server; };

/** An address without a host is one of the service, behind a proxy with a path before it; the page may be anybody's. */
export const absolute = (url: string, server = service): string => (/^\/[^/\\]/.test(url) ? server + url : url);
