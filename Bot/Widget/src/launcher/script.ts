const path = /\/widget\/widget\.js(?:[?#]|$)/;

/**
 * The script element that the widget came from. Scripts of type module and scripts that a tag manager runs later are not
 * `document.currentScript`: then it is the last one with the widget's path.
 */
export function findScript(current: Element | null, scripts: ArrayLike<HTMLScriptElement>): HTMLScriptElement | undefined {
  if (current && path.test((current as HTMLScriptElement).src)) return current as HTMLScriptElement;
  return Array.from(scripts).filter(script => path.test(script.src)).pop();
}

/** Where the server is, from the address of its script: with the path under which a proxy serves it, without a trailing slash. */
export const serverOf = (scriptUrl: string): string => scriptUrl.replace(/[?#].*$/, '').replace(path, '').replace(/\/+$/, '');
