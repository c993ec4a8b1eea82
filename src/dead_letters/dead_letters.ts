import type { DeadLetter } from './dead_letter.js';

/** Keeps what is refused. */
export interface DeadLetters {
  /**
   * Resolves when the dead letter is kept for good, with a few words for the log on where and how. From then on the
   * memory of its data is used for other messages.
   *
   * @throws CollectorError DEAD_LETTER_FAILED, TOO_MUCH_IN_FLIGHT, or the signal's reason
   */
  put(deadLetter: DeadLetter, signal: AbortSignal): Promise<string>;
}
