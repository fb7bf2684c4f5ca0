/** Ends waits early: the network is back, the page is seen again, or everything stops. */
export class Waker {
  private controller = new AbortController();

  /** Aborts at the next `wake`. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  wake(): void {
    this.controller.abort();
    this.controller = new AbortController();
  }
}
