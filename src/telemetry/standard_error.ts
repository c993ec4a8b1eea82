import { writeSync } from 'node:fs';
import { unblock } from '../common/unblock.js';
import { type LineSink, logLine } from './log_line.js';

/** How long one line may wait for its reader to make room, in milliseconds: requests wait with it. */
const LINE_MS_MAX = 100;
/** How long all lines may wait in a period, in milliseconds: a slow reader must not hold the process line by line. */
const WAIT_MS_MAX = 1000;
const PERIOD_MS = 10_000;
const PAUSE_MS = 5;
/** How often room is looked for where no line comes that would do so. */
const CHECK_MS = 1000;

const pauses = new Int32Array(new SharedArrayBuffer(4));

/**
 * Writes lines to an output that may stall: one whose reader does not read (a pipe, a terminal after Ctrl-S), or a file on
 * a full disk. A line waits for a bounded time. What finds no room is dropped and counted, and a line says how many were
 * as soon as there is room again.
 */
export class BoundedOutput implements LineSink {
  /** The end of a line of which the output took the beginning. */
  private rest: Buffer = Buffer.alloc(0);
  private dropped = 0;
  /** Whether the last wait was in vain: then no other line waits until one is taken. */
  private stalled = false;
  private waitedMs = 0;
  private periodBegun = 0;
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param writeSync writes what there is room for, and returns its size in bytes; throws EAGAIN where there is none
   * @param isTerminal whether a person reads, so that the count of dropped lines is said to one
   */
  constructor(
    private readonly writeSync: (bytes: Buffer) => number,
    private readonly isTerminal: boolean,
  ) {}

  write(line: string): void {
    if (!this.hasCaughtUp() || !this.put(line)) this.drop();
  }

  /** Writes what is left of before. */
  private hasCaughtUp(): boolean {
    if (this.rest.length > 0) this.rest = this.send(this.rest);
    if (this.rest.length > 0) return false;
    if (this.dropped === 0) return true;
    const { dropped } = this;
    const why = `${dropped} lines before this one were dropped: standard error had no room for them`;
    if (!this.put(logLine('warning', why, { dropped }, this.isTerminal))) return false;
    this.dropped -= dropped;
    return true;
  }

  /** Returns false where nothing of the line was taken. */
  private put(line: string): boolean {
    const bytes = Buffer.from(line);
    const rest = this.send(bytes);
    if (rest.length === bytes.length) return false;
    this.rest = rest;
    return true;
  }

  /** Returns what was not taken. */
  private send(bytes: Buffer): Buffer {
    let rest = bytes;
    for (let waitedMs = 0; rest.length > 0;) {
      try {
        rest = rest.subarray(this.writeSync(rest));
        this.stalled = false;
      } catch (error) {
        const full = (error as NodeJS.ErrnoException).code === 'EAGAIN';
        if (!full || waitedMs >= LINE_MS_MAX || !this.mayWait()) {
          this.stalled = true;
          return rest;
        }
        waitedMs += this.pause();
      }
    }
    return rest;
  }

  private mayWait(): boolean {
    const nowMs = performance.now();
    if (nowMs - this.periodBegun >= PERIOD_MS) {
      this.periodBegun = nowMs;
      this.waitedMs = 0;
    }
    return !this.stalled && this.waitedMs < WAIT_MS_MAX;
  }

  private pause(): number {
    const begunMs = performance.now();
    Atomics.wait(pauses, 0, 0, PAUSE_MS);
    const tookMs = performance.now() - begunMs;
    this.waitedMs += tookMs;
    return tookMs;
  }

  private drop(): void {
    this.dropped++;
    this.timer ??= setInterval(() => {
      if (!this.hasCaughtUp()) return;
      clearInterval(this.timer);
      this.timer = undefined;
    }, CHECK_MS).unref();
  }
}

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
