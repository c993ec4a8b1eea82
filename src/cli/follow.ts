import { setTimeout as sleep } from 'node:timers/promises';
import { startOfStream } from './descriptor.js';
import type { LogPrinter } from './log_printer.js';
import type { Awaited, Patience } from './patience.js';
import { printRange } from './print_range.js';
import { recordOf, type Stores } from './stores.js';

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
