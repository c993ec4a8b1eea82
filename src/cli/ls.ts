import { CollectorError } from '../common/errors.js';
import { parseCommandLine } from './arguments.js';
import { streamTypeOf, noStore, openStores, type Stores } from './stores.js';
import { pathMatcher } from './glob.js';
import { print, type Io, say, whileOpen } from './io.js';
import type { StreamRecord } from '../local/coordinator/stream_record.js';

export const help = `Usage: logdog-collector ls [GLOB] [-l]

Lists the streams, one path PROJECT/PREFIX/+/NAME per line. With GLOB, only those whose path matches: * is one component
or a part of one, ** any number of components. Without a *, GLOB is a path: that stream, and all under it.

  -l, --long           also prints type, number of logs, and terminal index (- while the stream has not ended); on a
                       terminal, below a line that names them

DATA_DIR (default: .logdog) is where the function stores its logs, or, with a Bigtable instance in the settings, the
names of its streams. A remote Coordinator has the names of its streams itself.
`;

const OPTIONS = { long: { type: 'boolean', short: 'l', default: false } } as const;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine(args, OPTIONS, ['[GLOB]']);
  const { COORDINATOR_HOST } = io.env;
  if (COORDINATOR_HOST !== undefined && COORDINATOR_HOST !== '') {
    const why = `the Coordinator at ${COORDINATOR_HOST} has the names of streams: list them with logdog query`;
    throw new CollectorError('COMMAND_FAILED', why);
  }
  const stores = openStores(io.env);
  if (stores) await whileOpen(stores, () => list(stores, positionals[0], values.long, io));
  else say(io, noStore(io.env).message);
  return 0;
}

async function list(
  stores: Stores,
  glob: string | undefined,
  long: boolean,
  io: Io,
): Promise<void> {
  const matches = pathMatcher(glob ?? '**');
  if (long && io.stdout.isTTY === true) await print(io, columns('TYPE', 'LOGS', 'LAST', 'PATH'));
  for (const record of stores.streams.streams()) {
    const path = `${record.project}/${record.path}`;
    if (!matches(path)) continue;
    await print(io, long ? await describe(stores, record, io) : `${path}\n`);
  }
}

async function describe(stores: Stores, record: StreamRecord, io: Io): Promise<string> {
  const { project, path, terminalIndex } = record;
  const logs = await count(stores.storage.get({ project, path, keysOnly: true }, io));
  const terminal = terminalIndex < 0n ? '-' : String(terminalIndex);
  return columns(streamTypeOf(record) ?? '?', String(logs), terminal, `${project}/${path}`);
}

function columns(type: string, logs: string, terminal: string, path: string): string {
  return `${type.padEnd(8)} ${logs.padStart(8)} ${terminal.padStart(8)} ${path}\n`;
}

async function count(items: AsyncIterable<unknown>): Promise<number> {
  const iterator = items[Symbol.asyncIterator]();
  for (let seen = 0; ; seen++) if ((await iterator.next()).done) return seen;
}
