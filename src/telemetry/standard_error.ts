import { writeSync } from 'node:fs';
import { unblock } from '../common/unblock.js';
import { BoundedOutput } from './bounded_output.js';
import type { LineSink } from './log_line.js';

const STDERR = 2;

let opened: BoundedOutput | undefined;

/**
 * Standard error, which is opened when the first line is written, or it is asked what it is. A line that it does not take
 * within a bounded time is dropped, and counted.
 */
export const standardError: LineSink = {
  get isTTY() {
    return process.stderr.isTTY;
  },
  write(line) {
    opened ??= open();
    opened.write(line);
  },
};

function open(): BoundedOutput {
  unblock(process.stderr);
  return new BoundedOutput((bytes) => writeSync(STDERR, bytes), process.stderr.isTTY);
}
