/** Cuts a text that is longer than a message may be: at the end of a paragraph, a sentence or a word, whichever is nearest to the limit. */
export function split(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const head = rest.slice(0, limit);
    const cut = [/[\s\S]*\n\s*\n/, /[\s\S]*\n/, /[\s\S]*[.!?…](?=\s)/, /[\s\S]*\s/]
      .map(pattern => pattern.exec(head)?.[0].length ?? 0)
      .find(length => length > limit / 2) ?? safeEnd(head);
    parts.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return rest ? [...parts, rest] : parts;
}

/** Never between the halves of a character outside the basic plane. */
function safeEnd(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.length - 1 : text.length;
}
