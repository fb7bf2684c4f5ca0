import type { Activity } from '../client/protocol';
import { absolute } from '../markdown/absolute';
import { h } from './h';
import type { chat } from '../texts/vi';

/** The address of the public page that an answer rests on, from the links of its card; undefined where it has none. */
export function pageOf(activity: Activity): string | undefined {
  for (const attachment of activity.attachments ?? []) {
    const found = /\]\(([^)\s"\\]*\/(?:huong-dan|en\/guidance)\/[^)\s"\\]+)\)/.exec(JSON.stringify(attachment.content ?? ''));
    if (found) return absolute(found[1]!);
  }
  return undefined;
}

/** The text of an answer as it is pasted into a letter: no marks of formatting, and where it can be read. */
export function plainAnswer(activity: Activity, page: string | undefined): string {
  const text = (activity.text ?? '').replace(/\*\*|__|`/g, '').replace(/\[([^\]]+)\]\([^)]+\)/g, '$1').replace(/^#{1,6}\s+/gm, '');
  return page === undefined ? text : `${text}\n\n${page}`;
}

/**
 * Buttons to hand an answer on; none where the message is no answer.
 * @param mail Has the answer sent to the visitor's own address; the server offers it where it can send mails.
 */
export function tools(activity: Activity, texts: typeof chat, mail: (answer: string) => void): HTMLElement | undefined {
  const page = pageOf(activity);
  if (page === undefined) return undefined;
  const bar = h('div', { class: 'tools', role: 'group', 'aria-label': texts.handOn });
  const said = h('span', { role: 'status' });
  const add = (label: string, act: () => Promise<string>): void => {
    const button = h('button', { type: 'button', class: 'link' }, label);
    button.onclick = () => void act().then(text => { said.textContent = text; }, () => { said.textContent = texts.copyFailed; });
    bar.append(button);
  };
  if (navigator.clipboard) {
    add(texts.copy, () => navigator.clipboard.writeText(plainAnswer(activity, page)).then(() => texts.copied));
    add(texts.shareLink, async () => {
      if (typeof navigator.share === 'function' && matchMedia('(pointer: coarse)').matches) {
        await navigator.share({ url: page }).catch(() => undefined);
        return '';
      }
      await navigator.clipboard.writeText(page);
      return texts.linkCopied;
    });
  }
  add(texts.print, () => {
    window.print();
    return Promise.resolve('');
  });
  const mailable = activity.channelData?.['mailAnswer'];
  if (typeof mailable === 'string') {
    add(texts.mailAnswer, () => {
      mail(mailable);
      return Promise.resolve('');
    });
  }
  bar.append(said);
  return bar;
}

