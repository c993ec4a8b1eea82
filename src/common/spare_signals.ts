import { getEventListeners } from 'node:events';
import { type AbortWaiter, waitForAbort, waitingCount } from '../abort.js';

/** The most signals that are kept: more than the requests at once of an instance; each takes less than 1 kB. */
export const MAX_SPARE_SIGNALS = 256;

/** Keeps the one listener of all that wait for a signal, for as long as the signal is used. */
const KEEPS_LISTENER: AbortWaiter = { onAbort: () => undefined };

/**
 * Signals that were not aborted, and serve again.
 *
 * Hot: an AbortSignal outlives the collections of young garbage, with all that it refers to, so that a new one for each
 * message had its rows copied twice and left to the collection of the whole heap.
 */
export class SpareSignals {
  private readonly spare: AbortController[] = [];

  take(): AbortController {
    const spare = this.spare.pop();
    if (spare !== undefined) return spare;
    const controller = new AbortController();
    waitForAbort(controller.signal, KEEPS_LISTENER);
    return controller;
  }

  /** Keeps one that the caller will not abort any more, unless something else still listens to it. */
  giveBack(controller: AbortController): void {
    if (this.spare.length < MAX_SPARE_SIGNALS && isUnused(controller)) this.spare.push(controller);
  }
}

function isUnused({ signal }: AbortController): boolean {
  if (signal.aborted || waitingCount(signal) !== 1) return false;
  return getEventListeners(signal, 'abort').length === 1;
}
