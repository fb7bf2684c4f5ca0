/** What the chat cannot do without, and what no fallback replaces. */
const required: Record<string, (page: Window & typeof globalThis) => unknown> = {
  customElements: page => page.customElements,
  attachShadow: page => page.Element.prototype.attachShadow,
  fetch: page => page.fetch,
  AbortController: page => page.AbortController,
  URL: page => page.URL,
  matchMedia: page => page.matchMedia,
};

/** The names of what this browser lacks; empty where the chat works. */
export const missing = (page: Window & typeof globalThis): string[] => Object.keys(required).filter(name => !required[name]!(page));

/** Instead of the chat: a plain link to the pages that any browser shows. Built without anything that may be lacking. */
export function showPlainLink(server: string, path: string, text: string): void {
  const link = document.createElement('a');
  link.className = 'policy-assistant-plain';
  link.href = server + path;
  link.textContent = text;
  const looks: Record<string, string> = {
    position: 'fixed', right: '16px', bottom: '16px', 'z-index': '2147483000', 'max-width': '280px', padding: '12px 16px',
    border: '1px solid', background: '#fff', color: '#08455f', font: '16px/1.5 sans-serif',
  };
  for (const name of Object.keys(looks)) link.style.setProperty(name, looks[name]!);
  document.body.appendChild(link);
}
