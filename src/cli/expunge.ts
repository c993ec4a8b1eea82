import { parseCommandLine, parseStreamPath } from './arguments.js';
import { openLocal } from '../local/local.js';
import { say, type Io, whileOpen } from './io.js';
import type { StreamRequest } from '../storage/storage.js';
import { noSuchStream, recordOf, requireStores, type Stores } from './stores.js';

export const help = `Usage: logdog-collector expunge PROJECT/PREFIX/+/NAME

Removes a stream for good: its logs and its record. If it is sent again, it begins anew. If its logs are in Bigtable,
running functions still have its state cached (STATE_CACHE_EXPIRATION): do not send to the same path until that has
expired or the function has been restarted.

DATA_DIR (default: .logdog) is where the function stores its logs.
`;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { positionals } = parseCommandLine(args, {}, ['PATH']);
  const stream = parseStreamPath(positionals[0]!);
  await whileOpen(requireStores(io.env, openLocal), (stores) => expunge(stores, stream, io));
  say(io, `expunged ${stream.project}/${stream.path}`);
  return 0;
}

async function expunge(stores: Stores, stream: StreamRequest, io: Io): Promise<void> {
  const known = recordOf(stores, stream) ?? (await hasLogs(stores, stream, io));
  if (!known) throw noSuchStream(stream);
  await stores.expunge(stream, io);
}

/** Rows without a record: what is stored of a stream that the function still remembers after it was expunged. */
async function hasLogs(stores: Stores, stream: StreamRequest, io: Io): Promise<boolean> {
  const request = { ...stream, limit: 1, keysOnly: true };
  for await (const { index } of stores.storage.get(request, io)) return index >= 0n;
  return false;
}
