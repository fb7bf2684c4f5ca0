import type { AdaptiveCard, Input } from 'adaptivecards';
import { Suggest } from '../chat/suggest';
import type { CardUse } from '../chat/cardSlot';
import { h } from '../chat/h';
import { icons } from '../chat/icons';
import { isVisible } from '../launcher/compat';
import { icon } from '../launcher/dom';
import { stateOf } from './formState';

/** How a phone helps to fill in each field of the request form. */
const hints: Record<string, Record<string, string>> = {
  EnterpriseName: { autocomplete: 'organization' },
  TaxCode: { inputmode: 'numeric', autocomplete: 'off' },
  Ward: { autocomplete: 'off' },
  InsuredEmployees: { autocomplete: 'off' },
  ContactName: { autocomplete: 'name' },
  Phone: { inputmode: 'tel', autocomplete: 'tel' },
  Email: { inputmode: 'email', autocomplete: 'email', autocapitalize: 'off' },
};

/** What the service says about the values of a form, by field. */
export interface FormCheck {
  problems: Record<string, string>;
  /** What may have been meant. */
  choices: Record<string, string[]>;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What the renderer leaves to its host in a form: keyboards, completion, steps, and a draft that survives a reload. */
export class FormHelp {
  private readonly controls: { input: Input; control: Control }[] = [];
  private readonly draftKey: string | undefined;
  private readonly complaints = new Map<string, Complaint>();

  constructor(card: AdaptiveCard, private readonly drawn: HTMLElement, private readonly use: CardUse) {
    for (const input of card.getAllInputs()) {
      const control = (input as unknown as { renderedInputControlElement?: HTMLElement }).renderedInputControlElement;
      const field = control?.matches('input,textarea,select') ? control : control?.querySelector('input,textarea,select');
      if (field) this.controls.push({ input, control: field as Control });
    }
    for (const { input, control } of this.controls) {
      for (const [name, value] of Object.entries(hints[input.id ?? ''] ?? {})) control.setAttribute(name, value);
      if (input.label?.endsWith('*')) control.setAttribute('aria-required', 'true');
      if (input.id === 'Ward' && control instanceof HTMLInputElement) this.suggestWards(control);
    }
    this.draftKey = draftKeyOf(card);
    if (this.draftKey !== undefined && !use.done) this.keepDraft(this.draftKey);
  }

  /** The buttons that lead from step to step read as buttons, not as sections that unfold. */
  markSteps(): void {
    for (const button of this.drawn.querySelectorAll<HTMLElement>('[data-step]')) {
      button.removeAttribute('aria-controls');
      button.removeAttribute('aria-expanded');
    }
  }

  /** Where a step begins is where one goes on. */
  focusStep(): void {
    const first = this.controls.map(c => c.control).find(isVisible);
    // Only the log is scrolled: scrollIntoView would move the whole panel, too.
    const scroller = this.drawn.closest('.scroller');
    if (scroller) scroller.scrollTop += this.drawn.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 8;
    first?.focus({ preventScroll: true });
  }

  /** Which form this is, the same for every card of one state of it; undefined where the card is none. */
  get formKey(): string | undefined {
    return this.draftKey;
  }

  /** The step that was shown last. */
  get keptStep(): string | undefined {
    return (!this.use.done && this.draftKey !== undefined && this.use.drafts.getItem(`${this.draftKey}:step`)) || undefined;
  }

  keepStep(id: string): void {
    if (this.draftKey !== undefined) this.use.drafts.setItem(`${this.draftKey}:step`, id);
  }

  forgetDraft(): void {
    if (this.draftKey !== undefined) {
      this.use.drafts.removeItem(this.draftKey);
      this.use.drafts.removeItem(`${this.draftKey}:step`);
    }
    this.markSending(false);
  }

  /** Remembers that the form is on its way, so that a page that is loaded meanwhile can say that it was not sent. */
  markSending(on: boolean): void {
    if (this.draftKey === undefined) return;
    if (on) this.use.drafts.setItem(`${this.draftKey}:sending`, '1');
    else this.use.drafts.removeItem(`${this.draftKey}:sending`);
  }

  /** An earlier page began to send the form and had no answer. */
  get wasSending(): boolean {
    return this.draftKey !== undefined && this.use.drafts.getItem(`${this.draftKey}:sending`) !== null;
  }

  /** What the form's button would send. */
  values(data: unknown): Record<string, unknown> {
    return { ...(data as object), ...Object.fromEntries(this.controls.map(({ input }) => [input.id, input.value ?? ''])) };
  }

  /**
   * Shows what is wrong beside each field of the shown step.
   * @returns Whether there was anything; the first such field has the focus then.
   */
  showProblems({ problems, choices }: FormCheck): boolean {
    let first: Control | undefined;
    for (const { input, control } of this.controls) {
      const key = input.id ?? '';
      const problem = isVisible(control) ? problems[key] : undefined;
      this.complaints.get(key)?.take();
      if (problem === undefined) continue;
      first ??= control;
      this.complaints.set(key, complain(control, problem, control instanceof HTMLInputElement ? choices[key] ?? [] : []));
    }
    first?.focus();
    return first !== undefined;
  }

  private suggestWards(control: HTMLInputElement): void {
    const words = () => ({ label: this.use.words.wards, found: this.use.words.wardsFound });
    const suggest = new Suggest(control, words, () => this.use.list('wards'), text => {
      control.value = text;
      control.dispatchEvent(new Event('input', { bubbles: true }));
      suggest.hide();
    });
    control.addEventListener('keydown', suggest.key);
    // The renderer lays the box out in a row of its own.
    (control.parentElement ?? control).after(suggest.element);
  }

  /** Consent is not kept: it is given anew. */
  private keepDraft(key: string): void {
    const kept = this.controls.filter(({ control }) => control.type !== 'checkbox' && control.type !== 'radio');
    const draft = parse(this.use.drafts.getItem(key));
    const [, form, revision] = stateOf(key);
    // What was typed on a card of an earlier state of the form, and answered in the chat since, fills only what is still empty.
    const earlier = parse(this.use.drafts.getItem(`${form}${Number(revision) - 1}`));
    for (const { input, control } of kept) {
      const value = draft[input.id ?? ''] ?? (control.value === '' ? earlier[input.id ?? ''] : undefined);
      if (typeof value === 'string') control.value = value;
    }
    const save = (): void => {
      this.use.drafts.setItem(key, JSON.stringify(Object.fromEntries(kept.map(({ input, control }) => [input.id, control.value]))));
    };
    this.drawn.addEventListener('input', save);
    this.drawn.addEventListener('change', save);
  }
}

interface Complaint {
  take(): void;
}

let serial = 0;

/** Beside a field, until it is changed: what is wrong with it, and what may have been meant, to be taken with a tap. */
function complain(control: Control, problem: string, choices: readonly string[]): Complaint {
  const text = h('p', { id: `wrong-${++serial}` }, icon(icons.warning), h('span', {}, problem.replace(/\*\*/g, '')));
  const element = h('div', { class: 'wrong' }, text, ...choices.map(choice => {
    const button = h('button', { type: 'button' }, choice);
    button.onclick = () => {
      control.value = choice;
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.focus();
    };
    return button;
  }));
  const described = control.getAttribute('aria-describedby');
  control.setAttribute('aria-invalid', 'true');
  control.setAttribute('aria-describedby', [described, text.id].filter(Boolean).join(' '));
  // The renderer lays the box out in a row of its own, with the title of a checkbox beside it.
  (control.closest('.ac-input-container') ?? control.parentElement ?? control).after(element);
  const take = (): void => {
    element.remove();
    control.removeAttribute('aria-invalid');
    if (described) control.setAttribute('aria-describedby', described);
    else control.removeAttribute('aria-describedby');
    for (const event of ['input', 'change']) control.removeEventListener(event, take);
  };
  for (const event of ['input', 'change']) control.addEventListener(event, take);
  return { take };
}

/** A form of one revision: the card that comes with corrections is another, and brings the values itself. */
function draftKeyOf(card: AdaptiveCard): string | undefined {
  for (const action of card.getAllActions()) {
    const data = (action as unknown as { data?: { form?: unknown; revision?: unknown } }).data;
    if (typeof data?.form === 'string') return `policy-assistant:form:${data.form}:${String(data.revision)}`;
  }
  return undefined;
}

function parse(text: string | null): Record<string, unknown> {
  try {
    return (JSON.parse(text ?? '{}') as Record<string, unknown> | null) ?? {};
  } catch {
    return {};
  }
}
