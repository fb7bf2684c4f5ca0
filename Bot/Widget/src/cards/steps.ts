import { ToggleVisibilityAction, type AdaptiveCard, type Input } from 'adaptivecards';
import type { FormCheck, FormHelp } from './form';

/** The steps of a form, each checked when it is left, and all of them before the form is sent. */
export class Steps {
  private readonly parts: string[] = [];
  private readonly sent: unknown;
  private isChecking = false;

  constructor(
    private readonly card: AdaptiveCard,
    private readonly help: FormHelp,
    private readonly check: (values: unknown) => Promise<FormCheck | undefined>) {
    for (let part = 'step1'; card.getElementById(part); part = `step${this.parts.length + 1}`) this.parts.push(part);
    const data = card.getAllActions().map(action => (action as unknown as { data?: { action?: unknown } }).data);
    this.sent = data.find(d => d?.action === 'form');
    for (const action of card.getAllActions()) {
      const way = action instanceof ToggleVisibilityAction ? /^(next|back)-/.exec(action.id ?? '')?.[1] : undefined;
      if (way === undefined) continue;
      action.renderedElement?.setAttribute('data-step', way);
      if (!this.isForm) continue;
      const go = action.execute.bind(action);
      const leave = (): void => {
        go();
        this.keep();
      };
      action.execute = () => void (way === 'back' ? Promise.resolve(true) : this.mayLeave(false)).then(may => { if (may) leave(); });
    }
    if (this.isForm) this.show(this.parts.find(part => part === help.keptStep));
  }

  private keep(): void {
    const shown = this.parts.find(part => this.card.getElementById(part)!.isVisible);
    if (shown !== undefined) this.help.keepStep(shown);
  }

  private get isForm(): boolean {
    return this.sent !== undefined && this.parts.length > 0;
  }

  /** Whether the form may be sent; else the first step with a problem is shown, and the problem beside its field. */
  maySend(data: unknown): Promise<boolean> {
    return this.isForm && (data as { action?: unknown } | undefined)?.action === 'form' ? this.mayLeave(true) : Promise.resolve(true);
  }

  private async mayLeave(all: boolean): Promise<boolean> {
    if (this.isChecking) return false;
    this.isChecking = true;
    const found = await this.check(this.help.values(this.sent));
    this.isChecking = false;
    if (!found) return true;
    if (all) {
      const wrong = this.card.getAllInputs().find(input => found.problems[input.id ?? ''] !== undefined);
      if (wrong) this.show(partOf(wrong));
    }
    return !this.help.showProblems(found);
  }

  private show(part: string | undefined): void {
    if (part === undefined) return;
    for (const id of this.parts) this.card.getElementById(id)!.isVisible = id === part;
    this.keep();
  }
}

function partOf(input: Input): string | undefined {
  let at: { id?: string | undefined; parent?: unknown } | undefined = input;
  while (at && !/^step\d+$/.test(at.id ?? '')) at = at.parent as typeof at;
  return at?.id;
}
