import { SERVER_TIME } from './table.js';

/** 2000-01-01: LogDog is younger, so that an earlier time is that of a machine without a clock. */
const MIN_MS = Date.UTC(2000, 0, 1);

/** How far a sender's clock may be ahead: a cell from the future would outlive what is collected by age. */
const MAX_AHEAD_MS = 24 * 60 * 60 * 1000;

/**
 * Returns the timestamp of a message's cells, in microseconds: a redelivery then writes the same cells again.
 *
 * @param timestampMs when the message was made, in whole milliseconds of Unix time; undefined where it does not say
 */
export function cellTime(timestampMs: number | undefined): number {
  if (timestampMs === undefined || timestampMs < MIN_MS) return SERVER_TIME;
  return timestampMs > Date.now() + MAX_AHEAD_MS ? SERVER_TIME : timestampMs * 1000;
}
