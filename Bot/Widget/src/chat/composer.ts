import { fill } from '../texts/language';
import type { chat } from '../texts/vi';
import { icon } from '../launcher/dom';
import { h } from './h';
import { icons } from './icons';

export const maxLength = 4000;
const warnBelow = 200;

/** Where the visitor writes. Enter sends, Shift+Enter breaks the line, and Enter that ends a composition only ends it. */
export class Composer {
  readonly element: HTMLFormElement;
  private readonly box = h('textarea', { rows: '1', maxlength: String(maxLength), enterkeyhint: 'send', autocomplete: 'off', name: 'message' });
  private readonly button = h('button', { type: 'submit', class: 'send' }, icon(icons.send));
  private readonly left = h('span', { class: 'left', role: 'status' });
  private texts!: typeof chat;
  private composing = false;

  constructor(private readonly send: (text: string) => void) {
    this.element = h('form', { class: 'composer', novalidate: true }, h('div', { class: 'field' }, this.box, this.button), this.left);
    this.element.onsubmit = event => {
      event.preventDefault();
      this.submit();
    };
    this.box.addEventListener('compositionstart', () => { this.composing = true; });
    this.box.addEventListener('compositionend', () => { this.composing = false; });
    this.box.onkeydown = event => {
      // Vietnamese input methods compose: 229 is what Safari reports for the Enter that ends a composition.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || this.composing || event.keyCode === 229) return;
      event.preventDefault();
      this.submit();
    };
    this.box.oninput = () => this.fit();
  }

  speak(texts: typeof chat): void {
    this.texts = texts;
    this.box.placeholder = texts.placeholder;
    this.box.setAttribute('aria-label', texts.message);
    this.button.setAttribute('aria-label', texts.send);
    this.button.title = texts.send;
    this.fit();
  }

  focus(): void {
    this.box.focus({ preventScroll: true });
  }

  private submit(): void {
    const text = this.box.value.trim();
    if (!text) return;
    this.box.value = '';
    this.fit();
    this.send(text);
  }

  private fit(): void {
    this.box.style.height = '';
    if (this.box.value) this.box.style.height = `${Math.min(this.box.scrollHeight, 140)}px`;
    this.button.toggleAttribute('data-ready', this.box.value.trim() !== '');
    const remaining = maxLength - this.box.value.length;
    this.left.textContent = remaining < warnBelow ? fill(this.texts.charactersLeft, remaining) : '';
  }
}
