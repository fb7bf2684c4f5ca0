import { backoff } from './backoff';
import type { Environment } from './environment';
import { DirectLineHttp, isTemporary, socketUrl, type Failure, type Outcome } from './http';
import { Outbox, type Recovery, type SendResult } from './outbox';
import type { Activity, ActivitySet, Grant } from './protocol';
import { Receiver, type Link } from './receiver';
import type { Session, SessionStore } from './session';
import { Waker } from './waker';

/** `refused`: the server does not serve this page, and trying again will not help. */
export type ConnectionState = Link | 'offline' | 'refused';

export interface ConversationEvents {
  activities(set: Activity[], history: boolean): void;
  state(state: ConnectionState): void;
  /** The earlier conversation could not be continued and a new one has begun. */
  renewed(): void;
  /** Another tab of this browser has begun a new conversation, in which this one goes on. */
  moved(): void;
}

/** One conversation with the assistant: opened or resumed, kept alive, mended when its token or itself has ended. */
export class Conversation {
  private readonly http: DirectLineHttp;
  private readonly outbox: Outbox;
  private receiver: Receiver | undefined;
  private starting: Promise<void> | undefined;
  private recovering: Promise<Recovery> | undefined;
  /** The conversation that this tab shows; the stored session may already be another one's. */
  private shownId: string | undefined;
  /** A conversation that the visitor has left. It stays stored until the next one has begun, or other tabs would begin one, too. */
  private leftId: string | undefined;
  private beginning: Promise<Outcome<Grant>> | undefined;
  private everShown = false;
  private readonly waker = new Waker();
  private refreshing = new AbortController();
  /** Ends with `stop`: what was under way then must not come back to life. */
  private life = new AbortController();

  constructor(
    server: string,
    private readonly locale: () => string,
    private readonly sessions: SessionStore,
    private readonly env: Environment,
    private readonly events: ConversationEvents) {
    this.http = new DirectLineHttp(server, env);
    const post = (activity: Activity, files: readonly File[]): Promise<Outcome<{ id?: string }>> => this.authorised((token, id) =>
      files.length > 0 ? this.http.upload(token, id, activity, files) : this.http.post(token, id, activity));
    this.outbox = new Outbox(env, post, why => this.recover(why));
  }

  /** Opens the conversation, or resumes the one remembered. Resolves when activities can be sent. */
  start(): Promise<void> {
    return (this.starting ??= this.open());
  }

  /** @param waiting Called when the activity has to wait until the server can be reached. */
  async send(activity: Activity, files: readonly File[] = [], waiting: () => void = () => undefined): Promise<SendResult> {
    if (this.env.offline()) waiting();
    await this.start();
    return this.outbox.send({ ...activity, locale: this.locale() }, files, waiting);
  }

  /** Says that the page's language was chosen; no bubble comes of it. */
  async chooseLanguage(): Promise<void> {
    await this.send({ type: 'event', name: 'language' });
  }

  /** Leaves this conversation and begins another, because the visitor asked for it. */
  async renew(): Promise<void> {
    this.stop();
    this.leftId = this.sessions.load()?.conversationId;
    await this.start();
  }

  /** Another tab may have begun a new conversation: this tab then shows that one. */
  follow(): void {
    const session = this.sessions.load();
    if (!session || this.shownId === undefined || session.conversationId === this.shownId) return;
    this.move();
  }

  /** Ends all waits. With `networkChanged` the open socket is replaced, whatever it last carried. */
  wake(networkChanged = false): void {
    this.waker.wake();
    this.outbox.wake();
    this.receiver?.wake(networkChanged);
  }

  /** The browser has lost its network. */
  disconnected(): void {
    if (this.starting) this.events.state('offline');
  }

  stop(): void {
    this.receiver?.stop();
    this.receiver = undefined;
    this.refreshing.abort();
    this.life.abort();
    this.life = new AbortController();
    this.waker.wake();
    this.starting = undefined;
    this.beginning = undefined;
    this.shownId = undefined;
  }

  /** Stops for good; what was not sent stays in its store. */
  dispose(): void {
    this.stop();
    this.outbox.stop();
  }

  private async open(): Promise<void> {
    const { signal } = this.life;
    this.events.state('connecting');
    let suspicions = 0;
    let repairs = 0;
    for (let attempt = 0; !signal.aborted; attempt++) {
      const outcome = this.current() ? await this.resume() : await this.begin();
      if (outcome.ok || signal.aborted) return;
      // A repair that did not help is not repeated without a pause.
      const isRepaired = !isTemporary(outcome.why) && this.current() && (await this.recover(outcome.why, false)) === 'done';
      if (isRepaired && repairs++ === 0) continue;
      // A browser reports a page that is not allowed just as it reports no network; that the server is there tells them apart. Once
      // may be a server that has just come back.
      if (outcome.why === 'unreachable' && attempt > 0 && (await this.http.reachable())) suspicions++;
      if (signal.aborted) return;
      if (outcome.why === 'refused' || suspicions >= 2) return this.events.state('refused');
      this.events.state('offline');
      await this.env.delay(outcome.waitMs ?? backoff(attempt, this.env.random), this.waker.signal);
    }
  }

  /** Another tab has begun a conversation, in which this one goes on. */
  private move(): void {
    this.stop();
    this.leftId = undefined;
    if (this.everShown) this.events.moved();
    void this.start();
  }

  /** The stored session, unless its conversation was left. */
  private current(): Session | undefined {
    const session = this.sessions.load();
    return session?.conversationId === this.leftId ? undefined : session;
  }

  private begin(): Promise<Outcome<Grant>> {
    const begun = this.beginning ?? this.beginNew().finally(() => {
      if (this.beginning === begun) this.beginning = undefined;
    });
    return (this.beginning = begun);
  }

  private async beginNew(): Promise<Outcome<Grant>> {
    const { signal } = this.life;
    const before = this.sessions.load()?.conversationId;
    const token = await this.http.token(this.locale());
    if (!token.ok || signal.aborted) return token;
    const started = await this.http.start(token.value.token, this.locale());
    if (!started.ok || signal.aborted) return started;
    const stored = this.sessions.load();
    if (stored && stored.conversationId !== before) {
      // Another tab was faster.
      this.move();
      return started;
    }
    this.remember({ ...token.value, ...started.value });
    this.listen('', started.value.streamUrl);
    return started;
  }

  /** Reads the whole transcript, then listens for what follows it. */
  private async resume(): Promise<Outcome<unknown>> {
    const { signal } = this.life;
    this.shownId = this.sessions.load()?.conversationId;
    this.everShown = true;
    let watermark = '';
    for (;;) {
      const page = await this.authorised((t, id) => this.http.activities(t, id, watermark));
      if (!page.ok || signal.aborted) return page;
      const activities = page.value.activities ?? [];
      if (activities.length > 0) this.events.activities(activities, true);
      const next = page.value.watermark ?? watermark;
      if (activities.length === 0 || next === watermark) break;
      watermark = next;
    }
    this.scheduleRefresh();
    this.listen(watermark);
    return { ok: true, value: undefined };
  }

  private listen(watermark: string, streamUrl?: string): void {
    this.receiver?.stop();
    const receiver = new Receiver({ ...this.env, openSocket: url => this.env.openSocket(socketUrl(this.http.server, url)) }, {
      reconnect: w => this.authorised((t, id) => this.http.reconnect(t, id, w)),
      poll: w => this.authorised((t, id) => this.http.activities(t, id, w)),
      recover: why => this.recover(why),
      deliver: (set: ActivitySet) => { if (set.activities?.length) this.events.activities(set.activities, false); },
      link: state => this.events.state(state !== 'online' && this.env.offline() ? 'offline' : state),
    });
    this.receiver = receiver;
    void receiver.run(watermark, streamUrl);
  }

  /**
   * Mends at most once at a time, whoever notices first. A token that the server no longer knows (its keys were
   * renewed, say) is as good as expired.
   */
  private recover(why: Failure, listening = true): Promise<Recovery> {
    if (isTemporary(why)) return Promise.resolve('later');
    if (why === 'tooLarge') return Promise.resolve('impossible');
    return (this.recovering ??= this.mend(why, listening).finally(() => (this.recovering = undefined)));
  }

  private async mend(why: Failure, listening: boolean): Promise<Recovery> {
    const { signal } = this.life;
    const session = this.current();
    const isAsked = this.leftId !== undefined;
    if (session && this.shownId !== undefined && session.conversationId !== this.shownId) {
      this.move();
      return 'done';
    }
    if (why !== 'ended' && session?.resume) {
      const again = await this.http.token(this.locale(), session.resume);
      // Meanwhile the visitor or another tab may have begun a new conversation.
      if (signal.aborted || this.current()?.conversationId !== session.conversationId) return 'done';
      if (again.ok && again.value.conversationId === session.conversationId) {
        this.remember(again.value);
        return 'done';
      }
      if (!again.ok && isTemporary(again.why)) return 'later';
    }
    if (!isAsked) this.sessions.clear();
    this.shownId = undefined;
    const begun = listening ? await this.begin() : undefined;
    if (signal.aborted) return 'done';
    if (begun && !begun.ok) return isTemporary(begun.why) ? 'later' : 'impossible';
    if (!isAsked) this.events.renewed();
    return 'done';
  }

  private remember(grant: Grant): void {
    const before = this.sessions.load();
    const same = before?.conversationId === grant.conversationId ? before : undefined;
    const resume = grant.resume ?? same?.resume;
    this.shownId = grant.conversationId;
    this.leftId = undefined;
    this.everShown = true;
    this.sessions.save({
      conversationId: grant.conversationId,
      token: grant.token,
      expiresAt: this.env.now() + grant.expires_in * 1000,
      ...(resume === undefined ? {} : { resume }),
      ...(same?.seen === undefined ? {} : { seen: same.seen }),
    });
    this.scheduleRefresh();
  }

  /** Renews the token at half its life. A failure is not yet trouble: whoever meets the expired token mends it. */
  private scheduleRefresh(): void {
    this.refreshing.abort();
    const { signal } = (this.refreshing = new AbortController());
    const session = this.sessions.load();
    if (!session) return;
    const wait = Math.min(Math.max((session.expiresAt - this.env.now()) / 2, 5_000), 900_000);
    void this.env.delay(wait, signal).then(async () => {
      if (signal.aborted) return;
      const fresh = await this.authorised(t => this.http.refresh(t));
      if (signal.aborted) return;
      if (fresh.ok) this.remember(fresh.value);
      else if (isTemporary(fresh.why)) this.scheduleRefresh();
    });
  }

  private authorised<T>(call: (token: string, id: string) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const session = this.current();
    if (session && this.shownId !== undefined && session.conversationId !== this.shownId) {
      this.follow();
      return Promise.resolve({ ok: false, why: 'busy', waitMs: 0 });
    }
    return session ? call(session.token, session.conversationId) : Promise.resolve({ ok: false, why: 'ended' });
  }
}
