import { abortReason, onAbort } from './abort.js';
import { CollectorError } from './errors.js';

/**
 * Hands out permits, such as bytes of memory or concurrent calls, in FIFO order. A holder never waits for more permits, so
 * that holders always finish; a single holder may always resize to what it needs.
 */
export class Semaphore {
  private used = 0;
  private readonly waiting = new Set<Waiting>();

  /** @param maxBytes MAX_UNPACKED_BYTES, or how many calls */
  constructor(private readonly maxBytes: number) {}

  /** How many wait. */
  get waitingCount(): number {
    return this.waiting.size;
  }

  /**
   * Acquires permits: at once if nothing is returned, else when the promise resolves.
   *
   * @throws CollectorError the signal's reason
   */
  acquire(bytes: number, signal: AbortSignal | undefined): Promise<void> | undefined {
    if (this.waiting.size === 0 && this.fits(bytes)) {
      this.used += bytes;
      return undefined;
    }
    return this.wait(bytes, signal);
  }

  /**
   * Changes the number of acquired permits.
   *
   * @throws CollectorError TOO_MUCH_IN_FLIGHT where there is no more; what was taken stays so
   */
  resize(from: number, to: number): void {
    this.used -= from;
    const fits = to <= from || this.fits(to);
    this.used += fits ? to : from;
    if (!fits) {
      const why = `too many bytes are unpacked at once: MAX_UNPACKED_BYTES is ${this.maxBytes}`;
      throw new CollectorError('TOO_MUCH_IN_FLIGHT', why);
    }
    if (to < from) this.serve();
  }

  release(bytes: number): void {
    this.used -= bytes;
    this.serve();
  }

  private fits(bytes: number): boolean {
    return this.used + bytes <= this.maxBytes || this.used === 0;
  }

  private wait(bytes: number, signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted === true) return Promise.reject(abortReason(signal));
    return new Promise((resolve, reject) => {
      const stop =
        signal &&
        onAbort(signal, () => {
          this.waiting.delete(waiting);
          reject(abortReason(signal));
          this.serve();
        });
      const start = () => {
        stop?.();
        resolve();
      };
      const waiting = { bytes, start };
      this.waiting.add(waiting);
    });
  }

  private serve(): void {
    for (const waiting of this.waiting) {
      if (!this.fits(waiting.bytes)) return;
      this.waiting.delete(waiting);
      this.used += waiting.bytes;
      waiting.start();
    }
  }
}

interface Waiting {
  readonly bytes: number;
  readonly start: () => void;
}
