import type { StreamRecord } from '../local/coordinator/stream_record.js';
import type { StreamRequest } from '../storage/storage.js';
import type { Io } from './io.js';
import type { LogPrinter } from './log_printer.js';
import type { Stores } from './stores.js';
import { startOf } from './timestamp.js';

/** Which logs are printed: of those that are selected from `index` to `last` at most `count`, after the first `skip`. */
export interface Range {
  readonly index: bigint;
  readonly last?: bigint;
  readonly count?: number | undefined;
  readonly skip?: number;
}

/**
 * Prints a range of a stream, and says what is missing of it.
 *
 * @returns whether there was any log in it
 */
export async function printRange(
  stores: Stores,
  stream: StreamRequest,
  { index, last, count = Infinity, skip = 0 }: Range,
  printer: LogPrinter,
  io: Io,
): Promise<boolean> {
  const record = stores.streams.stream(stream.project, stream.path);
  const started = startOfStream(record);
  const limit = printer.printsAll && count !== Infinity ? { limit: count + skip } : {};
  const end = skip + count;
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

/** Returns when a stream began, in nanoseconds since 1970; undefined where that is not known here. */
export function startOfStream(record: StreamRecord | undefined): bigint | undefined {
  try {
    return record && startOf(record.descriptor);
  } catch {
    // It is damaged; the logs may be well.
    return undefined;
  }
}
