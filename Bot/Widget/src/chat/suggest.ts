import { setChildren } from '../launcher/compat';
import { fill } from '../texts/language';
import { h } from './h';

/** Lower case without marks, as people type Vietnamese: “Cầu Giấy” is found by “cau giay”. */
export const fold = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();

/** The texts in which every typed word begins a word; those where the first word is found earliest come first. */
export function match(texts: readonly string[], typed: string, limit = 4): string[] {
  const words = fold(typed).split(/[^a-z0-9]+/).filter(word => word !== '');
  if (words.join('').length < 3) return [];
  const found: { text: string; at: number }[] = [];
  for (const text of texts) {
    const folded = ` ${fold(text).replace(/[^a-z0-9]+/g, ' ')}`;
    const places = words.map(word => folded.indexOf(` ${word}`));
    if (places.every(at => at >= 0)) found.push({ text, at: places[0]! });
  }
  return found.sort((a, b) => a.at - b.at || a.text.length - b.text.length).slice(0, limit).map(f => f.text);
}

let serial = 0;

/** After a failed load the texts are not asked for again so soon. */
const retryMs = 10_000;

export interface SuggestWords {
  /** The name of the list. */
  label: string;
  /** How many suggestions there are, with `{count}`. */
  found: string;
}

/** A list of what a text box may be completed to. The texts are fetched once, when something is first typed; what is typed stays here. */
export class Suggest {
  readonly element: HTMLElement;
  private readonly list = h('ul', { class: 'suggest', role: 'listbox', id: `suggest-${++serial}`, hidden: true });
  /** Says that suggestions have come: the list is drawn beside the focus, not where it is. */
  private readonly count = h('span', { class: 'hidden', role: 'status' });
  private texts: Promise<string[]> | undefined;
  private failedAt = -retryMs;
  private active = -1;

  /** @param load Returns all texts; what it throws means that there are no suggestions for now. */
  constructor(
    private readonly box: HTMLInputElement | HTMLTextAreaElement,
    private readonly words: () => SuggestWords,
    private readonly load: () => Promise<string[]>,
    private readonly choose: (text: string) => void,
    private readonly wanted: () => boolean = () => true) {
    this.element = h('div', { class: 'suggesting' }, this.list, this.count);
    // A text area may not be a combobox; both point at the list and at the marked option.
    if (box instanceof HTMLInputElement) box.setAttribute('role', 'combobox');
    box.setAttribute('aria-haspopup', 'listbox');
    box.setAttribute('aria-autocomplete', 'list');
    box.setAttribute('aria-controls', this.list.id);
    box.addEventListener('input', () => void this.update());
    box.addEventListener('blur', () => setTimeout(() => this.hide(), 200));
    this.hide();
  }

  /** For a capturing listener: the box itself may have others for these keys. */
  readonly key = (event: KeyboardEvent): void => {
    if (this.list.hidden || event.isComposing || event.keyCode === 229) return;
    const { children } = this.list;
    if (event.key === 'ArrowDown') this.mark((this.active + 1) % children.length);
    else if (event.key === 'ArrowUp') this.mark((this.active <= 0 ? children.length : this.active) - 1);
    else if (event.key === 'Escape') this.hide();
    else if (event.key === 'Enter' && this.active >= 0) this.take(children[this.active]!.textContent!);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** The texts are in another language from here on. */
  reload(): void {
    this.texts = undefined;
    this.failedAt = -retryMs;
    this.hide();
  }

  hide(): void {
    this.active = -1;
    this.list.hidden = true;
    setChildren(this.list);
    this.count.textContent = '';
    this.box.removeAttribute('aria-activedescendant');
    this.say(false);
  }

  private async update(): Promise<void> {
    const { value } = this.box;
    if (!this.wanted()) return this.hide();
    const texts = this.fetched();
    const found = value.length > 120 || value.includes('\n') ? [] : match(await texts, value);
    if (this.box.value !== value || !this.wanted() || this.texts !== texts) return;
    this.hide();
    if (found.length === 0 || (found.length === 1 && found[0] === value)) return;
    const { label, found: count } = this.words();
    this.list.setAttribute('aria-label', label);
    setChildren(this.list, ...found.map((text, i) => {
      const option = h('li', { role: 'option', id: `${this.list.id}-${i}`, 'aria-selected': 'false' }, text);
      // The focus stays in the box. A click comes from a finger that does not scroll, and from a screen reader, too.
      option.onmousedown = event => event.preventDefault();
      option.onclick = () => this.take(text);
      return option;
    }));
    this.list.hidden = false;
    this.count.textContent = fill(count, found.length);
    this.say(true);
  }

  /** A failure is not kept. */
  private fetched(): Promise<string[]> {
    if (this.texts) return this.texts;
    if (Date.now() - this.failedAt < retryMs) return Promise.resolve([]);
    const texts = this.load().catch(() => {
      if (this.texts === texts) {
        this.texts = undefined;
        this.failedAt = Date.now();
      }
      return [];
    });
    return (this.texts = texts);
  }

  private take(text: string): void {
    this.hide();
    this.choose(text);
  }

  private mark(index: number): void {
    this.active = index;
    Array.from(this.list.children).forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    this.box.setAttribute('aria-activedescendant', `${this.list.id}-${index}`);
  }

  private say(expanded: boolean): void {
    if (this.box instanceof HTMLInputElement) this.box.setAttribute('aria-expanded', String(expanded));
  }
}
