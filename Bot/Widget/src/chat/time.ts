import { localeOf, type Language } from '../texts/language';

/** The clock time of a message, in the visitor's own time zone. */
export function clock(timestamp: string, language: Language): string {
  const at = new Date(timestamp);
  if (Number.isNaN(at.getTime())) return '';
  return new Intl.DateTimeFormat(localeOf(language), { hour: '2-digit', minute: '2-digit', hour12: false }).format(at);
}

/** The heading above a day's messages. */
export function day(timestamp: string, now: Date, language: Language, words: { today: string; yesterday: string }): string {
  const at = new Date(timestamp);
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  if (days === 0) return words.today;
  if (days === 1) return words.yesterday;
  return new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric' }).format(at);
}

export const sameDay = (a: string, b: string): boolean => midnight(new Date(a)) === midnight(new Date(b));

const midnight = (at: Date): number => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
