import { Chain, type Link } from './chain.js';
import { CollectorError } from './errors.js';

/** What goes with one call of a backend. */
export interface CallOptions {
  /** Gives the call up: it rejects with CANCELLED, or with the signal's reason where that is a CollectorError. */
  readonly signal?: AbortSignal | undefined;
}

/** Returns why a signal was aborted, as an error of the catalogue: always a retryable one, for nothing was refused. */
export function abortReason(signal: AbortSignal): CollectorError {
  const reason: unknown = signal.reason;
  if (reason instanceof CollectorError && reason.retryable) return reason;
  return new CollectorError('CANCELLED', undefined, { cause: reason });
}

/** A caller that waits for a signal: for one at a time. */
export interface AbortWaiter {
  /** Its place among those that wait; undefined where it does not. For `waitForAbort` and `stopWaiting` alone. */
  abortLink: Link<AbortWaiter> | undefined;
  /** The signal was aborted. */
  onAbort(): void;
}

/** The callers that wait for a signal, and the one listener that calls them. */
interface Listeners {
  readonly waiters: Chain<AbortWaiter>;
  readonly listener: () => void;
  /** Whether the listener stays when nothing waits any more. */
  stays: boolean;
}

const listenersOf = new WeakMap<AbortSignal, Listeners>();

/**
 * Tells the waiter when the signal is aborted, unless it stops waiting before.
 *
 * All waiters of a signal share one listener: a message's signal is waited on once a stream, and Node compares every
 * new listener with all that are there (0.9 s for 20,000 of them) and warns where there are more than ten.
 */
export function waitForAbort(signal: AbortSignal, waiter: AbortWaiter): void {
  waiter.abortLink = (listenersOf.get(signal) ?? listen(signal)).waiters.add(waiter);
}

/** Whether or not it waits (any more). */
export function stopWaiting(signal: AbortSignal, waiter: AbortWaiter): void {
  const listeners = listenersOf.get(signal);
  if (listeners === undefined || waiter.abortLink === undefined) return;
  const { waiters, listener, stays } = listeners;
  waiters.remove(waiter.abortLink);
  waiter.abortLink = undefined;
  // The listener goes with the last waiter: a signal may outlive many messages.
  if (stays || waiters.size > 0) return;
  signal.removeEventListener('abort', listener);
  listenersOf.delete(signal);
}

/** How many wait for a signal. */
export function waitingCount(signal: AbortSignal): number {
  return listenersOf.get(signal)?.waiters.size ?? 0;
}

/** Keeps the listener on the signal from now on, also where nothing waits: for a signal that is used again and again. */
export function keepListener(signal: AbortSignal): void {
  (listenersOf.get(signal) ?? listen(signal)).stays = true;
}

/** Calls back when the signal is aborted, unless the function that it returns is called before. */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const waiter: AbortWaiter = { abortLink: undefined, onAbort: callback };
  waitForAbort(signal, waiter);
  return () => stopWaiting(signal, waiter);
}

function listen(signal: AbortSignal): Listeners {
  const waiters = new Chain<AbortWaiter>();
  const listener = () => {
    // One waiter may make another stop waiting.
    for (let link = waiters.head; link !== undefined; link = waiters.head) {
      waiters.remove(link);
      link.item.abortLink = undefined;
      link.item.onAbort();
    }
    listenersOf.delete(signal);
  };
  signal.addEventListener('abort', listener, { once: true });
  const listeners = { waiters, listener, stays: false };
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
  if (signal.aborted) {
    // How it ends does not matter any more.
    work.catch(() => undefined);
    return Promise.reject(abortReason(signal));
  }
  return new Promise((resolve, reject) => {
    const wait = new Wait(signal, resolve, reject);
    work.then(
      (value) => wait.end().resolve(value),
      (error: unknown) => wait.end().reject(error),
    );
  });
}

/** One caller's wait for work, which ends with the work or with the signal. */
class Wait<T> implements AbortWaiter {
  abortLink: AbortWaiter['abortLink'];

  constructor(
    private readonly signal: AbortSignal,
    readonly resolve: (value: T) => void,
    readonly reject: (reason: unknown) => void,
  ) {
    waitForAbort(signal, this);
  }

  onAbort(): void {
    this.reject(abortReason(this.signal));
  }

  /** Leaves nothing on the signal. */
  end(): this {
    stopWaiting(this.signal, this);
    return this;
  }
}
