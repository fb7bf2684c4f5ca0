import { backoff } from './backoff';
import type { Environment } from './environment';
import { isTemporary, type Failure, type Outcome } from './http';
import type { Activity } from './protocol';
import { Waker } from './waker';

export type SendResult = { ok: true; id?: string } | { ok: false; why: Failure };

/** Whether an expired token or an ended conversation could be replaced: now, perhaps later, or not at all. */
export type Recovery = 'done' | 'later' | 'impossible';

/** After so many faults of the server on one message the person decides whether to try again. */
const maxFaults = 5;

/**
 * Sends one activity at a time, in order. While the server cannot be reached the activity is kept and tried again, however long that
 * takes. A send that may have been lost is repeated with the same clientActivityID, by which the server and the transcript recognise it.
 */
export class Outbox {
  private tail: Promise<unknown> = Promise.resolve();
  private readonly waker = new Waker();
  private stopped = false;

  constructor(
    private readonly env: Environment,
    private readonly post: (activity: Activity, files: readonly File[]) => Promise<Outcome<{ id?: string }>>,
    private readonly recover: (why: 'expired' | 'ended') => Promise<Recovery>) {}

  /** @param waiting Called when the activity has to wait for the server. */
  send(activity: Activity, files: readonly File[] = [], waiting: () => void = () => undefined): Promise<SendResult> {
    const sent = this.tail.then(() => this.attempt(activity, files, waiting));
    this.tail = sent.catch(() => undefined);
    return sent;
  }

  /** Tries again at once what waits. */
  wake(): void {
    this.waker.wake();
  }

  stop(): void {
    this.stopped = true;
    this.waker.wake();
  }

  private async attempt(activity: Activity, files: readonly File[], waiting: () => void): Promise<SendResult> {
    let recoveries = 0;
    let faults = 0;
    for (let attempt = 0; !this.stopped; attempt++) {
      const outcome = await this.post(activity, files);
      if (outcome.ok) return outcome.value.id === undefined ? { ok: true } : { ok: true, id: outcome.value.id };
      const { why } = outcome;
      if (why === 'expired' || why === 'ended') {
        const recovery = await this.recover(why);
        if (recovery === 'impossible' || (recovery === 'done' && recoveries++ >= 2)) return { ok: false, why };
        if (recovery === 'done') continue;
      } else if (!isTemporary(why) || (why === 'fault' && ++faults >= maxFaults)) {
        return { ok: false, why };
      }
      waiting();
      await this.env.delay(outcome.waitMs ?? backoff(attempt, this.env.random), this.waker.signal);
    }
    return { ok: false, why: 'unreachable' };
  }
}
