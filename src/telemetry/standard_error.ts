import { writeSync } from 'node:fs';

/** Where lines of a log go. */
export interface LineSink {
  /** Never throws. */
  write(line: string): unknown;
}

const STDERR = 2;

/** A reader that has not made space in this time, in milliseconds, loses the line: requests must not wait for it. */
const FULL_MS_MAX = 100;
const PAUSE_MS = 5;

const pauses = new Int32Array(new SharedArrayBuffer(4));

/** Standard error. A line that it does not take, for its reader is gone or stands still, is dropped. */
export const standardError: LineSink = {
  write(line) {
    let rest = Buffer.from(line);
    for (let waitedMs = 0; rest.length > 0 && waitedMs <= FULL_MS_MAX;) {
      try {
        rest = rest.subarray(writeSync(STDERR, rest));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
        Atomics.wait(pauses, 0, 0, PAUSE_MS);
        waitedMs += PAUSE_MS;
      }
    }
  },
};
