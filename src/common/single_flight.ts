import { abortReason, onAbort, untilAborted } from './abort.js';
import { CollectorError } from './errors.js';

/** One call under way, and how many wait for it. */
interface SharedCall<T> {
  outcome: Promise<T>;
  /** Absent where the call is never given up. */
  readonly controller: AbortController | undefined;
  waiting: number;
}

/**
 * Shares calls under way, one a key: callers with the same key share a call and its outcome, failures too, so a key must
 * hold all that the call asks. Nothing is kept of a call that has ended. There are never more calls than callers.
 */
export class SingleFlight<T> {
  private readonly calls = new Map<string, SharedCall<T>>();

  /**
   * @param abandons whether a call is given up when all callers have left. Where calls end soon by themselves, a signal
   *   for each costs more than what is saved
   */
  constructor(private readonly abandons = true) {}

  /** Whether a call with this key is under way, so that `join` shares it. */
  has(key: string): boolean {
    return this.calls.has(key);
  }

  /**
   * Waits for the key's call, or makes it. A caller whose signal is aborted leaves; where calls are given up, the call's
   * own signal is aborted only when all have left, and then the key is free for a new call.
   *
   * @throws CollectorError the reason of the caller's signal
   */
  join(
    key: string,
    signal: AbortSignal | undefined,
    call: (signal: AbortSignal | undefined) => Promise<T>,
  ): Promise<T> {
    if (signal?.aborted === true) return Promise.reject(abortReason(signal));
    const shared = this.calls.get(key) ?? this.start(key, call);
    shared.waiting++;
    if (shared.controller === undefined) return untilAborted(shared.outcome, signal);
    // Without a signal a caller never leaves, so the call is never given up.
    if (signal === undefined) return shared.outcome;
    return new Promise((resolve, reject) => {
      const stop = onAbort(signal, () => {
        reject(abortReason(signal));
        if (--shared.waiting === 0) this.abandon(key, shared);
      });
      shared.outcome.finally(stop).then(resolve, reject);
    });
  }

  /** Waits for all that are under way, however they end. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.calls.values()].map(({ outcome }) => outcome));
  }

  private start(key: string, call: (signal: AbortSignal | undefined) => Promise<T>): SharedCall<T> {
    const controller = this.abandons ? new AbortController() : undefined;
    const shared: SharedCall<T> = { outcome: call(controller?.signal), controller, waiting: 0 };
    this.calls.set(key, shared);
    shared.outcome = this.end(key, shared);
    return shared;
  }

  private async end(key: string, shared: SharedCall<T>): Promise<T> {
    try {
      return await shared.outcome;
    } finally {
      if (this.calls.get(key) === shared) this.calls.delete(key);
    }
  }

  private abandon(key: string, shared: SharedCall<T>): void {
    if (this.calls.get(key) !== shared) return;
    this.calls.delete(key);
    shared.controller?.abort(new CollectorError('CANCELLED'));
  }
}
