import { getEventListeners } from 'node:events';
import { keepListener, waitingCount } from './abort.js';

/** The maximum number of free signals: more than the requests at once of an instance; each takes less than 1 kB. */
export const MAX_SPARE_SIGNALS = 256;

/**
 * Pools abort signals that were not aborted.
 *
 * Hot: an AbortSignal outlives the collections of young garbage, with all that it refers to, so that a new one for each
 * message had its rows copied twice and left to the collection of the whole heap.
 */
export class SpareSignals {
  private readonly spare: AbortController[] = [];

  /** Acquires a controller that is not aborted. */
  acquire(): AbortController {
    const controller = this.spare.pop() ?? new AbortController();
    keepListener(controller.signal);
    return controller;
  }

  /** Releases a controller that the caller will not abort any more; drops it if something else still listens to it. */
  release(controller: AbortController): void {
    if (this.spare.length < MAX_SPARE_SIGNALS && isUnused(controller)) this.spare.push(controller);
  }
}

function isUnused({ signal }: AbortController): boolean {
  if (signal.aborted || waitingCount(signal) > 0) return false;
  return getEventListeners(signal, 'abort').length === 1;
}
