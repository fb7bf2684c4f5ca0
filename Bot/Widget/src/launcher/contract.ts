import type { Language } from '../texts/language';

/** Where the chat covers the whole page. */
export const phone = '(max-width: 640px), (max-height: 480px)';

/** What the launcher gives the chat. */
export interface ChatHost {
  root: ShadowRoot;
  server: string;
  language: Language;
  close(): void;
  unread(count: number): void;
  languageChanged(language: Language): void;
}

/** What the chat gives the launcher. */
export interface Chat {
  open(focus: boolean): void;
  close(): void;
  ask(question: string): void;
  speak(language: Language): void;
  dispose(): void;
}

export interface ChatModule {
  createChat(host: ChatHost): Chat;
}
