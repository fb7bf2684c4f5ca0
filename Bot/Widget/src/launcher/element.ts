import { sessionKey } from '../client/session';
import { launcher as en } from '../texts/en';
import { fill, languageOf, type Language } from '../texts/language';
import { launcher as vi } from '../texts/vi';
import { onMediaChange } from './compat';
import { phone, type Chat, type ChatModule } from './contract';
import { adopt, icon } from './dom';
import css from './launcher.css';
import { settingsOf, type Settings } from './settings';

const bubble = 'M12 3C6.8 3 2.6 6.6 2.6 11c0 2.5 1.3 4.7 3.4 6.2-.1 1.3-.6 2.5-1.5 3.5-.2.3 0 .7.4.6 2.1-.3 3.8-1.1 5-2 .7.1 1.4.2 2.1.2 '
  + '5.2 0 9.4-3.6 9.4-8.5S17.2 3 12 3ZM8 9h8a.9.9 0 0 1 0 1.8H8A.9.9 0 0 1 8 9Zm0 3.6h5.2a.9.9 0 0 1 0 1.8H8a.9.9 0 0 1 0-1.800Z';
const openKey = 'policy-assistant:open';

/** The launcher button, and the host of the chat, which is loaded when it is first wanted. */
export class PolicyAssistantElement extends HTMLElement {
  static scriptUrl = '';

  private settings!: Settings;
  private button!: HTMLButtonElement;
  private label!: HTMLElement;
  private badge!: HTMLElement;
  private chat: Promise<Chat> | undefined;
  private opened = false;
  private unread = 0;
  private unlisten: (() => void) | undefined;
  /** What had the focus when the chat was opened, outside of it. */
  private returnTo: HTMLElement | undefined;
  private readonly darkPreferred = matchMedia('(prefers-color-scheme: dark)');
  private readonly paint = (): void => {
    const { theme } = this.settings;
    this.toggleAttribute('dark', theme === 'dark' || (theme === 'auto' && this.darkPreferred.matches));
  };

  /** The page's rules for everything, even with !important, must not move or hide the chat. */
  private readonly toScreen = (): void => {
    this.toggleAttribute('printing', false);
    this.place({ display: 'block', position: 'fixed', visibility: 'visible', opacity: '1', transform: 'none', filter: 'none' });
  };

  /** An open chat is printed, a closed one is not. */
  private readonly toPaper = (): void => {
    this.toggleAttribute('printing', this.opened);
    this.place(this.opened ? { position: 'static' } : { display: 'none' });
  };

  connectedCallback(): void {
    if (this.unlisten) return;
    if (!this.shadowRoot) this.build();
    this.unlisten = onMediaChange(this.darkPreferred, this.paint);
    this.paint();
    this.speak(this.settings.language);
    addEventListener('beforeprint', this.toPaper);
    addEventListener('afterprint', this.toScreen);
    this.greet();
  }

  /** A page that moves the element takes it away and puts it back at once: that ends nothing. */
  disconnectedCallback(): void {
    void Promise.resolve().then(() => {
      if (!this.isConnected) this.end();
    });
  }

  private end(): void {
    if (!this.unlisten) return;
    removeEventListener('beforeprint', this.toPaper);
    removeEventListener('afterprint', this.toScreen);
    this.unlisten();
    this.unlisten = undefined;
    this.opened = false;
    this.unread = 0;
    this.show();
    void this.chat?.then(chat => chat.dispose(), () => undefined);
    this.chat = undefined;
  }

  private build(): void {
    this.settings = settingsOf(n => this.getAttribute(n), PolicyAssistantElement.scriptUrl, document.documentElement.lang);
    this.toScreen();
    const root = this.attachShadow({ mode: 'open' });
    adopt(root, css, this.settings.server);
    this.button = document.createElement('button');
    this.button.type = 'button';
    this.button.className = 'launcher';
    this.button.setAttribute('aria-haspopup', 'dialog');
    this.label = document.createElement('span');
    this.badge = document.createElement('b');
    this.badge.hidden = true;
    this.button.append(icon(bubble), this.label, this.badge);
    this.button.onclick = () => (this.opened ? this.close() : this.open());
    // The chat is fetched while the pointer or the focus is still on its way.
    this.button.onpointerenter = this.button.onfocus = () => void this.load().catch(() => undefined);
    root.append(this.button);
    this.toggleAttribute('left', this.settings.position === 'left');
  }

  /** Opens the chat. */
  open(focus = true): void {
    const { activeElement } = document;
    if (activeElement !== this) {
      this.returnTo = activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : undefined;
    }
    this.opened = true;
    this.show();
    this.remember();
    this.busy(true);
    this.load().then(
      chat => {
        this.busy(false);
        if (this.opened) chat.open(focus);
      },
      () => {
        this.busy(false);
        this.opened = false;
        this.show();
        this.button.setAttribute('aria-label', this.texts.loadFailed);
        this.label.textContent = this.texts.loadFailed;
      });
  }

  close(): void {
    this.opened = false;
    this.show();
    this.remember();
    // A focus that is elsewhere on the page stays there.
    const isInside = document.activeElement === this;
    void this.chat?.then(chat => chat.close(), () => undefined);
    if (isInside) (this.returnTo?.isConnected ? this.returnTo : this.button).focus();
    this.returnTo = undefined;
  }

  /** Opens the chat and asks. */
  ask(question: string): void {
    this.open();
    void this.load().then(chat => chat.ask(question), () => undefined);
  }

  /** Shows the widget in another language. */
  setLanguage(tag: string): void {
    this.speak(languageOf(tag));
    void this.chat?.then(chat => chat.speak(this.settings.language), () => undefined);
  }

  /**
   * Opens at once where the page wants it or the visitor left it open; resumes quietly where a conversation is remembered. Where the
   * chat covers the page and was open, the focus goes back into it: what lies under it cannot be reached.
   */
  private greet(): void {
    if (remembered(sessionStorage0, openKey)) this.open(matchMedia(phone).matches);
    else if (this.settings.open) this.open(false);
    else if (remembered(localStorage0, sessionKey(this.settings.server))) {
      const idle = window.requestIdleCallback ?? ((f: () => void) => setTimeout(f, 300));
      idle(() => void this.load().catch(() => undefined));
    }
  }

  private get texts(): typeof vi {
    return this.settings.language === 'en' ? en : vi;
  }

  private load(): Promise<Chat> {
    return (this.chat ??= import(new URL(CHAT_FILE, PolicyAssistantElement.scriptUrl).href).then(
      (module: ChatModule) => module.createChat({
        root: this.shadowRoot!,
        server: this.settings.server,
        language: this.settings.language,
        close: () => this.close(),
        unread: count => {
          this.unread = count;
          this.show();
        },
        languageChanged: language => this.speak(language),
      }),
      (error: unknown) => {
        this.chat = undefined;
        throw error;
      }));
  }

  private speak(language: Language): void {
    this.settings.language = language;
    this.lang = language;
    this.label.textContent = this.texts.label;
    this.show();
  }

  private place(properties: Record<string, string>): void {
    for (const [name, value] of Object.entries(properties)) this.style.setProperty(name, value, 'important');
  }

  private busy(busy: boolean): void {
    this.button.toggleAttribute('data-busy', busy);
  }

  private show(): void {
    const { open, close, unread } = this.texts;
    const count = this.opened ? 0 : this.unread;
    this.badge.hidden = count === 0;
    this.badge.textContent = count > 9 ? '9+' : String(count);
    // The tab says it too: people wait for a reply on another page.
    document.title = (count > 0 ? `(${count}) ` : '') + document.title.replace(/^\(\d+\) /, '');
    this.button.setAttribute('aria-expanded', String(this.opened));
    const closed = [this.texts.label, open, ...(count ? [fill(unread, count)] : [])].join(' – ');
    this.button.setAttribute('aria-label', this.opened ? close : closed);
    this.toggleAttribute('opened', this.opened);
  }

  /** Whether the chat was open goes with the visitor to the next page of this tab. */
  private remember(): void {
    try {
      sessionStorage[this.opened ? 'setItem' : 'removeItem'](openKey, '1');
    } catch { /* storage denied: the chat is closed on the next page */ }
  }
}

const sessionStorage0 = (): Storage => sessionStorage;
const localStorage0 = (): Storage => localStorage;

function remembered(storage: () => Storage, key: string): boolean {
  try {
    return storage().getItem(key) !== null;
  } catch {
    return false;
  }
}
