import { writeSync } from 'node:fs';
import { unblock } from '../common/unblock.js';
import { BoundedOutput } from './bounded_output.js';
import type { LineSink } from './line_sink.js';

const STDERR = 2;

/** Opens standard error when the first line is written, or it is asked what it is. */
class LateStandardError implements LineSink {
  private opened: BoundedOutput | undefined;

  get isTTY(): boolean {
    return process.stderr.isTTY;
  }

  write(line: string): void {
    this.opened ??= this.open();
    this.opened.write(line);
  }

  private open(): BoundedOutput {
    unblock(process.stderr);
    const write = (bytes: Buffer) => writeSync(STDERR, bytes);
    return new BoundedOutput({ writeSync: write, isTerminal: this.isTTY });
  }
}

/** Standard error. A line that it does not take within a bounded time is dropped, and counted. */
export const standardError: LineSink = new LateStandardError();
