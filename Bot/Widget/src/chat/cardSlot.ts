import type { FormCheck } from '../cards/form';
import type { Attachment } from '../client/protocol';
import type { KeyValueStorage } from '../client/storage';
import type { Language } from '../texts/language';
import type { chat } from '../texts/vi';
import { setChildren } from '../launcher/compat';
import { h } from './h';

export const cardType = 'application/vnd.microsoft.card.adaptive';

export interface CardUse {
  language: Language;
  /** Words for the state of a form. */
  words: Pick<typeof chat,
    'wards' | 'wardsFound' | 'formSent' | 'formSending' | 'formWaiting' | 'formFailed' | 'formUnsent' | 'formUnavailable'
    | 'formMoved'>;
  /** Sends what the card collected; false when it could not be sent. `waiting` is called while the server cannot be reached. */
  submit(value: unknown, isForm: boolean, waiting: () => void): Promise<boolean>;
  /** True where the visitor has already sent this form, in an earlier visit. */
  done: boolean;
  /** Keeps a form that is being filled in, for this tab. */
  drafts: KeyValueStorage;
  /** One of the service's public lists, in the language of the chat. */
  list(name: 'titles' | 'wards'): Promise<string[]>;
  /** Begins a message to the official of a case. */
  replyTo(caseNumber: string): void;
  check(values: unknown): Promise<FormCheck | undefined>;
  /** The visitor's last vote on an answer, or none. */
  voted(answerId: string): boolean | undefined;
}

const slots = new WeakMap<Attachment, { slot: HTMLElement; use: CardUse }>();

/** Where a card will stand. The renderer is fetched when the first card arrives. A form that is being filled in is not drawn anew. */
export function cardSlot(attachment: Attachment, use: CardUse): HTMLElement {
  const before = slots.get(attachment);
  if (before?.slot.classList.contains('form') && !use.done) {
    Object.assign(before.use, use);
    return before.slot;
  }
  const slot = h('div', { class: 'card', 'aria-busy': 'true' });
  slots.set(attachment, { slot, use });
  import('../cards/card').then(
    ({ drawCard }) => drawCard(slot, attachment.content, use),
    () => setChildren(slot, h('p', { class: 'card-note bad' }, use.words.formUnavailable)),
  ).finally(() => slot.removeAttribute('aria-busy'));
  return slot;
}
