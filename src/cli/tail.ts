import { setTimeout as sleep } from 'node:timers/promises';
import { parseCommandLine, parseCount, UsageError, parseStreamPath } from './arguments.js';
import { follow, POLL_MS, Patience } from './follow.js';
import { Interrupted, type Io, whileOpen } from './io.js';
import { FILTER_HELP, FILTER_OPTIONS, parseSelection } from './log_filter.js';
import { LogPrinter, lastLogs, printRange } from './log_printer.js';
import { parseRendering, RENDER_HELP, RENDER_OPTIONS } from './renderer.js';
import {
  dataDirectory,
  noSuchStream,
  openStores,
  recordOf,
  requireStores,
  type Stores,
} from './stores.js';
import { parseDuration } from './time_argument.js';

export const help = `Usage: logdog-collector tail PROJECT/PREFIX/+/NAME [options]
       logdog-collector tail -f PROJECT/PREFIX/+/NAME [options]

Prints the last log of a stream: the last one that no gap comes before. Where logs of a stream that has ended are
missing, it ends with 1.

  -f, -F, --follow     prints the stream from its beginning, and goes on while the function writes, until the
                       stream ends; a stream that is not there yet is waited for. When nothing comes, it says what
                       it waits for. At a gap in a stream that has ended it waits for 10 s, then prints the rest
  -n, --count N        the last N logs that are selected (a log of text has one line or more); with -f, begins at
                       them, with 0 after them
  --timeout DURATION   with -f, ends with 1 when nothing has come for so long, as 30s or 10m; also at a gap
${FILTER_HELP}${RENDER_HELP}
DATA_DIR (default: .logdog) says where the function keeps its logs.
`;

const OPTIONS = {
  ...RENDER_OPTIONS,
  ...FILTER_OPTIONS,
  follow: { type: 'boolean', short: 'f', default: false },
  'follow-name': { type: 'boolean', short: 'F', default: false },
  count: { type: 'string', short: 'n' },
  timeout: { type: 'string' },
} as const;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine(args, OPTIONS, ['PATH']);
  const stream = parseStreamPath(positionals[0]!);
  const rendering = parseRendering(values);
  const selection = parseSelection(values);
  const following = values.follow || values['follow-name'];
  const { timeout } = values;
  if (timeout !== undefined && !following) throw new UsageError('--timeout goes with --follow');
  const least = following ? 0 : 1;
  const count = values.count === undefined ? undefined : parseCount('--count', values.count, least);
  const timeoutMs = timeout === undefined ? undefined : parseDuration('--timeout', timeout);
  const printer = new LogPrinter({ command: 'tail', stream, rendering, selection, io });
  try {
    const whole = following
      ? await followStream(count, printer, new Patience(printer, timeoutMs))
      : await whileOpen(requireStores(io.env), (stores) => printTail(stores, count ?? 1, printer));
    await printer.end();
    return whole && !printer.incomplete ? 0 : 1;
  } catch (error) {
    // Ctrl-C is how following a stream that goes on is ended.
    if (!following || !(io.signal.reason instanceof Interrupted)) throw error;
    return 0;
  } finally {
    printer.leave();
  }
}

/** @returns whether nothing is known to be missing */
async function printTail(stores: Stores, count: number, printer: LogPrinter): Promise<boolean> {
  const { stream, io } = printer;
  const record = recordOf(stores, stream);
  printer.checkType(record);
  const last = (await stores.storage.tail(stream, io))?.index;
  if (!record && last === undefined) throw noSuchStream(stream);
  if (last !== undefined) {
    await printRange(stores, await lastLogs(stores, last, count, printer), printer);
  }
  const terminal = record?.terminalIndex ?? -1n;
  const missing = (last ?? -1n) + 1n;
  if (missing > terminal) return true;
  printer.say(`log ${missing} is missing in ${printer.name}, which has ended with log ${terminal}`);
  return false;
}

/** @returns whether all that was waited for has come */
async function followStream(
  count: number | undefined,
  printer: LogPrinter,
  patience: Patience,
): Promise<boolean> {
  const { stream, io } = printer;
  const opened = await awaitStores(patience, io);
  if (opened === undefined) return false;
  return whileOpen(opened, async (stores) => {
    const last = count === undefined ? undefined : await stores.storage.tail(stream, io);
    const start = last ? await lastLogs(stores, last.index, count!, printer) : { index: 0n };
    return follow(stores, start, printer, patience);
  });
}

/** @returns undefined where the time is over */
async function awaitStores(patience: Patience, io: Io): Promise<Stores | undefined> {
  const what = `waiting for a store in ${dataDirectory(io.env)} (DATA_DIR): the function makes it when it starts`;
  for (;;) {
    const stores = openStores(io.env);
    if (stores) return stores;
    if (patience.isOver({ what, usual: false })) return undefined;
    await sleep(POLL_MS, undefined, { signal: io.signal });
  }
}
