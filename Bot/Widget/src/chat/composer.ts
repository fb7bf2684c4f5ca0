import { accept, isHeic, isTaken, maxFiles } from '../client/files';
import { split } from '../client/longText';
import type { KeyValueStorage } from '../client/storage';
import { fill } from '../texts/language';
import type { chat } from '../texts/vi';
import { setChildren } from '../launcher/compat';
import { icon } from '../launcher/dom';
import { h } from './h';
import { icons } from './icons';
import { Suggest } from './suggest';

/** The longest message; the same as TextLengths.Message of the service, which a test holds together. */
export const maxLength = 8000;
const warnBelow = 200;

export interface ComposerCalls {
  send(text: string, files: File[]): void;
  /** The questions that have an answer. */
  questions(): Promise<string[]>;
}

/**
 * Where the visitor writes. Enter sends, Shift+Enter breaks the line, and Enter that ends a composition only ends it. Nothing is cut: a
 * text that is too long stays in the box until the visitor chooses how to send it. What is not sent survives a reload of the page.
 */
export class Composer {
  readonly element: HTMLFormElement;
  private readonly box = h('textarea', { rows: '1', enterkeyhint: 'send', autocomplete: 'off', name: 'message' });
  private readonly button = h('button', { type: 'submit', class: 'send' }, icon(icons.send));
  private readonly input = h('input', { type: 'file', multiple: true, accept, hidden: true });
  private readonly attach = h('button', { type: 'button', class: 'attach' }, icon(icons.attach));
  private readonly chosen = h('ul', { class: 'files' });
  private readonly problem = h('p', { class: 'problem', role: 'alert', id: 'composer-problem' });
  private readonly replying = h('p', { class: 'replying', role: 'status', id: 'composer-replying', hidden: true });
  private readonly ways = h('div', { class: 'ways', hidden: true });
  private readonly inParts = h('button', { type: 'button' });
  private readonly asFile = h('button', { type: 'button' });
  private files: File[] = [];
  private readonly left = h('span', { class: 'left', role: 'status', id: 'composer-left' });
  private texts!: typeof chat;
  private readonly suggest: Suggest;
  private composing = false;
  private caseNumber: string | undefined;
  /** The names of files that were staged when the page was loaded anew: a page cannot keep files. */
  private lost = '';

  constructor(private readonly calls: ComposerCalls, private readonly drafts: KeyValueStorage, private readonly draftKey: string) {
    this.suggest = new Suggest(
      this.box,
      () => ({ label: this.texts.questions, found: this.texts.questionsFound }),
      () => this.calls.questions(),
      text => this.complete(text),
      // What is written to an official is no question to the assistant.
      () => this.caseNumber === undefined);
    this.box.setAttribute('aria-describedby', [this.replying, this.problem, this.left].map(part => part.id).join(' '));
    this.ways.append(this.inParts, this.asFile);
    this.element = h('form', { class: 'composer', novalidate: true },
      this.suggest.element, this.replying, this.chosen, this.problem, this.ways,
      h('div', { class: 'field' }, this.attach, this.input, this.box, this.button), this.left);
    this.attach.onclick = () => this.input.click();
    this.input.onchange = () => this.add(listOf(this.input.files));
    this.inParts.onclick = () => this.sendInParts();
    this.asFile.onclick = () => this.attachRest();
    this.element.onsubmit = event => {
      event.preventDefault();
      this.submit();
    };
    this.box.addEventListener('compositionstart', () => { this.composing = true; });
    this.box.addEventListener('compositionend', () => { this.composing = false; });
    this.box.addEventListener('paste', event => {
      const files = listOf(event.clipboardData?.files);
      if (files.length === 0) return;
      event.preventDefault();
      this.add(files);
    });
    this.element.addEventListener('keydown', this.suggest.key, true);
    this.box.onkeydown = event => {
      // Vietnamese input methods compose: 229 is what Safari reports for the Enter that ends a composition.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || this.composing || event.keyCode === 229) return;
      event.preventDefault();
      this.submit();
    };
    this.box.oninput = () => {
      this.fit();
      this.keep();
    };
    this.box.value = drafts.getItem(draftKey) ?? '';
    this.lost = drafts.getItem(this.stagedKey) ?? '';
    this.caseNumber = drafts.getItem(this.caseKey) ?? undefined;
  }

  speak(texts: typeof chat): void {
    this.texts = texts;
    this.box.placeholder = texts.placeholder;
    this.box.setAttribute('aria-label', texts.message);
    this.button.setAttribute('aria-label', texts.sendMessage);
    this.button.title = texts.send;
    this.attach.setAttribute('aria-label', texts.attach);
    this.attach.title = texts.attach;
    this.asFile.textContent = texts.restAsFile;
    this.element.setAttribute('aria-label', texts.composer);
    this.ways.setAttribute('role', 'group');
    this.ways.setAttribute('aria-labelledby', this.problem.id);
    this.suggest.reload();
    this.showCase();
    const { lost } = this;
    this.list();
    this.fit();
    this.lost = lost;
    if (lost) this.complain(fill(texts.stagedLost, lost));
  }

  focus(): void {
    this.box.focus({ preventScroll: true });
  }

  /** Puts a text into the box, after what is there. */
  insert(text: string): void {
    this.box.value = this.box.value ? `${this.box.value.trimEnd()} ${text}` : text;
    this.box.setSelectionRange(this.box.value.length, this.box.value.length);
    this.fit();
    this.keep();
    this.focus();
  }

  /** The next message is for the official of this case, until it is sent or the visitor changes that. */
  replyTo(caseNumber: string | undefined): void {
    this.address(caseNumber);
    this.focus();
  }

  /** The next message is for the assistant. */
  address(caseNumber: string | undefined): void {
    this.caseNumber = caseNumber;
    if (caseNumber === undefined) this.drafts.removeItem(this.caseKey);
    else this.drafts.setItem(this.caseKey, caseNumber);
    this.suggest.hide();
    this.showCase();
    this.fit();
  }

  /** Takes what was chosen, pasted or dropped, beside what is there already; the same file may be chosen again after it was removed. */
  add(files: File[]): void {
    this.input.value = '';
    const taken = files.filter(isTaken).slice(0, maxFiles - this.files.length);
    this.files = [...this.files, ...taken];
    this.list();
    this.complain(taken.length === files.length ? '' : files.some(isHeic) ? this.texts.heicRefused : this.texts.fileRefused);
    this.focus();
  }

  /** What is staged goes with something else than the text of the box: a form, or an offered reply. */
  takeFiles(): File[] {
    const { files } = this;
    this.files = [];
    if (files.length > 0) this.list();
    return files;
  }

  clear(): void {
    this.box.value = '';
    this.keep();
    this.fit();
    this.suggest.hide();
  }

  private submit(): void {
    const text = this.box.value.trim();
    const { files } = this;
    if ((!text && files.length === 0) || text.length > this.limit) {
      this.fit();
      return;
    }
    this.take(text, files);
  }

  /** Sends a chosen question, or puts it into the box where there is more to be sent with it. */
  private complete(text: string): void {
    if (this.files.length === 0) {
      this.take(text, []);
      return;
    }
    this.box.value = text;
    this.fit();
    this.keep();
    this.focus();
  }

  private take(text: string, files: File[]): void {
    this.takeAll([text], files);
  }

  /** Sends the parts of one message, the files with the last of them; each names the case that they belong to. */
  private takeAll(parts: string[], files: File[]): void {
    const addressed = parts.map(part => addressedTo(this.caseNumber, part));
    this.files = [];
    this.clear();
    this.address(undefined);
    this.list();
    addressed.forEach((part, i) => this.calls.send(part, i === addressed.length - 1 ? files : []));
  }

  private sendInParts(): void {
    this.takeAll(split(this.box.value, this.limit), this.files);
    this.focus();
  }

  private showCase(): void {
    this.replying.hidden = this.caseNumber === undefined;
    const stop = h('button', { type: 'button', class: 'link', 'aria-label': this.texts.stopReplying }, '✕');
    stop.onclick = () => this.replyTo(undefined);
    const words = h('span', {}, fill(this.texts.replyingTo, this.caseNumber ?? ''));
    setChildren(this.replying, ...(this.caseNumber === undefined ? [] : [words, stop]));
  }

  private get stagedKey(): string {
    return `${this.draftKey}:files`;
  }

  private get caseKey(): string {
    return `${this.draftKey}:case`;
  }

  /** What the visitor may write: the number of the case goes with it. */
  private get limit(): number {
    return maxLength - addressedTo(this.caseNumber, '.').length + 1;
  }

  private attachRest(): void {
    const [head = '', ...rest] = split(this.box.value, this.limit);
    const file = new File([rest.join('\n\n')], this.texts.restFileName, { type: 'text/plain' });
    if (this.files.length >= maxFiles) {
      this.complain(this.texts.fileRefused);
      return;
    }
    this.box.value = head;
    this.files = [...this.files, file];
    this.list();
    this.keep();
    this.focus();
  }

  private list(): void {
    this.complain('');
    this.lost = '';
    if (this.files.length > 0) this.drafts.setItem(this.stagedKey, this.files.map(file => file.name).join(', '));
    else this.drafts.removeItem(this.stagedKey);
    setChildren(this.chosen, ...this.files.map(file => {
      const remove = h('button', { type: 'button', class: 'link', 'aria-label': fill(this.texts.removeFile, file.name) }, '✕');
      remove.onclick = () => {
        this.files = this.files.filter(other => other !== file);
        this.list();
        this.focus();
      };
      return h('li', {}, h('bdi', {}, file.name), remove);
    }));
    this.fit();
  }

  private complain(text: string): void {
    setChildren(this.problem, ...(text ? [icon(icons.warning), h('span', {}, text)] : []));
  }

  private keep(): void {
    if (this.box.value) this.drafts.setItem(this.draftKey, this.box.value);
    else this.drafts.removeItem(this.draftKey);
  }

  /** As high as its text, which has a height only while the panel is shown. */
  fit(): void {
    const { value } = this.box;
    this.box.style.height = '';
    if (value) this.box.style.height = `${Math.min(this.box.scrollHeight, 140)}px`;
    const length = value.trim().length;
    const { limit } = this;
    const tooLong = length > limit;
    this.button.toggleAttribute('data-ready', !tooLong && (length > 0 || this.files.length > 0));
    if (tooLong === this.ways.hidden) {
      this.ways.hidden = !tooLong;
      this.complain('');
    }
    if (tooLong) {
      this.complain(this.texts.pasteTooLong.replace('{length}', number(length)).replace('{limit}', number(limit)));
      this.inParts.textContent = fill(this.texts.inParts, split(value, limit).length);
    }
    this.box.setAttribute('aria-invalid', String(tooLong));
    const remaining = limit - length;
    this.left.textContent = !tooLong && remaining < warnBelow ? fill(this.texts.charactersLeft, remaining) : '';
  }
}

const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

/** The service reads the number at the beginning as the case that the message belongs to. */
const addressedTo = (caseNumber: string | undefined, text: string): string =>
  caseNumber === undefined ? text : [caseNumber, text].filter(part => part !== '').join(': ');

function listOf(files: FileList | null | undefined): File[] {
  return files ? Array.from(files) : [];
}
