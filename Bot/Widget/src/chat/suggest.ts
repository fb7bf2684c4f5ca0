import { setChildren } from '../launcher/compat';
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

/** A list of what a text box may be completed to. The texts are fetched once, when something is first typed; what is typed stays here. */
export class Suggest {
  private readonly list = h('ul', { class: 'suggest', role: 'listbox', id: `suggest-${++serial}`, hidden: true });
  private texts: Promise<string[]> | undefined;
  private active = -1;

  /** @param load Returns all texts; what it throws means that there are no suggestions. */
  constructor(
    private readonly box: HTMLInputElement | HTMLTextAreaElement,
    label: string,
    private readonly load: () => Promise<string[]>,
    private readonly choose: (text: string) => void) {
    this.list.setAttribute('aria-label', label);
    box.setAttribute('aria-autocomplete', 'list');
    box.setAttribute('aria-controls', this.list.id);
    box.addEventListener('input', () => void this.update());
    box.addEventListener('blur', () => setTimeout(() => this.hide(), 200));
  }

  get element(): HTMLElement {
    return this.list;
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
    this.hide();
  }

  hide(): void {
    this.active = -1;
    this.list.hidden = true;
    setChildren(this.list);
    this.box.removeAttribute('aria-activedescendant');
  }

  private async update(): Promise<void> {
    const { value } = this.box;
    this.texts ??= this.load().catch(() => []);
    const found = value.length > 120 || value.includes('\n') ? [] : match(await this.texts, value);
    if (this.box.value !== value) return;
    this.hide();
    if (found.length === 0 || (found.length === 1 && found[0] === value)) return;
    setChildren(this.list, ...found.map((text, i) => {
      const option = h('li', { role: 'option', id: `${this.list.id}-${i}`, 'aria-selected': 'false' }, text);
      option.onpointerdown = event => {
        event.preventDefault();
        this.take(text);
      };
      return option;
    }));
    this.list.hidden = false;
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
}
