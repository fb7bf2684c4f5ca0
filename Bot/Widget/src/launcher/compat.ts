/** Short forms of what only browsers of the last years have; the widget works in those of 2019 (docs/embedding.md lists what it needs). */

export const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1];

/** Element.replaceChildren. */
export function setChildren(element: Element, ...children: (Node | string)[]): void {
  element.textContent = '';
  element.append(...children);
}

/** MediaQueryList.addEventListener; Safari 13 has only addListener. Returns what ends it. */
export function onMediaChange(media: MediaQueryList, react: () => void): () => void {
  if (typeof media.addEventListener === 'function') {
    media.addEventListener('change', react);
    return () => media.removeEventListener('change', react);
  }
  media.addListener(react);
  return () => media.removeListener(react);
}

/** Element.checkVisibility. */
export const isVisible = (element: Element): boolean => element.getClientRects().length > 0;
