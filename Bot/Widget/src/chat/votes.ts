import type { chat } from '../texts/vi';
import { icon } from '../launcher/dom';
import { h } from './h';
import { icons } from './icons';

/** Two buttons under an answer. A vote can be changed; pressing the same again changes nothing. */
export function votes(texts: typeof chat, send: (value: unknown) => Promise<boolean>): HTMLElement {
  const thanks = h('span', { class: 'thanks', role: 'status' });
  const button = (reaction: 'like' | 'dislike', label: string, path: string): HTMLButtonElement => {
    const made = h('button', { type: 'button', class: 'vote', title: label, 'aria-label': label, 'aria-pressed': 'false' }, icon(path));
    made.onclick = async () => {
      if (made.getAttribute('aria-pressed') === 'true') return;
      choose(made);
      if (await send({ actionName: 'feedback', actionValue: { reaction } })) thanks.textContent = texts.voteThanks;
      else choose(undefined);
    };
    return made;
  };
  const up = button('like', texts.voteUp, icons.up);
  const down = button('dislike', texts.voteDown, icons.down);
  const choose = (chosen: HTMLButtonElement | undefined): void => {
    for (const one of [up, down]) one.setAttribute('aria-pressed', String(one === chosen));
  };
  return h('div', { class: 'votes', role: 'group', 'aria-label': texts.voteQuestion }, h('span', {}, texts.voteQuestion), up, down, thanks);
}
