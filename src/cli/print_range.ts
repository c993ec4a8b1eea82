import { startOfStream, recordOf, type Stores } from './stores.js';
import type { LogPrinter } from './log_printer.js';

/** Which logs are printed: of those that are selected from `index` to `last` at most `count`, after the first `skip`. */
export interface Range {
  readonly index: bigint;
  readonly last?: bigint;
  readonly count?: number | undefined;
  readonly skip?: number;
}

/** How many logs are looked at first for some that are selected; then four times as many, and so on. */
const FIRST_LOOK = 1000n;

/**
 * Prints a range of a stream, and says what is missing of it.
 *
 * @returns whether there was any log in it
 */
export async function printRange(
  stores: Stores,
  { index, last, count = Infinity, skip = 0 }: Range,
  printer: LogPrinter,
): Promise<boolean> {
  const { stream, io } = printer;
  const record = recordOf(stores, stream);
  const started = startOfStream(record);
  const end = skip + count;
  const limit = printer.printsAll && count !== Infinity ? { limit: end } : {};
  const terminal = record?.terminalIndex ?? -1n;
  const ended = terminal >= 0n;
  let next = index;
  let selected = 0;
  for await (const log of stores.storage.get({ ...stream, index, ...limit }, io)) {
    if (last !== undefined && log.index > last) break;
    if (log.index > next) printer.sayMissing(next, log.index - 1n, ended);
    next = log.index + 1n;
    if (await printer.print(log, started, selected < skip)) selected++;
    if (selected === end) break;
  }
  if (selected !== end && last === undefined && next <= terminal)
    printer.sayMissing(next, terminal, ended);
  return next > index;
}

/**
 * Finds the last logs that a printer selects.
 *
 * @param last the last log of the stream that is looked at
 */
export async function lastLogs(
  stores: Stores,
  last: bigint,
  count: number,
  printer: LogPrinter,
): Promise<Range> {
  if (printer.printsAll) return { index: beginning(last, BigInt(count)), last };
  for (let size = FIRST_LOOK; ; size *= 4n) {
    const index = beginning(last, size);
    const selected = await countSelected(stores, index, last, printer);
    if (selected >= count || index === 0n) {
      return { index, last, skip: Math.max(0, selected - count) };
    }
  }
}

async function countSelected(
  stores: Stores,
  index: bigint,
  last: bigint,
  printer: LogPrinter,
): Promise<number> {
  const { stream, io } = printer;
  const started = startOfStream(recordOf(stores, stream));
  const looking = printer.copy();
  let selected = 0;
  for await (const log of stores.storage.get({ ...stream, index }, io)) {
    if (log.index > last) break;
    if (await looking.print(log, started, true)) selected++;
  }
  return selected;
}

function beginning(last: bigint, count: bigint): bigint {
  const first = last - count + 1n;
  return first > 0n ? first : 0n;
}
