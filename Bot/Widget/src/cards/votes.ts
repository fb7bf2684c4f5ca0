import { SubmitAction, type Action, type AdaptiveCard } from 'adaptivecards';

interface Vote {
  action: 'vote';
  answer: string;
  up: boolean;
}

const voteOf = (action: Action): Vote | undefined => {
  const data = action instanceof SubmitAction ? (action.data as Partial<Vote> | undefined) : undefined;
  if (data?.action !== 'vote' || typeof data.answer !== 'string') return undefined;
  return { action: 'vote', answer: data.answer, up: data.up === true };
};

/** The buttons for votes: small, at the end of the card, and they show which vote was given. */
export class Votes {
  private readonly actions: Action[];

  constructor(card: AdaptiveCard, private readonly voted: (answerId: string) => boolean | undefined) {
    this.actions = card.getAllActions().filter(action => voteOf(action) !== undefined);
    for (const action of this.actions) action.renderedElement?.parentElement?.classList.add('votes');
    this.show();
  }

  isCast(action: Action): boolean {
    const vote = voteOf(action);
    return vote !== undefined && action.renderedElement?.getAttribute('aria-pressed') === 'true';
  }

  cast(action: Action): void {
    const vote = voteOf(action);
    if (vote) this.show(vote);
  }

  private show(now?: Vote): void {
    for (const action of this.actions) {
      const vote = voteOf(action)!;
      const given = now && now.answer === vote.answer ? now.up : this.voted(vote.answer);
      action.renderedElement?.setAttribute('aria-pressed', String(given === vote.up));
    }
  }
}
