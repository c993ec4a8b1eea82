import { abortReason, onAbort } from './abort.js';
import { Chain } from './chain.js';

/**
 * Hands out permits: places of calls, or bytes of memory. A holder never waits for more permits, so that holders always
 * finish; a single holder may have as many as it needs.
 */
export class Semaphore {
  private acquired = 0;
  private readonly waiters = new Chain<Waiter>();

  constructor(private readonly permits: number) {}

  get used(): number {
    return this.acquired;
  }

  get waitingCount(): number {
    return this.waiters.size;
  }

  /**
   * Acquires permits, in FIFO order: at once if nothing is returned, else when the promise resolves.
   *
   * @throws CollectorError the signal's reason
   */
  acquire(count = 1, signal?: AbortSignal): Promise<void> | undefined {
    if (this.waiters.size === 0 && this.fits(count)) {
      this.acquired += count;
      return undefined;
    }
    return this.wait(count, signal);
  }

  /** Acquires permits without waiting; returns false if too few are free. */
  tryAcquire(count = 1): boolean {
    if (this.acquired + count > this.permits) return false;
    this.acquired += count;
    return true;
  }

  /** Changes the number of permits of a holder; returns false, and changes nothing, if too few are free. */
  tryResize(from: number, to: number): boolean {
    this.acquired -= from;
    const fits = to <= from || this.fits(to);
    this.acquired += fits ? to : from;
    if (to < from) this.serve();
    return fits;
  }

  /** Releases permits, to the callers that have waited longest. */
  release(count = 1): void {
    this.acquired -= count;
    this.serve();
  }

  private fits(count: number): boolean {
    return this.acquired + count <= this.permits || this.acquired === 0;
  }

  private wait(count: number, signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted === true) return Promise.reject(abortReason(signal));
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { count, start: resolve };
      const link = this.waiters.add(waiter);
      if (signal === undefined) return;
      const stop = onAbort(signal, () => {
        this.waiters.remove(link);
        reject(abortReason(signal));
        this.serve();
      });
      waiter.start = () => {
        stop();
        resolve();
      };
    });
  }

  private serve(): void {
    for (let link = this.waiters.head; link !== undefined; link = this.waiters.head) {
      const { count, start } = link.item;
      if (!this.fits(count)) return;
      this.waiters.remove(link);
      this.acquired += count;
      start();
    }
  }
}

interface Waiter {
  readonly count: number;
  start: () => void;
}
