/** A piece of a text; `whole` must not be broken across lines. */
export interface Piece {
  text: string;
  whole: boolean;
}

/** Longer ones would not fit on a narrow screen. */
const longest = 24;

/** Numbers of cases, documents and branches (`HN-2026-000123-7`, `80/2021/NĐ-CP`) can be read and copied only in one piece. */
export function pieces(text: string): Piece[] {
  const out: Piece[] = [];
  for (const part of text.split(/((?<![^\s("“'*])[\p{L}\p{N}]+(?:[-/][\p{L}\p{N}]+)+(?![^\s)"”'*.,;:!?]))/u)) {
    const whole = part.length <= longest && /\p{N}/u.test(part) && /^[\p{L}\p{N}]+(?:[-/][\p{L}\p{N}]+)+$/u.test(part);
    const last = out.at(-1);
    if (!whole && last && !last.whole) last.text += part;
    else if (part) out.push({ text: part, whole });
  }
  return out;
}
