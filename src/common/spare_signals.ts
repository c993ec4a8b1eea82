import { getEventListeners } from 'node:events';
import { keepListener, waitingCount } from './abort.js';

/** The most signals that are kept: more than the requests at once of an instance; each takes less than 1 kB. */
export const MAX_SPARE_SIGNALS = 256;

/**
 * Signals that were not aborted, and serve again.
 *
 * Hot: an AbortSignal outlives the collections of young garbage, with all that it refers to, so that a new one for each
 * message had its rows copied twice and left to the collection of the whole heap.
 */
export class SpareSignals {
  private readonly spare: AbortController[] = [];

  take(): AbortController {
    const controller = this.spare.pop() ?? new AbortController();
    keepListener(controller.signal);
    return controller;
  }

  /** Keeps one that the caller will not abort any more, unless something else still listens to it. */
  giveBack(controller: AbortController): void {
    if (this.spare.length < MAX_SPARE_SIGNALS && isUnused(controller)) this.spare.push(controller);
  }
}

function isUnused({ signal }: AbortController): boolean {
  if (signal.aborted || waitingCount(signal) > 0) return false;
  return getEventListeners(signal, 'abort').length === 1;
}
