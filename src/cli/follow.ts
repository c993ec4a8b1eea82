import { setTimeout as sleep } from 'node:timers/promises';
import { startOfStream, recordOf, type Stores } from './stores.js';
import { type LogPrinter, printRange } from './log_printer.js';

/** How often the store is looked at: often enough to look live, seldom enough to cost nothing. */
export const POLL_MS = 200;

/** How long a gap may stay in a stream that has ended: what comes again comes sooner, as a rule. */
const GAP_MS = 10_000;

interface Look {
  readonly next: bigint;
  readonly skip: number;
  /** Whether a log comes after a gap. */
  readonly gap: boolean;
  readonly known: boolean;
  /** Negative while the stream goes on, or where that is not known here. */
  readonly terminal: bigint;
}

/**
 * Prints logs as they come, each after the one before it, up to the terminal index. Where a gap stays, the rest is printed
 * once the stream has ended, or the time is over.
 *
 * @param start where to begin, and how many of the logs that are selected are left out at first
 * @returns whether all that was waited for has come
 */
export async function follow(
  stores: Stores,
  start: { readonly index: bigint; readonly skip?: number },
  printer: LogPrinter,
  patience: Patience,
): Promise<boolean> {
  let { index: next, skip = 0 } = start;
  for (;;) {
    const before = next;
    const look = await printOn(stores, next, skip, printer);
    ({ next, skip } = look);
    if (look.terminal >= 0n && next > look.terminal) return true;
    if (next > before) patience.reset();
    else if (printer.isPast) return true;
    await printer.flush();
    const lost = look.terminal >= 0n && patience.quietMs >= (patience.timeoutMs ?? GAP_MS);
    if (lost || patience.isOver(awaited(look, printer.name))) {
      if (look.gap || lost) await printRange(stores, { index: next }, printer);
      return false;
    }
    await sleep(POLL_MS, undefined, { signal: printer.io.signal });
  }
}

/** Prints the logs from an index on, up to a gap. */
async function printOn(
  stores: Stores,
  index: bigint,
  skipped: number,
  printer: LogPrinter,
): Promise<Look> {
  const { stream, io } = printer;
  // Looked at before the logs are: those that come in between are printed, and the next look ends it.
  const record = recordOf(stores, stream);
  printer.checkType(record);
  const started = startOfStream(record);
  let next = index;
  let skip = skipped;
  let gap = false;
  for await (const log of stores.storage.get({ ...stream, index }, io)) {
    gap = log.index !== next;
    if (gap) break;
    if ((await printer.print(log, started, skip > 0)) && skip > 0) skip--;
    next++;
  }
  // Where another Coordinator has the record, only Ctrl-C ends it.
  const terminal = record?.terminalIndex ?? -1n;
  const known = record !== undefined || gap || next > 0n;
  return { next, skip, gap, known, terminal };
}

function awaited({ next, gap, known, terminal }: Look, name: string): Awaited {
  if (!known) return { what: `waiting for ${name}, of which there is nothing yet`, usual: false };
  const log = `waiting for log ${next} of ${name}`;
  if (terminal >= 0n) {
    return { what: `${log}, which has ended with log ${terminal}`, usual: false };
  }
  if (gap) return { what: `${log}: there is a gap before later ones`, usual: false };
  return { what: `${log}, which has not ended`, usual: true };
}

/** How long nothing is said; what is waited for is to be known within 5 s. */
const QUIET_MS = 3_000;

/** A stream that goes on may be quiet for long: that is said seldom, once it has been said. */
const LONG_QUIET_MS = 60_000;

interface Awaited {
  readonly what: string;
  /** A stream that goes on, and has no new log. */
  readonly usual: boolean;
}

/** Says what is waited for when nothing comes, and ends the waiting. */
export class Patience {
  private sinceMs = performance.now();
  private said: string | undefined;
  private usualSaid = false;

  /** @param timeoutMs how long nothing may come; undefined for as long as it takes */
  constructor(
    private readonly printer: LogPrinter,
    readonly timeoutMs: number | undefined,
  ) {}

  reset(): void {
    this.sinceMs = performance.now();
    this.said = undefined;
  }

  get quietMs(): number {
    return performance.now() - this.sinceMs;
  }

  /** @returns whether the time is over, which is said */
  isOver({ what, usual }: Awaited): boolean {
    const { quietMs, timeoutMs } = this;
    if (timeoutMs !== undefined && quietMs >= timeoutMs) {
      this.printer.say(`nothing has come for ${timeoutMs / 1000} s (--timeout): gave up ${what}`);
      return true;
    }
    const dueMs = usual && this.usualSaid ? LONG_QUIET_MS : QUIET_MS;
    if (quietMs >= dueMs && this.said !== what) {
      this.said = what;
      this.usualSaid ||= usual;
      this.printer.say(what);
    }
    return false;
  }
}
