import { AdaptiveCard, ExecuteAction, GlobalSettings, OpenUrlAction, SubmitAction, type Action } from 'adaptivecards';
import { absolute } from '../chat/absolute';
import type { CardUse } from '../chat/cardSlot';
import { h } from '../chat/h';
import { safeHref } from '../markdown/ast';
import { toHtml } from '../markdown/html';
import { parseMarkdown } from '../markdown/parse';
import { Disclosure } from './disclosure';
import { hostConfig } from './hostConfig';

GlobalSettings.useAdvancedTextBlockTruncation = false;
GlobalSettings.useAdvancedCardBottomTruncation = false;
GlobalSettings.allowMarkForTextHighlighting = false;
GlobalSettings.setTabIndexAtCardRoot = false;
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = toHtml(parseMarkdown(text).blocks);
  result.didProcess = true;
};

/** Draws an Adaptive Card into its slot. Inputs are checked by the renderer before anything is sent. */
export function drawCard(slot: HTMLElement, content: unknown, use: CardUse): void {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig();
  card.lang = use.language;
  card.parse(content);
  const note = h('p', { class: 'card-note', role: 'status' });
  card.onExecuteAction = action => void act(action);
  card.onAnchorClicked = (_, anchor) => safeHref(anchor.href) === undefined;
  const drawn = card.render();
  if (!drawn) {
    slot.replaceChildren(h('p', { class: 'card-note bad' }, use.words.formUnavailable));
    return;
  }
  const isForm = card.getAllInputs().length > 0;
  let locked = false;
  slot.classList.toggle('form', isForm);
  slot.replaceChildren(drawn, note);
  mend(drawn);
  const disclosure = new Disclosure(drawn);
  if (use.done && isForm) finish();

  async function act(action: Action): Promise<void> {
    disclosure.update();
    if (action instanceof OpenUrlAction) {
      const href = safeHref(absolute(action.url ?? ''));
      if (href) window.open(href, '_blank', 'noopener,noreferrer');
    } else if (!locked && (action instanceof SubmitAction || action instanceof ExecuteAction)) {
      if (isForm) say(use.words.formSending, '');
      lock(true);
      const sent = await use.submit(action.data ?? {});
      if (!sent) say(use.words.formFailed, 'bad');
      else if (isForm) {
        finish();
        return;
      }
      lock(false);
    }
  }

  function finish(): void {
    lock(true);
    const summary = h('summary', {}, use.words.formSent);
    const focused = drawn!.contains((slot.getRootNode() as ShadowRoot).activeElement);
    slot.replaceChildren(h('details', {}, summary, drawn!));
    if (focused) summary.focus();
  }

  function say(text: string, manner: string): void {
    note.className = `card-note ${manner}`;
    note.textContent = text;
  }

  function lock(on: boolean): void {
    locked = on;
    for (const question of drawn!.querySelectorAll('.ac-selectable')) question.setAttribute('aria-disabled', String(on));
    for (const control of drawn!.querySelectorAll<HTMLInputElement | HTMLButtonElement>('input,textarea,select,button')) {
      control.disabled = on;
    }
  }
}

/** What the renderer leaves to its host: no autocompletion surprises, numeric keyboards, links that open safely. */
function mend(drawn: HTMLElement): void {
  for (const input of drawn.querySelectorAll<HTMLInputElement>('input[type=tel]')) input.inputMode = 'tel';
  for (const link of drawn.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
}
