import type { StreamRequest } from '../storage/storage.js';
import type { Io } from './io.js';
import type { LogPrinter } from './log_printer.js';
import { type Range, startOfStream } from './print_range.js';
import type { Stores } from './stores.js';

/** How many logs are looked at first for some that are selected; then four times as many, and so on. */
const FIRST_LOOK = 1000n;

/**
 * Finds the last logs that a printer selects.
 *
 * @param last the last log of the stream that is looked at
 */
export async function lastLogs(
  stores: Stores,
  stream: StreamRequest,
  last: bigint,
  count: number,
  printer: LogPrinter,
  io: Io,
): Promise<Range> {
  if (printer.printsAll) return { index: beginning(last, BigInt(count)), last };
  for (let size = FIRST_LOOK; ; size *= 4n) {
    const index = beginning(last, size);
    const selected = await countSelected(stores, stream, { index, last }, printer, io);
    if (selected >= count || index === 0n) {
      return { index, last, skip: Math.max(0, selected - count) };
    }
  }
}

async function countSelected(
  stores: Stores,
  stream: StreamRequest,
  { index, last }: Range,
  printer: LogPrinter,
  io: Io,
): Promise<number> {
  const started = startOfStream(stores.streams.stream(stream.project, stream.path));
  const looking = printer.copy();
  let selected = 0;
  for await (const log of stores.storage.get({ ...stream, index }, io)) {
    if (last !== undefined && log.index > last) break;
    if (await looking.print(log, started, true)) selected++;
  }
  return selected;
}

function beginning(last: bigint, count: bigint): bigint {
  const first = last - count + 1n;
  return first > 0n ? first : 0n;
}
