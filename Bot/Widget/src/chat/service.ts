import type { FormCheck } from '../cards/form';
import type { Language } from '../texts/language';

/** The questions that have an answer, or the wards of today. */
export async function list(server: string, language: Language, name: 'titles' | 'wards'): Promise<string[]> {
  const path = language === 'en' ? '/en/guidance' : '/huong-dan';
  const response = await fetch(`${server}${path}/${name}.json`, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return (await response.json()) as string[];
}

/** Who waits longer goes on: the service checks again when the form is sent. */
const checkLimitMs = 4_000;

/** What is wrong with the values of a form; undefined where the service cannot be asked. */
export async function check(server: string, locale: string, values: unknown): Promise<FormCheck | undefined> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), checkLimitMs);
  try {
    const response = await fetch(`${server}/api/widget/form-check`, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ locale, values }),
      signal: limit.signal,
    });
    return response.ok ? ((await response.json()) as FormCheck) : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
