import type { Entry, Transcript } from '../client/transcript';
import type { CardAction } from '../client/protocol';
import { safeHref } from '../markdown/ast';
import { externalLink } from '../markdown/dom';
import { last, setChildren } from '../launcher/compat';
import { icon } from '../launcher/dom';
import { h } from './h';
import { icons } from './icons';
import { renderMessage, type MessageUse } from './message';
import { day, sameDay } from './time';

const batchMs = 2_500;

/** Why another conversation is shown. */
export type Notice = 'renewed' | 'moved';

/** The scrolling part: messages by day, suggestions, the typing sign, and where the reader stands in it. */
export class Log {
  readonly element: HTMLElement;
  private readonly messages = h('div', { class: 'messages', role: 'log', 'aria-live': 'polite', 'aria-relevant': 'additions' });
  /** Beside the messages, so that drawing them anew leaves it alone. */
  private readonly note = h('div', { class: 'note', role: 'status' });
  private readonly suggestions = h('div', { class: 'suggestions', role: 'group' });
  private readonly typing = h('div', { class: 'typing', role: 'status' });
  private readonly scroller = h('div', { class: 'scroller', tabindex: '0', role: 'region' },
    this.note, this.messages, this.suggestions, this.typing);
  private readonly jump = h('button', { type: 'button', class: 'jump', hidden: true });
  private readonly drawn = new Map<string, HTMLElement>();
  private use!: MessageUse;
  private told: Notice | undefined;
  private changedAt = 0;
  /** The first of the messages that came together, and when the last of them came. */
  private batch: { first: HTMLElement | undefined; at: number } = { first: undefined, at: 0 };

  constructor(private readonly transcript: Transcript, private readonly choose: (action: CardAction) => void) {
    this.element = h('div', { class: 'log' }, this.scroller, this.jump);
    this.jump.onclick = () => this.toEnd(true);
    this.scroller.onscroll = () => { if (this.atEnd) this.jump.hidden = true; };
    // A card that is drawn a moment after its message must not push it out of sight. What the reader unfolds later stays put.
    let height = 0;
    if (typeof ResizeObserver === 'undefined') return;
    new ResizeObserver(() => {
      const grown = this.messages.offsetHeight - height;
      height += grown;
      const gap = this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight;
      if (grown > 0 && gap - grown < 80 && Date.now() - this.changedAt < batchMs) this.showNewest();
    }).observe(this.messages);
  }

  speak(use: MessageUse): void {
    this.use = use;
    this.element.setAttribute('data-drop-text', use.texts.dropFiles);
    this.scroller.setAttribute('aria-label', use.texts.log);
    this.messages.setAttribute('aria-label', use.texts.log);
    this.suggestions.setAttribute('aria-label', use.texts.suggestions);
    setChildren(this.jump, icon(icons.arrowDown), use.texts.newMessages);
    this.notice(this.told);
    this.redraw();
  }

  /** Draws everything anew: another language, or another conversation. Not announced. A form that is being filled in stays. */
  redraw(): void {
    const root = this.element.getRootNode() as ShadowRoot;
    const focused = root.activeElement as HTMLElement | null | undefined;
    const top = this.scroller.scrollTop;
    this.messages.setAttribute('aria-live', 'off');
    this.drawn.clear();
    setChildren(this.messages);
    for (const entry of this.transcript.entries) this.place(entry);
    this.suggest();
    this.changedAt = Date.now();
    if (focused?.isConnected && focused !== root.activeElement) {
      focused.focus({ preventScroll: true });
      this.scroller.scrollTop = top;
    } else this.toEnd();
    requestAnimationFrame(() => this.messages.setAttribute('aria-live', 'polite'));
  }

  /** Draws one entry where it belongs. */
  update(entry: Entry): void {
    this.changedAt = Date.now();
    const together = entry.status === 'received' && Date.now() - this.batch.at < batchMs;
    const follow = this.atEnd || entry.status === 'sending' || together;
    if (entry.status === 'waiting' || entry.status === 'failed') this.showTyping(false);
    this.place(entry);
    this.suggest();
    if (entry.status === 'received') {
      this.showTyping(false);
      this.batch = { first: together && this.batch.first?.isConnected ? this.batch.first : this.drawn.get(entry.key), at: Date.now() };
    } else if (entry.status === 'sending') this.batch.at = 0;
    if (follow) this.showNewest();
    else if (entry.status === 'received') this.jump.hidden = false;
  }

  /** Forms that are being filled in are not kept: the visitor leaves the conversation. */
  forgetForms(): void {
    this.messages.querySelectorAll('.card.form').forEach(form => form.dispatchEvent(new Event('forget')));
  }

  /** Takes away an entry that the transcript has no more. */
  erase(entry: Entry): void {
    this.drawn.get(entry.key)?.remove();
    this.drawn.delete(entry.key);
  }

  showTyping(on: boolean): void {
    if (this.typing.childElementCount > 0 === on) return;
    const follow = this.atEnd;
    setChildren(this.typing, ...(on ? [h('span', { class: 'hidden' }, this.use.texts.typing), h('i', {}), h('i', {}), h('i', {})] : []));
    if (follow) this.toEnd();
  }

  /** Says why another conversation is shown, in the language of the chat, until it is taken away. */
  notice(told: Notice | undefined): void {
    this.told = told;
    setChildren(this.note, ...(told ? [h('p', { class: 'notice' }, this.use.texts[told])] : []));
  }

  toEnd(smooth = false): void {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? 'smooth' : 'instant' });
    this.jump.hidden = true;
  }

  private place(entry: Entry): void {
    const old = this.drawn.get(entry.key);
    const made = renderMessage(entry, this.use);
    if (!made) {
      old?.remove();
      return;
    }
    this.drawn.set(entry.key, made);
    const { entries } = this.transcript;
    const at = entries.indexOf(entry);
    const next = entries.slice(at + 1).map(e => this.drawn.get(e.key)).find(e => e?.isConnected);
    if (old?.isConnected && old.nextElementSibling === (next ?? null)) old.replaceWith(made);
    else {
      old?.remove();
      this.messages.insertBefore(made, next ?? null);
    }
    this.dayAbove(made, entry, entries.slice(0, at).filter(e => e.activity.timestamp).pop());
    this.join(made.previousElementSibling, made);
    this.join(made, made.nextElementSibling);
  }

  /** Messages of one side in a row stand closer, and of one minute only the last shows the time. */
  private join(above: Element | null, below: Element | null): void {
    if (!below?.classList.contains('message')) return;
    const sameSide = !!above?.classList.contains('message')
      && ['mine', 'human'].every(side => above.classList.contains(side) === below.classList.contains(side));
    below.classList.toggle('joined', sameSide);
    const minute = (message: Element | null): string => message?.querySelector('time')?.textContent ?? '';
    above?.classList.toggle('untimed', sameSide && minute(above) !== '' && minute(above) === minute(below));
  }

  private dayAbove(made: HTMLElement, entry: Entry, before: Entry | undefined): void {
    const at = entry.activity.timestamp;
    if (!at || made.previousElementSibling?.classList.contains('day')) return;
    if (before?.activity.timestamp && sameDay(before.activity.timestamp, at)) return;
    made.before(h('p', { class: 'day' }, day(at, new Date(), this.use.language, this.use.texts)));
  }

  /** The suggestions of the newest message, until the visitor says something. */
  private suggest(): void {
    const newest = last(this.transcript.entries);
    const actions = newest?.status === 'received' ? newest.activity.suggestedActions?.actions ?? [] : [];
    setChildren(this.suggestions, ...actions.map(action => {
      const href = action.type === 'openUrl' && typeof action.value === 'string' ? safeHref(action.value) : undefined;
      if (href) return externalLink(href, action.title ?? href);
      const button = h('button', { type: 'button' }, action.title ?? String(action.value ?? ''));
      button.onclick = () => this.choose(action);
      return button;
    }));
  }

  /** To the end, but never past the beginning of what came together: a long answer is read from its start. */
  private showNewest(): void {
    this.toEnd();
    const { first, at } = this.batch;
    if (!first?.isConnected || Date.now() - at > batchMs || this.messages.lastElementChild?.classList.contains('mine')) return;
    const hiddenAbove = this.scroller.getBoundingClientRect().top + 12 - first.getBoundingClientRect().top;
    if (hiddenAbove > 0) this.scroller.scrollTop -= hiddenAbove;
  }

  private get atEnd(): boolean {
    return this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < 80;
  }
}
