import type { FormCheck } from '../cards/form';
import type { KeyValueStorage } from '../client/storage';
import type { Entry } from '../client/transcript';
import { isMine, wordsOf, type Activity } from '../client/protocol';
import { absolute } from '../markdown/absolute';
import { safeHref } from '../markdown/ast';
import { externalLink, renderBlocks, renderInlines, renderText } from '../markdown/dom';
import { linkify } from '../markdown/inline';
import { parseMarkdown } from '../markdown/parse';
import type { chat } from '../texts/vi';
import { fill, type Language } from '../texts/language';
import { icon } from '../launcher/dom';
import { cardSlot, cardType } from './cardSlot';
import { h } from './h';
import { icons } from './icons';
import { withoutRepeatedChoices } from './repeated';
import { renderSources } from './sources';
import { clock } from './time';
import { tools } from './tools';

export interface MessageUse {
  texts: typeof chat;
  language: Language;
  retry(entry: Entry): void;
  drafts: KeyValueStorage;
  list(name: 'titles' | 'wards'): Promise<string[]>;
  /** What is wrong with the values of a form; undefined where the service cannot be asked. */
  check(values: unknown): Promise<FormCheck | undefined>;
  /** Begins a message to the official of a case. */
  replyTo(caseNumber: string): void;
  /** Ends the wait of messages that could not be sent yet. */
  sendNow(): void;
  /** Sends a card's values as an answer to the message. */
  submit(value: unknown, replyTo: Activity, isForm: boolean, waiting: () => void): Promise<boolean>;
  /** Has an answer sent to the visitor's own e-mail address, which the assistant asks for. */
  mail(answer: string): void;
  /** Removes what was not sent. */
  discard(entry: Entry): void;
  /** Puts the words of what was not sent back into the box. */
  rewrite(entry: Entry): void;
  /** True where a form of this message was sent before. */
  answered(activity: Activity): boolean;
  /** The visitor's last vote on an answer, or none. */
  voted(answerId: string): boolean | undefined;
}

/** Draws one entry, or nothing when it has nothing to show (a form's values, say). */
export function renderMessage(entry: Entry, use: MessageUse): HTMLElement | undefined {
  const { activity } = entry;
  const mine = isMine(activity);
  const content = mine ? ownContent(activity, use) : botContent(activity, use);
  if (content.length === 0) return undefined;
  const human = !mine && isOfficial(activity);
  return h('div', { class: `message ${mine ? 'mine' : 'theirs'}${human ? ' human' : ''}`, 'data-status': entry.status },
    !mine && h('div', { class: 'avatar', 'aria-hidden': 'true' }, icon(human ? icons.person : icons.shield)),
    h('div', { class: 'body' },
      h('span', { class: human ? 'author' : 'hidden' }, renderText(headOf(activity, use.texts))),
      ...content,
      human && replyButton(activity, use),
      !mine && !human && tools(activity, use.texts, use.mail),
      meta(entry, use)));
}

/** Under what an official wrote and the asker may answer. */
function replyButton(activity: Activity, use: MessageUse): HTMLElement | undefined {
  const { caseNumber, caseStatus } = activity.channelData ?? {};
  if (typeof caseNumber !== 'string' || caseStatus === 'Merged' || caseStatus === 'Withdrawn') return undefined;
  const button = h('button', { type: 'button', class: 'reply' }, use.texts.replyToOfficial);
  button.onclick = () => use.replyTo(caseNumber);
  return button;
}

/** Who speaks; an official's word names its case too, so that two cases in one chat are not mixed up. */
export function headOf(activity: Activity, texts: typeof chat): string {
  if (isMine(activity)) return `${texts.you}: `;
  if (!isOfficial(activity)) return `${texts.assistant}: `;
  const number = activity.channelData?.['caseNumber'];
  return typeof number === 'string' ? `${texts.official} · ${number}` : texts.official;
}

/** Whether a person speaks and not the assistant: an official's word comes with what was done with the case. */
export function isOfficial(activity: Activity): boolean {
  return typeof activity.channelData?.['caseEvent'] === 'string';
}

function ownContent(activity: Activity, use: MessageUse): HTMLElement[] {
  const words = wordsOf(activity);
  return [
    ...(words ? [h('div', { class: 'bubble', lang: activity.locale ?? use.language }, plain(words))] : []),
    ...(activity.attachments ?? []).filter(a => a.name)
      .map(a => h('p', { class: 'bubble file' }, icon(icons.attach), h('bdi', {}, a.name!))),
  ];
}

function botContent(activity: Activity, use: MessageUse): HTMLElement[] {
  const parts: HTMLElement[] = [];
  if (activity.text) {
    const bubble = h('div', { class: 'bubble', lang: activity.locale ?? use.language });
    const document = activity.textFormat === 'plain' ? undefined : parseMarkdown(activity.text);
    bubble.append(document ? renderBlocks(withoutRepeatedChoices(document.blocks, activity)) : plain(activity.text, true));
    // A card lists the sources itself, folded.
    const hasCard = activity.attachments?.some(a => a.contentType === cardType);
    const sources = hasCard ? undefined : renderSources(activity, document?.references ?? [], use.texts.sources);
    if (sources) bubble.append(sources);
    parts.push(bubble);
  }
  for (const attachment of activity.attachments ?? []) {
    const href = attachment.contentUrl ? safeHref(absolute(attachment.contentUrl)) : undefined;
    if (attachment.contentType === cardType) {
      parts.push(cardSlot(attachment, {
        language: use.language,
        words: use.texts,
        submit: (value, isForm, waiting) => use.submit(value, activity, isForm, waiting),
        done: use.answered(activity),
        voted: use.voted,
        replyTo: use.replyTo,
        drafts: use.drafts,
        list: use.list,
        check: use.check,
      }));
    } else if (href) parts.push(h('p', { class: 'bubble' }, externalLink(href, attachment.name ?? use.texts.attachment)));
  }
  return parts;
}

/** Text as it was typed: only line breaks are drawn, and addresses where the other side wrote them. */
function plain(text: string, links = false): HTMLElement {
  return h('p', { class: 'plain', dir: 'auto' }, links ? renderInlines(linkify(text)) : renderText(text));
}

function meta(entry: Entry, use: MessageUse): HTMLElement {
  const { activity, status } = entry;
  const line = h('div', { class: 'meta' });
  if (activity.timestamp) line.append(h('time', { datetime: activity.timestamp }, clock(activity.timestamp, use.language)));
  if (status === 'sending') line.append(h('span', {}, use.texts.sending));
  if (status === 'waiting') {
    const now = h('button', { type: 'button', class: 'link' }, use.texts.sendNow);
    now.onclick = () => use.sendNow();
    line.append(h('span', {}, use.texts.waiting), now);
  }
  if (status === 'failed') line.append(...failed(entry, use));
  return line;
}

/** Why it was not sent, and what the visitor may do about it. */
function failed(entry: Entry, use: MessageUse): HTMLElement[] {
  const { texts } = use;
  const act = (label: string, onclick: () => void): HTMLElement =>
    Object.assign(h('button', { type: 'button', class: 'link' }, label), { onclick });
  const why = (text: string): HTMLElement => h('span', { class: 'bad' }, text);
  const discard = act(texts.discard, () => use.discard(entry));
  if (entry.lostFiles) {
    return [why(fill(texts.filesLost, entry.lostFiles.join(', '))), act(texts.rewrite, () => use.rewrite(entry)), discard];
  }
  const isHopeless = entry.why === 'tooLarge' || (entry.files !== undefined && entry.why === 'refused');
  if (isHopeless) return [why(entry.files ? texts.fileRefused : texts.tooLarge), discard];
  return [why(texts.failed), act(texts.retry, () => use.retry(entry)), discard];
}
