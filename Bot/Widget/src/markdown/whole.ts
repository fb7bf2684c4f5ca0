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
  const add = (part: string, whole: boolean): void => {
    const last = out[out.length - 1];
    if (!whole && last && !last.whole) last.text += part;
    else if (part) out.push({ text: part, whole });
  };
  // No lookbehind: Safari before 16.4 does not load a script that has one.
  const numbers = /(^|[\s("“'*])([\p{L}\p{N}]+(?:[-/][\p{L}\p{N}]+)+)(?![^\s)"”'*.,;:!?])/gu;
  const kept = keepAmounts(text);
  let end = 0;
  for (let match = numbers.exec(kept); match; match = numbers.exec(kept)) {
    const start = match.index + match[1]!.length;
    add(kept.slice(end, start), false);
    end = start + match[2]!.length;
    add(match[2]!, match[2]!.length <= longest && /\p{N}/u.test(match[2]!));
  }
  add(kept.slice(end), false);
  return out;
}

/** A number, its unit, and a second word of that. */
const units = '%|triệu|tỷ|nghìn|đồng|ngày|tháng|năm(?! sau)|người|million|billion|days?|months?|years?';
const numbered = new RegExp(`([0-9]) (${units})(?![\\p{L}\\p{N}])( đồng)?`, 'gu');

/** A no-break space between an amount and its unit: “50 %” must not become “50” at the end of a line and “%” on the next. */
function keepAmounts(text: string): string {
  return text.replace(numbered, (_, digit: string, unit: string, dong?: string) =>
    `${digit}\u00a0${unit}${dong ? '\u00a0đồng' : ''}`);
}
