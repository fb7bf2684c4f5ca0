/** What the client needs from the browser; tests hand in their own. */
export interface Environment {
  fetch(url: string, init: RequestInit): Promise<Response>;
  openSocket(url: string): WebSocket;
  delay(ms: number, signal?: AbortSignal): Promise<void>;
  random(): number;
  /** Milliseconds since the epoch. */
  now(): number;
  /** True while nobody can see the page: polling slows down. */
  hidden(): boolean;
  /** True while the browser knows that it has no network. */
  offline(): boolean;
}

export const browser: Environment = {
  fetch: (url, init) => fetch(url, init),
  openSocket: url => new WebSocket(url),
  delay,
  random: () => Math.random(),
  now: () => Date.now(),
  hidden: () => document.hidden,
  offline: () => navigator.onLine === false,
};

/** Waits; an aborted wait ends early and quietly. */
export function delay(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal?.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}
