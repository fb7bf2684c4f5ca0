import type { Conversation } from '../client/conversation';
import { clientKey, wordsOf, type Activity } from '../client/protocol';
import type { Entry, Transcript } from '../client/transcript';
import type { UnsentStore } from '../client/unsent';

/** What was written longer ago is not sent by itself any more: the visitor may have forgotten it. */
const automaticMs = 24 * 60 * 60 * 1000;

/** Sends the visitor's messages: shown at once, kept until the server has them, and found again after a reload. */
export class Sender {
  private keys = 0;

  constructor(
    private readonly transcript: Transcript,
    private readonly conversation: Conversation,
    private readonly unsent: UnsentStore,
    private readonly draw: (entry: Entry) => void) {}

  get hasUnsent(): boolean {
    return this.unsent.load().length > 0;
  }

  /** What is not shown as a bubble, a form's values above all, is not kept: nothing may be sent later that the visitor does not see. */
  post(activity: Activity, files: readonly File[] = [], isForm = false, waiting: () => void = () => undefined): Promise<boolean> {
    const key = `${Date.now().toString(36)}${(this.keys++).toString(36)}${Math.random().toString(36).slice(2, 8)}`;
    const entry = this.transcript.optimistic(key, {
      ...activity,
      from: { id: '', role: 'user' },
      channelData: { ...activity.channelData, clientActivityID: key },
    });
    if (files.length > 0) entry.files = files;
    if (!isForm && isShown(entry.activity)) {
      this.unsent.add({ key, activity: entry.activity, at: Date.now(), ...(files.length > 0 ? { files: files.map(f => f.name) } : {}) });
    }
    return this.deliver(entry, waiting);
  }

  /** The server has it, whatever became of the answer to its POST. */
  confirmed(activity: Activity): void {
    const key = clientKey(activity);
    if (key !== undefined) this.unsent.remove(key);
  }

  /** The visitor does without a message that was not sent. */
  discard(entry: Entry): void {
    this.unsent.remove(entry.key);
    this.transcript.remove(entry);
  }

  async deliver(entry: Entry, waiting: () => void = () => undefined): Promise<boolean> {
    this.keepShown(entry);
    entry.status = 'sending';
    this.draw(entry);
    const { from: _, ...activity } = entry.activity;
    const result = await this.conversation.send(activity, entry.files, () => {
      this.show(entry, 'waiting');
      waiting();
    });
    if (!result.ok) entry.why = result.why;
    // What the server could not take is offered again after a reload; what it refuses would be refused again.
    if (result.ok || result.why === 'refused' || result.why === 'tooLarge') this.unsent.remove(entry.key);
    this.show(entry, result.ok ? 'sent' : 'failed', result.ok ? result.id : undefined);
    return result.ok;
  }

  /** Shows what an earlier page could not send, and sends it. */
  restore(now: number): void {
    for (const { key, activity, at, files } of this.unsent.load()) {
      if (this.transcript.entries.some(e => e.key === key)) continue;
      if (!isShown(activity)) {
        this.unsent.remove(key);
        continue;
      }
      const entry = this.transcript.optimistic(key, activity);
      if (files) {
        entry.lostFiles = files;
        this.show(entry, 'failed');
      } else if (now - at > automaticMs) {
        this.show(entry, 'failed');
      } else {
        void this.deliver(entry);
      }
    }
  }

  private show(entry: Entry, status: 'waiting' | 'sent' | 'failed', id?: string): void {
    this.keepShown(entry);
    this.transcript.mark(entry.key, status, id);
    this.draw(entry);
  }

  /** The conversation may have been begun anew on the way: the message goes on in the new one. */
  private keepShown(entry: Entry): void {
    if (!this.transcript.entries.includes(entry)) this.transcript.entries.push(entry);
  }
}

/** A form's values answer the message that brought it. */
const isShown = (activity: Activity): boolean =>
  (wordsOf(activity) !== undefined || (activity.attachments?.length ?? 0) > 0)
  && !(activity.replyToId !== undefined && hasForm(activity.value));

const hasForm = (value: unknown): boolean => typeof (value as { form?: unknown } | undefined)?.form === 'string';
