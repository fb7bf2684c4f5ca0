import type { ConnectionState } from '../client/conversation';
import { icon } from '../launcher/dom';
import type { chat } from '../texts/vi';
import { fill } from '../texts/language';
import { h } from './h';
import { icons } from './icons';

export interface PanelCalls {
  close(): void;
  renew(): void;
  /** The numbers of the visitor's requests that are left behind with the conversation. */
  openCases(): string[];
  switchLanguage(): void;
}

/** The frame: header, connection state, the question before a new conversation, and room for the log and the composer. */
export class Panel {
  readonly element: HTMLElement;
  private readonly title = h('h2', { id: 'title' });
  private readonly subtitle = h('p');
  private readonly language = h('button', { type: 'button', class: 'language' });
  private readonly renew = h('button', { type: 'button' }, icon(icons.renew));
  private readonly close = h('button', { type: 'button' }, icon(icons.close));
  private readonly status = h('p', { class: 'status', role: 'status' });
  private readonly question = h('p', { id: 'renew-question' });
  private readonly yes = h('button', { type: 'button', class: 'primary' });
  private readonly no = h('button', { type: 'button' });
  private readonly confirm = h('div', { class: 'confirm', role: 'group', 'aria-labelledby': 'renew-question', hidden: true },
    this.question, h('div', {}, this.yes, this.no));
  private texts!: typeof chat;
  private state: ConnectionState = 'connecting';

  constructor(private readonly calls: PanelCalls, log: HTMLElement, composer: HTMLElement) {
    this.element = h('section', { class: 'panel', role: 'dialog', 'aria-labelledby': 'title', tabindex: '-1', hidden: true },
      h('header', {},
        h('div', { class: 'mark', 'aria-hidden': 'true' }, icon(icons.shield)),
        h('div', { class: 'names' }, this.title, this.subtitle),
        this.language, this.renew, this.close),
      this.status, this.confirm, log, composer);
    this.close.onclick = calls.close;
    this.language.onclick = calls.switchLanguage;
    this.renew.onclick = () => this.ask(true);
    this.no.onclick = () => this.ask(false);
    this.yes.onclick = () => {
      this.ask(false);
      calls.renew();
    };
    this.element.onkeydown = event => {
      // 229: Safari reports so the Escape that cancels a composition.
      if (event.key !== 'Escape' || event.isComposing || event.keyCode === 229) return;
      event.stopPropagation();
      if (this.confirm.hidden) calls.close();
      else this.ask(false);
    };
  }

  speak(texts: typeof chat): void {
    this.texts = texts;
    this.title.textContent = texts.title;
    this.subtitle.textContent = texts.subtitle;
    this.language.textContent = texts.language;
    this.language.title = texts.languageName;
    this.askWhat();
    this.yes.textContent = texts.renewYes;
    this.no.textContent = texts.renewNo;
    for (const [button, name] of [[this.renew, texts.renew], [this.close, texts.close]] as const) {
      button.title = name;
      button.setAttribute('aria-label', name);
    }
    this.show(this.state);
  }

  /** Says how the connection is, and nothing when all is well. */
  show(state: ConnectionState): void {
    this.state = state;
    this.element.dataset['state'] = state;
    this.status.textContent = state === 'online' ? '' : this.texts[state];
  }

  private ask(open: boolean): void {
    this.askWhat();
    this.confirm.hidden = !open;
    (open ? this.no : this.renew).focus();
  }

  /** A new conversation forgets the old one in this browser, so that the next person at a shared computer finds nothing of it. */
  private askWhat(): void {
    const cases = this.calls.openCases();
    this.question.textContent = cases.length > 0
      ? fill(this.texts.renewLeavesCases, cases.join(', '))
      : this.texts.renewQuestion;
  }
}
