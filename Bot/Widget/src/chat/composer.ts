import { accept, isTaken, maxFiles } from '../client/files';
import { fill } from '../texts/language';
import type { chat } from '../texts/vi';
import { icon } from '../launcher/dom';
import { h } from './h';
import { icons } from './icons';

/** The longest message; the same as TextLengths.Message of the service, which a test holds together. */
export const maxLength = 8000;
const warnBelow = 200;

/** Where the visitor writes. Enter sends, Shift+Enter breaks the line, and Enter that ends a composition only ends it. */
export class Composer {
  readonly element: HTMLFormElement;
  private readonly box = h('textarea', { rows: '1', maxlength: String(maxLength), enterkeyhint: 'send', autocomplete: 'off', name: 'message' });
  private readonly button = h('button', { type: 'submit', class: 'send' }, icon(icons.send));
  private readonly input = h('input', { type: 'file', multiple: true, accept, hidden: true });
  private readonly attach = h('button', { type: 'button', class: 'attach' }, icon(icons.attach));
  private readonly chosen = h('ul', { class: 'files' });
  private readonly refused = h('span', { class: 'left', role: 'status' });
  private files: File[] = [];
  private readonly left = h('span', { class: 'left', role: 'status' });
  private texts!: typeof chat;
  private composing = false;

  constructor(private readonly send: (text: string, files: File[]) => void) {
    this.element = h('form', { class: 'composer', novalidate: true }, this.chosen, h('div', { class: 'field' }, this.attach, this.input, this.box, this.button), this.left, this.refused);
    this.attach.onclick = () => this.input.click();
    this.input.onchange = () => this.add([...this.input.files ?? []]);
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
    this.attach.setAttribute('aria-label', texts.attach);
    this.attach.title = texts.attach;
    this.list();
    this.fit();
  }

  focus(): void {
    this.box.focus({ preventScroll: true });
  }

  private submit(): void {
    const text = this.box.value.trim();
    const { files } = this;
    if (!text && files.length === 0) return;
    this.box.value = '';
    this.files = [];
    this.list();
    this.send(text, files);
  }

  /** Takes what was chosen beside what is there already; the same file may be chosen again after it was removed. */
  private add(files: File[]): void {
    this.input.value = '';
    const taken = files.filter(isTaken).slice(0, maxFiles - this.files.length);
    this.files = [...this.files, ...taken];
    this.list();
    this.refused.textContent = taken.length < files.length ? this.texts.fileRefused : '';
    this.focus();
  }

  private list(): void {
    this.refused.textContent = '';
    this.chosen.replaceChildren(...this.files.map(file => {
      const remove = h('button', { type: 'button', class: 'link', 'aria-label': fill(this.texts.removeFile, file.name) }, '✕');
      remove.onclick = () => {
        this.files = this.files.filter(other => other !== file);
        this.list();
        this.focus();
      };
      return h('li', {}, file.name, remove);
    }));
    this.fit();
  }

  private fit(): void {
    this.box.style.height = '';
    if (this.box.value) this.box.style.height = `${Math.min(this.box.scrollHeight, 140)}px`;
    this.button.toggleAttribute('data-ready', this.box.value.trim() !== '' || this.files.length > 0);
    const remaining = maxLength - this.box.value.length;
    this.left.textContent = remaining < warnBelow ? fill(this.texts.charactersLeft, remaining) : '';
  }
}
