import { setTimeout as sleep } from 'node:timers/promises';
import type { StreamRequest } from '../storage/storage.js';
import { parseCommandLine, parseCount } from './arguments.js';
import { Interrupted, print, say, type Io } from './io.js';
import { parseRendering, Renderer, RENDER_HELP, RENDER_OPTIONS } from './renderer.js';
import { noSuchStream, openStores, requireStores, withStores, type Stores } from './stores.js';
import { parseStreamPath } from './stream_path.js';
import { startOf } from './timestamp.js';

export const help = `Usage: logdog-collector tail PROJECT/PREFIX/+/NAME [options]
       logdog-collector tail -f PROJECT/PREFIX/+/NAME [options]

Prints the last log of a stream: the last one that no gap comes before.

  -f, --follow         prints the stream from its beginning, and goes on while the function writes, until the
                       stream ends; a stream that is not there yet is waited for
  --count N            the last N logs (a log of text has one line or more); with -f, begins at them
${RENDER_HELP}
DATA_DIR (default: .logdog) says where the function keeps its logs.
`;

const OPTIONS = {
  ...RENDER_OPTIONS,
  follow: { type: 'boolean', short: 'f', default: false },
  count: { type: 'string' },
} as const;

/** How often the store is looked at: often enough to look live, seldom enough to cost nothing. */
const POLL_MS = 200;

/** So many looks in vain at a log that must be somewhere, before that is told. */
const PATIENCE = 25;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine(args, OPTIONS, ['PATH']);
  const stream = parseStreamPath(positionals[0]!);
  const renderer = new Renderer(parseRendering(values), io);
  const count = values.count === undefined ? undefined : parseCount('--count', values.count);
  if (!values.follow) {
    await withStores(requireStores(io.env), (stores) =>
      printTail(stores, stream, count ?? 1, renderer, io),
    );
    return 0;
  }
  try {
    await withStores(await awaitStores(io), (stores) =>
      follow(stores, stream, count, renderer, io),
    );
  } catch (error) {
    // Ctrl-C is how following a stream that goes on is ended.
    if (!(io.signal.reason instanceof Interrupted)) throw error;
  }
  return 0;
}

async function printTail(
  stores: Stores,
  stream: StreamRequest,
  count: number,
  renderer: Renderer,
  io: Io,
): Promise<void> {
  const record = stores.streams.stream(stream.project, stream.path);
  const last = await stores.storage.tail(stream, io);
  if (!record && !last) throw noSuchStream(stream);
  if (!last) return;
  const started = record ? startOf(record.descriptor) : 0;
  const range = { index: beginning(last.index, count), limit: count };
  for await (const log of stores.storage.get({ ...stream, ...range }, io)) {
    await print(io, renderer.render(log, started));
  }
  await print(io, renderer.end());
}

/** Prints logs as they come, each after the one before it, up to the terminal index. */
async function follow(
  stores: Stores,
  stream: StreamRequest,
  count: number | undefined,
  renderer: Renderer,
  io: Io,
): Promise<void> {
  const last = count === undefined ? undefined : await stores.storage.tail(stream, io);
  let next = last ? beginning(last.index, count!) : 0n;
  for (let vain = 0; ; vain++) {
    // Looked at before the logs are: those that come in between are printed, and the next look ends it.
    const record = stores.streams.stream(stream.project, stream.path);
    if (record) {
      const before = next;
      next = await printOn(stores, stream, next, startOf(record.descriptor), renderer, io);
      if (record.terminalIndex >= 0n && next > record.terminalIndex) break;
      if (next > before || record.terminalIndex < 0n) vain = 0;
      if (vain === PATIENCE) tellWaiting(io, stream, next);
    }
    await sleep(POLL_MS, undefined, { signal: io.signal });
  }
  await print(io, renderer.end());
}

/** Prints the logs from `next` on up to a gap. @returns the first index that it did not find */
async function printOn(
  stores: Stores,
  stream: StreamRequest,
  index: bigint,
  started: number,
  renderer: Renderer,
  io: Io,
): Promise<bigint> {
  let next = index;
  for await (const log of stores.storage.get({ ...stream, index }, io)) {
    if (log.index !== next) break;
    await print(io, renderer.render(log, started));
    next++;
  }
  return next;
}

async function awaitStores(io: Io): Promise<Stores> {
  for (;;) {
    const stores = openStores(io.env);
    if (stores) return stores;
    await sleep(POLL_MS, undefined, { signal: io.signal });
  }
}

function beginning(last: bigint, count: number): bigint {
  const first = last - BigInt(count) + 1n;
  return first > 0n ? first : 0n;
}

function tellWaiting(io: Io, { project, path }: StreamRequest, index: bigint): void {
  say(io, `logdog-collector tail: ${project}/${path} has ended; waiting for its log ${index}`);
}
