import {
  AdaptiveCard, ExecuteAction, GlobalSettings, OpenUrlAction, SubmitAction, ToggleVisibilityAction, type Action,
} from 'adaptivecards';
import type { CardUse } from '../chat/cardSlot';
import { h } from '../chat/h';
import { setChildren } from '../launcher/compat';
import { safeHref } from '../markdown/ast';
import { absolute } from '../markdown/absolute';
import { renderBlocks } from '../markdown/dom';
import { parseMarkdown } from '../markdown/parse';
import { Disclosure } from './disclosure';
import { FormHelp } from './form';
import { replaces } from './formState';
import { hostConfig } from './hostConfig';
import { Steps } from './steps';
import { Votes } from './votes';

GlobalSettings.useAdvancedTextBlockTruncation = false;
GlobalSettings.useAdvancedCardBottomTruncation = false;
GlobalSettings.allowMarkForTextHighlighting = false;
GlobalSettings.setTabIndexAtCardRoot = false;
// The text is passed on as it is; the build makes the renderer draw it with the function below instead of assigning markup.
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = text;
  result.didProcess = true;
};
(AdaptiveCard as unknown as { drawMarkdown(element: HTMLElement, text: string): void }).drawMarkdown = (element, text) =>
  element.append(renderBlocks(parseMarkdown(text).blocks));

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
    setChildren(slot, h('p', { class: 'card-note bad' }, use.words.formUnavailable));
    return;
  }
  const isForm = card.getAllInputs().length > 0;
  let locked = false;
  slot.classList.toggle('form', isForm);
  setChildren(slot, drawn, note);
  mend(drawn);
  const help = new FormHelp(card, drawn, use);
  const steps = new Steps(card, help, values => use.check(values));
  const disclosure = new Disclosure(drawn);
  help.markSteps();
  slot.addEventListener('forget', () => help.forgetDraft());
  // What was typed there stands in the newer card, so that nothing of the older one is to be looked at.
  slot.addEventListener('moved', () => {
    lock(true);
    slot.removeAttribute('data-form');
    setChildren(slot, h('p', { class: 'card-note' }, use.words.formMoved));
  });
  if (isForm && help.formKey !== undefined && !use.done) {
    slot.setAttribute('data-form', help.formKey);
    // The same form again, further down: only the newer card is filled in.
    for (const other of (slot.getRootNode() as ParentNode).querySelectorAll('.card[data-form]')) {
      if (other !== slot && replaces(help.formKey, other.getAttribute('data-form')!)) other.dispatchEvent(new Event('moved'));
    }
  }
  const votes = new Votes(card, use.voted);
  if (use.done && isForm) finish();
  else if (help.wasSending) say(use.words.formUnsent, 'bad');

  async function act(action: Action): Promise<void> {
    help.markSteps();
    // The renderer shows and hides parts only after this call.
    void Promise.resolve().then(() => disclosure.update());
    if (action instanceof ToggleVisibilityAction && action.renderedElement?.hasAttribute('data-step')) {
      // The renderer shows the next step only after this call.
      setTimeout(() => help.focusStep());
    }
    if (action instanceof OpenUrlAction) {
      const href = safeHref(absolute(action.url ?? ''));
      if (href) window.open(href, '_blank', 'noopener,noreferrer');
    } else if (caseToAddTo(action) !== undefined) {
      use.replyTo(caseToAddTo(action)!);
    } else if (votes.isCast(action)) {
      // Pressed again: the vote stands.
    } else if (!locked && (action instanceof SubmitAction || action instanceof ExecuteAction) && await steps.maySend(action.data)) {
      if (isForm) {
        say(use.words.formSending, '');
        help.markSending(true);
      }
      lock(true);
      const sent = await use.submit(action.data ?? {}, isForm, () => { if (isForm) say(use.words.formWaiting, ''); });
      if (isForm) help.markSending(false);
      if (!sent) say(use.words.formFailed, 'bad');
      else if (isForm) {
        finish();
        return;
      }
      lock(false);
      if (sent) votes.cast(action);
    }
  }

  function finish(): void {
    help.forgetDraft();
    fold(use.words.formSent);
  }

  function fold(said: string): void {
    lock(true);
    const summary = h('summary', {}, said);
    const focused = drawn!.contains((slot.getRootNode() as ShadowRoot).activeElement);
    setChildren(slot, h('details', {}, summary, drawn!));
    if (focused) summary.focus();
  }

  function say(text: string, manner: string): void {
    note.className = `card-note ${manner}`;
    note.textContent = text;
  }

  function lock(on: boolean): void {
    locked = on;
    for (const question of drawn!.querySelectorAll('.ac-selectable:not(button)')) question.setAttribute('aria-disabled', String(on));
    for (const control of drawn!.querySelectorAll<HTMLInputElement | HTMLButtonElement>('input,textarea,select,button')) {
      control.disabled = on;
    }
  }
}

/** The case of a button that begins a message for it; other clients leave that to the service. */
function caseToAddTo(action: Action): string | undefined {
  const data = action instanceof SubmitAction ? (action.data as { action?: unknown; number?: unknown } | undefined) : undefined;
  return data?.action === 'addToCase' && typeof data.number === 'string' ? data.number : undefined;
}

/** What the renderer leaves to its host: links that open safely. */
function mend(drawn: HTMLElement): void {
  for (const link of drawn.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
}
