export type Child = Node | string | undefined | false;

/** Makes an element; `undefined` and `false` attributes and children are left out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K, attributes: Record<string, string | boolean | undefined> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, '');
    else if (value !== undefined && value !== false) element.setAttribute(key, value);
  }
  for (const child of children) if (child !== undefined && child !== false) element.append(child);
  return element;
}
