import { abortReason, onAbort } from '../abort.js';
import { CollectorError } from '../errors.js';

/** One call under way, and how many wait for it. */
interface Flight<T> {
  readonly outcome: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Shares calls under way, one a key: callers with the same key share a call and its outcome, failures too, so a key must
 * hold all that the call asks. Nothing is kept of a call that has ended. There are never more calls than callers.
 */
export class Flights<T> {
  private readonly flights = new Map<string, Flight<T>>();

  /** Whether a call with this key is under way, so that `join` shares it. */
  has(key: string): boolean {
    return this.flights.has(key);
  }

  /**
   * Waits for the key's call, or makes it. A caller whose signal is aborted leaves; the call's own signal is aborted
   * only when all have left, and then the key is free for a new call.
   *
   * @throws CollectorError the reason of the caller's signal
   */
  join(
    key: string,
    signal: AbortSignal | undefined,
    call: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    if (signal?.aborted === true) return Promise.reject(abortReason(signal));
    const flight = this.flights.get(key) ?? this.start(key, call);
    flight.waiting++;
    // Without a signal a caller never leaves, so the call is never given up.
    if (signal === undefined) return flight.outcome;
    return new Promise((resolve, reject) => {
      const stop = onAbort(signal, () => {
        reject(abortReason(signal));
        if (--flight.waiting === 0) this.abandon(key, flight);
      });
      flight.outcome.finally(stop).then(resolve, reject);
    });
  }

  /** Waits for all that are under way, however they end. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.flights.values()].map(({ outcome }) => outcome));
  }

  private start(key: string, call: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const outcome = call(controller.signal).finally(() => {
      if (this.flights.get(key) === flight) this.flights.delete(key);
    });
    const flight = { outcome, controller, waiting: 0 };
    this.flights.set(key, flight);
    return flight;
  }

  private abandon(key: string, flight: Flight<T>): void {
    if (this.flights.get(key) !== flight) return;
    this.flights.delete(key);
    flight.controller.abort(new CollectorError('CANCELLED'));
  }
}
