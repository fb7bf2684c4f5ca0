import { backoff } from './backoff';
import type { Environment } from './environment';
import type { Failure, Outcome } from './http';
import type { ActivitySet, Grant } from './protocol';

export type Link = 'connecting' | 'online' | 'reconnecting';

export interface ReceiverCalls {
  reconnect(watermark: string): Promise<Outcome<Grant>>;
  poll(watermark: string): Promise<Outcome<ActivitySet>>;
  recover(why: Failure): Promise<boolean>;
  deliver(set: ActivitySet): void;
  link(link: Link): void;
}

const openTimeoutMs = 8_000;
const keepAliveMs = 20_000;
/** After so many sockets in a row that never opened, polling takes over for a while. */
const socketFailures = 2;
const pollingSpellMs = 60_000;

/**
 * Receives: a web socket while one can be had, polling when not. Another tab that takes the conversation's one
 * socket (close reason `collision`) leaves this tab polling instead of fighting for it.
 */
export class Receiver {
  private watermark = '';
  private socket: WebSocket | undefined;
  private readonly stopped = new AbortController();
  private wakeUp = new AbortController();

  constructor(private readonly env: Environment, private readonly calls: ReceiverCalls) {}

  /** Runs until stopped. `streamUrl` is used once, for the first socket. */
  async run(watermark: string, streamUrl?: string): Promise<void> {
    this.watermark = watermark;
    let url = streamUrl;
    let failures = 0;
    for (let attempt = 0; !this.stopped.signal.aborted; ) {
      if (failures >= socketFailures) {
        await this.pollFor(pollingSpellMs);
        failures = 0;
        continue;
      }
      if (url === undefined) {
        const again = await this.calls.reconnect(this.watermark);
        if (this.stopped.signal.aborted) return;
        if (!again.ok) {
          if (!(await this.calls.recover(again.why))) await this.pause(again.waitMs ?? backoff(attempt++, this.env.random));
          continue;
        }
        url = again.value.streamUrl;
      }
      const end: SocketEnd = url === undefined ? { opened: false, reason: '' } : await this.listen(url);
      url = undefined;
      if (this.stopped.signal.aborted) return;
      if (end.reason === 'collision') {
        await this.pollFor(pollingSpellMs);
        continue;
      }
      failures = end.opened ? 0 : failures + 1;
      attempt = end.opened ? 0 : attempt + 1;
      this.calls.link('reconnecting');
      await this.pause(backoff(attempt, this.env.random));
    }
  }

  /** The network is back or the page is seen again: do not wait any longer. */
  wake(): void {
    this.wakeUp.abort();
    this.wakeUp = new AbortController();
  }

  stop(): void {
    this.stopped.abort();
    this.wake();
    this.socket?.close();
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
      this.socket = socket;
      const giveUp = setTimeout(() => { if (!opened) socket.close(); }, openTimeoutMs);
      const keepAlive = setInterval(() => { if (socket.readyState === 1) socket.send(''); }, keepAliveMs);
      socket.onopen = () => {
        opened = true;
        this.calls.link('online');
      };
      socket.onmessage = event => this.take(event.data);
      const end = (reason: string): void => {
        clearTimeout(giveUp);
        clearInterval(keepAlive);
        resolve({ opened, reason });
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
    for (let attempt = 0; !this.stopped.signal.aborted && this.env.now() < until; ) {
      const polled = await this.calls.poll(this.watermark);
      if (this.stopped.signal.aborted) return;
      if (polled.ok) {
        attempt = 0;
        this.calls.link('online');
        this.watermark = polled.value.watermark ?? this.watermark;
        this.calls.deliver(polled.value);
        await this.pause(this.env.hidden() ? 10_000 : 1_500);
      } else {
        this.calls.link('reconnecting');
        if (!(await this.calls.recover(polled.why))) await this.pause(polled.waitMs ?? backoff(attempt++, this.env.random));
      }
    }
  }

  private pause(ms: number): Promise<void> {
    return this.env.delay(ms, this.wakeUp.signal);
  }
}

interface SocketEnd {
  opened: boolean;
  reason: string;
}
