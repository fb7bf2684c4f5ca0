import { serverOf } from './script';
import { languageOf, type Language } from '../texts/language';

export type Theme = 'light' | 'dark' | 'auto';

/** How a page configures the widget: `data-…` on the script, or the same names as attributes of the element. */
export interface Settings {
  /** Address of the assistant's server, with the path where a proxy adds one, without a trailing slash. */
  server: string;
  language: Language;
  theme: Theme;
  position: 'left' | 'right';
  open: boolean;
}

export function settingsOf(read: (name: string) => string | null | undefined, scriptUrl: string, pageLanguage: string): Settings {
  const theme = read('theme');
  const open = read('open');
  return {
    server: (read('server') || serverOf(scriptUrl)).replace(/\/+$/, ''),
    language: languageOf(read('lang') || pageLanguage),
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    position: read('position') === 'left' ? 'left' : 'right',
    open: open !== null && open !== undefined && open !== 'false',
  };
}
