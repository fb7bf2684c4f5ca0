import { backoff } from './backoff';
import type { Environment } from './environment';
import type { Failure, Outcome } from './http';
import type { Recovery } from './outbox';
import type { ActivitySet, Grant } from './protocol';
import { Waker } from './waker';

export type Link = 'connecting' | 'online' | 'reconnecting';

export interface ReceiverCalls {
  reconnect(watermark: string): Promise<Outcome<Grant>>;
  poll(watermark: string): Promise<Outcome<ActivitySet>>;
  recover(why: Failure): Promise<Recovery>;
  deliver(set: ActivitySet): void;
  link(link: Link): void;
}

const openTimeoutMs = 8_000;
/** Both sides send an empty frame at least this often (`DirectLineOptions.KeepAlive`). */
export const heartbeatMs = 8_000;
/** A socket that was silent for longer is half open: the network changed under it, and nothing will ever come. */
export const silenceLimitMs = 18_000;
/** After so many sockets in a row that never opened, polling takes over for a while. */
const socketFailures = 2;
const pollingSpellMs = 60_000;

/**
 * Receives: a web socket where one can be opened, polling where not. Another tab that takes the conversation's one
 * socket (close reason `collision`) leaves this tab polling instead of fighting for it.
 */
export class Receiver {
  private watermark = '';
  private stopped = false;
  private lastFrameAt = 0;
  /** Gives the open socket up; its end is not waited for, because a half-open one may take minutes to close. */
  private abandon: () => void = () => undefined;
  private readonly waker = new Waker();

  constructor(private readonly env: Environment, private readonly calls: ReceiverCalls) {}

  /** Runs until stopped. `streamUrl` is used once, for the first socket. */
  async run(watermark: string, streamUrl?: string): Promise<void> {
    this.watermark = watermark;
    let url = streamUrl;
    let failures = 0;
    let repairs = 0;
    for (let attempt = 0; !this.stopped; ) {
      if (failures >= socketFailures) {
        await this.pollFor(pollingSpellMs);
        failures = 0;
        continue;
      }
      if (url === undefined) {
        // Without a watermark the service would send only what is new, and the greeting would be missed.
        const again = await this.calls.reconnect(this.watermark || '0');
        if (this.stopped) return;
        if (!again.ok) {
          // A repair that did not help is not repeated without a pause.
          const isRepaired = (await this.calls.recover(again.why)) === 'done';
          if (!isRepaired || repairs++ > 0) await this.pause(again.waitMs ?? backoff(attempt++, this.env.random));
          continue;
        }
        repairs = 0;
        url = again.value.streamUrl;
      }
      const end: SocketEnd = url === undefined ? { opened: false, reason: '' } : await this.listen(url);
      url = undefined;
      if (this.stopped) return;
      if (end.reason === 'collision') {
        await this.pollFor(pollingSpellMs);
        continue;
      }
      failures = end.opened || end.reason === abandoned ? 0 : failures + 1;
      attempt = end.opened ? 0 : attempt + 1;
      this.calls.link('reconnecting');
      if (end.reason !== abandoned) await this.pause(backoff(attempt, this.env.random));
    }
  }

  /**
   * The network is back or the page is seen again: waits end, and a socket that may be half open is replaced.
   * @param networkChanged The browser says so: then the socket is replaced whatever it last carried.
   */
  wake(networkChanged = false): void {
    this.waker.wake();
    if (networkChanged || this.env.now() - this.lastFrameAt > heartbeatMs * 1.5) this.abandon();
  }

  stop(): void {
    this.stopped = true;
    this.waker.wake();
    this.abandon();
  }

  private listen(url: string): Promise<SocketEnd> {
    return new Promise(resolve => {
      let opened = false;
      let socket: WebSocket;
      try {
        socket = this.env.openSocket(url);
      } catch {
        return resolve({ opened, reason: '' });
      }
      const quiet = new Waker();
      let ended = false;
      const end = (reason: string): void => {
        if (ended) return;
        ended = true;
        this.abandon = () => undefined;
        socket.onopen = socket.onmessage = socket.onerror = socket.onclose = null;
        quiet.wake();
        socket.close();
        resolve({ opened, reason });
      };
      /** Ends the socket when nothing comes for too long; every frame begins the wait anew. */
      const expectFrame = (ms: number): void => {
        quiet.wake();
        const { signal } = quiet;
        void this.env.delay(ms, signal).then(() => {
          if (!signal.aborted) end(opened ? abandoned : '');
        });
      };
      const beat = async (): Promise<void> => {
        while (!ended) {
          if (socket.readyState === 1) socket.send('');
          await this.env.delay(heartbeatMs, this.waker.signal);
        }
      };
      this.abandon = () => end(abandoned);
      this.lastFrameAt = this.env.now();
      expectFrame(openTimeoutMs);
      socket.onopen = () => {
        opened = true;
        this.lastFrameAt = this.env.now();
        expectFrame(silenceLimitMs);
        this.calls.link('online');
        void beat();
      };
      socket.onmessage = event => {
        this.lastFrameAt = this.env.now();
        expectFrame(silenceLimitMs);
        this.take(event.data);
      };
      // An error before the socket is open is its end; after that the close says why.
      socket.onerror = () => { if (!opened) end(''); };
      socket.onclose = event => end(event.reason);
    });
  }

  private take(frame: unknown): void {
    if (typeof frame !== 'string' || frame === '') return;
    let set: ActivitySet;
    try {
      set = JSON.parse(frame) as ActivitySet;
    } catch {
      return;
    }
    this.watermark = set.watermark ?? this.watermark;
    this.calls.deliver(set);
  }

  private async pollFor(spellMs: number): Promise<void> {
    const until = this.env.now() + spellMs;
    let repairs = 0;
    for (let attempt = 0; !this.stopped && this.env.now() < until; ) {
      const polled = await this.calls.poll(this.watermark);
      if (this.stopped) return;
      if (polled.ok) {
        attempt = repairs = 0;
        this.calls.link('online');
        this.watermark = polled.value.watermark ?? this.watermark;
        this.calls.deliver(polled.value);
        await this.pause(this.env.hidden() ? 10_000 : 1_500);
      } else {
        this.calls.link('reconnecting');
        const isRepaired = (await this.calls.recover(polled.why)) === 'done';
        if (!isRepaired || repairs++ > 0) await this.pause(polled.waitMs ?? backoff(attempt++, this.env.random));
      }
    }
  }

  private pause(ms: number): Promise<void> {
    return this.env.delay(ms, this.waker.signal);
  }
}

/** The reason of a socket that this side gave up. */
const abandoned = 'abandoned';

interface SocketEnd {
  opened: boolean;
  reason: string;
}
