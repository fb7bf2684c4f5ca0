import type { Entry } from '../client/transcript';
import { isMine, type Activity } from '../client/protocol';
import { safeHref } from '../markdown/ast';
import { externalLink, renderBlocks } from '../markdown/dom';
import { parseMarkdown } from '../markdown/parse';
import type { chat } from '../texts/vi';
import type { Language } from '../texts/language';
import { icon } from '../launcher/dom';
import { cardSlot, cardType } from './cardSlot';
import { h } from './h';
import { icons } from './icons';
import { renderSources } from './sources';
import { clock } from './time';
import { votes } from './votes';

export interface MessageUse {
  texts: typeof chat;
  language: Language;
  retry(entry: Entry): void;
  /** Sends a card's values or a vote as an answer to the message. */
  submit(value: unknown, replyTo: Activity): Promise<boolean>;
  /** True where a form of this message was sent before. */
  answered(activity: Activity): boolean;
}

/** Draws one entry, or nothing when it has nothing to show (a form's values, say). */
export function renderMessage(entry: Entry, use: MessageUse): HTMLElement | undefined {
  const { activity } = entry;
  const mine = isMine(activity);
  const content = mine ? ownContent(activity, use) : botContent(activity, use);
  if (content.length === 0 && entry.status !== 'failed') return undefined;
  const author = mine ? use.texts.you : authorOf(activity) ?? use.texts.assistant;
  const human = !mine && authorOf(activity) !== undefined;
  return h('div', { class: `message ${mine ? 'mine' : 'theirs'}${human ? ' human' : ''}`, 'data-status': entry.status },
    !mine && h('div', { class: 'avatar', 'aria-hidden': 'true' }, icon(human ? icons.person : icons.shield)),
    h('div', { class: 'body' },
      h('span', { class: human ? 'author' : 'hidden' }, `${author}: `),
      ...content,
      meta(entry, use)));
}

/** The official who answers, when it is a person and not the assistant. */
function authorOf(activity: Activity): string | undefined {
  const name = activity.channelData?.['author'];
  return typeof name === 'string' && name ? name : undefined;
}

function ownContent(activity: Activity, use: MessageUse): HTMLElement[] {
  if (!activity.text) return [];
  return [h('div', { class: 'bubble', lang: activity.locale ?? use.language }, plain(activity.text))];
}

function botContent(activity: Activity, use: MessageUse): HTMLElement[] {
  const parts: HTMLElement[] = [];
  if (activity.text) {
    const bubble = h('div', { class: 'bubble', lang: activity.locale ?? use.language });
    const document = activity.textFormat === 'plain' ? undefined : parseMarkdown(activity.text);
    bubble.append(document ? renderBlocks(document.blocks) : plain(activity.text));
    const sources = renderSources(activity, document?.references ?? [], use.texts.sources);
    if (sources) bubble.append(sources);
    parts.push(bubble);
  }
  for (const attachment of activity.attachments ?? []) {
    const href = attachment.contentUrl ? safeHref(attachment.contentUrl) : undefined;
    if (attachment.contentType === cardType) {
      parts.push(cardSlot(attachment, {
        language: use.language,
        words: use.texts,
        submit: value => use.submit(value, activity),
        done: use.answered(activity),
      }));
    } else if (href) parts.push(h('p', { class: 'bubble' }, externalLink(href, attachment.name ?? use.texts.attachment)));
  }
  if (activity.channelData?.feedbackLoop) parts.push(votes(use.texts, value => use.submit(value, activity)));
  return parts;
}

/** Text as it was typed; only line breaks are drawn. */
function plain(text: string): HTMLElement {
  return h('p', { class: 'plain' }, text);
}

function meta(entry: Entry, use: MessageUse): HTMLElement {
  const { activity, status } = entry;
  const line = h('div', { class: 'meta' });
  if (activity.timestamp) line.append(h('time', { datetime: activity.timestamp }, clock(activity.timestamp, use.language)));
  if (status === 'sending') line.append(h('span', {}, use.texts.sending));
  if (status === 'failed') {
    const again = h('button', { type: 'button', class: 'link' }, use.texts.retry);
    again.onclick = () => use.retry(entry);
    line.append(h('span', { class: 'bad' }, use.texts.failed), again);
  }
  return line;
}
