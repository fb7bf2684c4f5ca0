/** An address without a host is one of the service, which this script came from; the page may be anybody's. */
export function absolute(url: string): string {
  return /^\/[^/\\]/.test(url) ? new URL(url, import.meta.url).href : url;
}
