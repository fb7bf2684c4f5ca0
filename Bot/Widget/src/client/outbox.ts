import { backoff } from './backoff';
import type { Environment } from './environment';
import type { Failure, Outcome } from './http';
import type { Activity } from './protocol';

export type SendResult = { ok: true; id?: string } | { ok: false; why: Failure };

const attempts = 5;

/**
 * Sends one activity at a time, in order. A send that may have been lost is repeated with the same
 * clientActivityID, by which the server and the transcript recognise it.
 */
export class Outbox {
  private tail: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly env: Environment,
    private readonly post: (activity: Activity, files: readonly File[]) => Promise<Outcome<{ id?: string }>>,
    /** Mends an expired token or an ended conversation; false when it cannot. */
    private readonly recover: (why: 'expired' | 'ended') => Promise<boolean>) {}

  send(activity: Activity, files: readonly File[] = []): Promise<SendResult> {
    const sent = this.tail.then(() => this.attempt(activity, files));
    this.tail = sent.catch(() => undefined);
    return sent;
  }

  private async attempt(activity: Activity, files: readonly File[]): Promise<SendResult> {
    let recovered = 0;
    for (let attempt = 0; ; attempt++) {
      const outcome = await this.post(activity, files);
      if (outcome.ok) return outcome.value.id === undefined ? { ok: true } : { ok: true, id: outcome.value.id };
      const { why } = outcome;
      if (attempt + 1 >= attempts) return { ok: false, why };
      if (why === 'expired' || why === 'ended') {
        if (recovered++ >= 2 || !(await this.recover(why))) return { ok: false, why };
      } else if (why === 'busy' || why === 'unreachable') {
        await this.env.delay(outcome.waitMs ?? backoff(attempt, this.env.random));
      } else {
        return { ok: false, why };
      }
    }
  }
}
