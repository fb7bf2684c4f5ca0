import type { Failure } from './http';
import { clientKey, isMine, type Activity } from './protocol';

/** `waiting`: kept until the server can be reached. */
export type EntryStatus = 'sending' | 'waiting' | 'failed' | 'sent' | 'received';

/** One bubble: an activity, and how far it has come. */
export interface Entry {
  readonly key: string;
  activity: Activity;
  status: EntryStatus;
  /** Why sending failed. */
  why?: Failure;
  /** What goes with it, until the server has it. */
  files?: readonly File[];
  /** The names of its files, where a reload has lost them. */
  lostFiles?: readonly string[];
}

export type Change = 'added' | 'changed' | 'none';

/**
 * The bubbles in order. What the server has confirmed keeps the server's order; what is still under way stands
 * below it. Nothing appears twice, however often the stream and the transcript deliver it.
 */
export class Transcript {
  readonly entries: Entry[] = [];

  /** Takes an activity from the server. The same id edits its bubble; an echo confirms the optimistic one. */
  receive(activity: Activity): { change: Change; entry?: Entry } {
    const stream = streamKey(activity);
    if (activity.type !== 'message' && !(activity.type === 'typing' && stream && activity.text)) return { change: 'none' };
    const key = clientKey(activity);
    const known = this.entries.find(e =>
      (activity.id !== undefined && e.activity.id === activity.id) ||
      (isMine(activity) && key !== undefined && e.key === key) ||
      (stream !== undefined && e.key === stream));
    const status: EntryStatus = isMine(activity) ? 'sent' : 'received';
    if (!known) {
      const entry: Entry = { key: stream ?? key ?? activity.id ?? `at-${this.entries.length}`, activity, status };
      this.insertConfirmed(entry);
      return { change: 'added', entry };
    }
    const wasPending = known.activity.timestamp === undefined;
    if (!wasPending && JSON.stringify(known.activity) === JSON.stringify(activity)) return { change: 'none', entry: known };
    known.activity = activity;
    known.status = status;
    if (wasPending) {
      this.entries.splice(this.entries.indexOf(known), 1);
      this.insertConfirmed(known);
    }
    return { change: 'changed', entry: known };
  }

  /** Shows what the visitor has just sent, before the server knows it. */
  optimistic(key: string, activity: Activity): Entry {
    const entry: Entry = { key, activity, status: 'sending' };
    this.entries.push(entry);
    return entry;
  }

  mark(key: string, status: EntryStatus, id?: string): Entry | undefined {
    const entry = this.entries.find(e => e.key === key);
    if (!entry) return undefined;
    // The echo may have come before the answer to the POST: what is confirmed stays so.
    if (entry.activity.timestamp === undefined) {
      entry.status = status;
      if (id !== undefined) entry.activity = { ...entry.activity, id };
    }
    return entry;
  }

  remove(entry: Entry): void {
    const at = this.entries.indexOf(entry);
    if (at >= 0) this.entries.splice(at, 1);
  }

  /** How many messages from the other side came after the one last seen. */
  unreadAfter(seen: string | undefined): number {
    const start = seen === undefined ? -1 : this.entries.findIndex(e => e.activity.id === seen);
    return this.entries.slice(start + 1).filter(e => e.status === 'received').length;
  }

  get lastId(): string | undefined {
    return this.entries.filter(e => e.activity.id !== undefined && e.activity.timestamp !== undefined).pop()?.activity.id;
  }

  /** Forgets what the server has; what is still to be sent goes on in the next conversation. */
  clear(): void {
    this.entries.splice(0, this.entries.length, ...this.entries.filter(e => e.activity.timestamp === undefined && isPending(e)));
  }

  private insertConfirmed(entry: Entry): void {
    const pending = this.entries.findIndex(e => e.activity.timestamp === undefined);
    this.entries.splice(pending < 0 ? this.entries.length : pending, 0, entry);
  }
}

const isPending = (entry: Entry): boolean => entry.status === 'sending' || entry.status === 'waiting' || entry.status === 'failed';

/** Partial text and the message that ends it share a stream. */
function streamKey(activity: Activity): string | undefined {
  const data = activity.channelData;
  if (!data?.streamType) return undefined;
  const id = data.streamId ?? activity.id;
  return id === undefined ? undefined : `stream:${id}`;
}
