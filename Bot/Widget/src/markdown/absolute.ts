/**
 * An address without a host is one of the service, which this script came from (`…/widget/chat-….js`, behind a proxy with a path before
 * it); the page may be anybody's.
 */
export function absolute(url: string, script = import.meta.url): string {
  return /^\/[^/\\]/.test(url) ? script.replace(/\/widget\/[^/]*$/, '') + url : url;
}
