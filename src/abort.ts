import { CollectorError } from './errors.js';

/** Why a signal was aborted, as an error of the catalogue. */
export function abortReason(signal: AbortSignal): CollectorError {
  const reason: unknown = signal.reason;
  if (reason instanceof CollectorError) return reason;
  return new CollectorError('CANCELLED', undefined, { cause: reason });
}

/** What to call when a signal is aborted, and the one listener that calls them. */
interface Listeners {
  readonly callbacks: Set<() => void>;
  readonly listener: () => void;
}

const listenersOf = new WeakMap<AbortSignal, Listeners>();

/**
 * Calls back when the signal is aborted, unless the function that it returns is called before.
 *
 * All callbacks of a signal share one listener: a message's signal is waited on once a stream, and Node compares every
 * new listener with all that are there (0.9 s for 20,000 of them) and warns where there are more than ten.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const { callbacks, listener } = listenersOf.get(signal) ?? listen(signal);
  callbacks.add(callback);
  return () => {
    // The listener goes with the last callback: a signal may outlive many messages.
    if (!callbacks.delete(callback) || callbacks.size > 0) return;
    signal.removeEventListener('abort', listener);
    listenersOf.delete(signal);
  };
}

function listen(signal: AbortSignal): Listeners {
  const callbacks = new Set<() => void>();
  const listener = () => {
    listenersOf.delete(signal);
    for (const callback of callbacks) callback();
  };
  signal.addEventListener('abort', listener, { once: true });
  const listeners = { callbacks, listener };
  listenersOf.set(signal, listeners);
  return listeners;
}

/**
 * Waits for work, but no longer than the signal allows: a backend that ignores its signal must not hold a message.
 *
 * @throws CollectorError the signal's reason
 */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      reject(abortReason(signal));
    };
    const stop = signal.aborted ? giveUp : onAbort(signal, giveUp);
    if (signal.aborted) giveUp();
    // Whatever wins, nothing is left behind on the signal.
    work.finally(stop).then(resolve, reject);
  });
}
