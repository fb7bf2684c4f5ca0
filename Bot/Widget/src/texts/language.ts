export type Language = 'vi' | 'en';

/** Vietnamese unless English is plainly asked for. */
export const languageOf = (tag: string | null | undefined): Language => (/^en\b/i.test(tag ?? '') ? 'en' : 'vi');

export const localeOf = (language: Language): string => (language === 'en' ? 'en-GB' : 'vi-VN');

export const fill = (text: string, value: number | string): string => text.replace('{count}', () => String(value));
