import type { StreamRequest } from '../storage/storage.js';
import { parseCommandLine, parseCount, parseIndex } from './arguments.js';
import { print, say, type Io } from './io.js';
import {
  parseRendering,
  Renderer,
  RENDER_HELP,
  RENDER_OPTIONS,
  type Rendering,
} from './renderer.js';
import { noSuchStream, requireStores, withStores, type Stores } from './stores.js';
import { parseStreamPath } from './stream_path.js';
import { startOf } from './timestamp.js';

export const help = `Usage: logdog-collector cat PROJECT/PREFIX/+/NAME [options]

Prints a stream, also while the function runs. A gap in it is told on standard error.

  --index N            begins at the log with this index (default: 0)
  --count N            prints at most so many logs
${RENDER_HELP}
DATA_DIR (default: .logdog) says where the function keeps its logs.
`;

const OPTIONS = {
  ...RENDER_OPTIONS,
  index: { type: 'string', default: '0' },
  count: { type: 'string' },
} as const;

interface Range {
  readonly index: bigint;
  readonly count: number | undefined;
}

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine(args, OPTIONS, ['PATH']);
  const stream = parseStreamPath(positionals[0]!);
  const rendering = parseRendering(values);
  const index = parseIndex('--index', values.index);
  const count = values.count === undefined ? undefined : parseCount('--count', values.count);
  await withStores(requireStores(io.env), (stores) =>
    printStream(stores, stream, { index, count }, rendering, io),
  );
  return 0;
}

/**
 * Prints a stretch of a stream, and tells what is missing of it.
 *
 * @throws CollectorError NOT_FOUND
 */
async function printStream(
  stores: Stores,
  stream: StreamRequest,
  { index, count }: Range,
  rendering: Rendering,
  io: Io,
): Promise<void> {
  const { project, path } = stream;
  const record = stores.streams.stream(project, path);
  const started = record ? startOf(record.descriptor) : 0;
  const renderer = new Renderer(rendering, io);
  const limit = count === undefined ? {} : { limit: count };
  let next = index;
  let seen = 0;
  for await (const log of stores.storage.get({ ...stream, index, ...limit }, io)) {
    if (log.index > next) tellGap(io, stream, next, log.index - 1n);
    next = log.index + 1n;
    seen++;
    await print(io, renderer.render(log, started));
  }
  if (!record && seen === 0 && !(await stores.storage.tail(stream, io))) throw noSuchStream(stream);
  await print(io, renderer.end());
  const terminal = record?.terminalIndex ?? -1n;
  if (seen !== count && next <= terminal) tellGap(io, stream, next, terminal);
}

function tellGap(io: Io, { project, path }: StreamRequest, first: bigint, last: bigint): void {
  const what = first === last ? `log ${first} is` : `logs ${first} to ${last} are`;
  say(io, `logdog-collector cat: ${what} missing in ${project}/${path}`);
}
