import { parseCommandLine } from './arguments.js';
import { say, type Io } from './io.js';
import { noSuchStream, requireStores } from './stores.js';
import { parseStreamPath } from './stream_path.js';

export const help = `Usage: logdog-collector expunge PROJECT/PREFIX/+/NAME

Removes a stream for good: its logs, and that it ever was. The function remembers the streams that it has seen lately
(STATE_CACHE_EXPIRATION): until it has forgotten this one, or is started again, do not send to the same path.

DATA_DIR (default: .logdog) says where the function keeps its logs.
`;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { positionals } = parseCommandLine(args, {}, ['PATH']);
  const stream = parseStreamPath(positionals[0]!);
  const { project, path } = stream;
  const stores = requireStores(io.env);
  try {
    const known = stores.streams.stream(project, path) ?? (await firstLog());
    if (!known) throw noSuchStream(stream);
    await stores.storage.expunge(stream, io);
    await stores.streams.forget(project, path);
  } finally {
    await stores.close();
  }
  say(io, `expunged ${project}/${path}`);
  return 0;

  /** Rows without a record: what an expunging that was broken off leaves. */
  async function firstLog(): Promise<boolean> {
    const request = { ...stream, limit: 1, keysOnly: true };
    for await (const { index } of stores.storage.get(request, io)) return index >= 0n;
    return false;
  }
}
