import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { open, type RootDatabase } from 'lmdb';

/** The embedded store: one lmdb environment, for rows and for the embedded Coordinator. */
export type Environment = RootDatabase<Buffer, Buffer>;

const FILE = 'data.mdb';

/** How much the store may hold. It is address space, not disk or memory: nothing is taken before it is written. */
const MAP_BYTES = 2 ** 40;

/** Named databases: rows, streams, prefixes, and room for more. */
const MAX_DATABASES = 8;

/** Opens the environment of a folder, and makes both where they are missing. Other processes may have it open too. */
export function openEnvironment(dir: string): Environment {
  // Logs and secrets: nobody else on the machine has to see them.
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  return open<Buffer, Buffer>({
    path: join(dir, FILE),
    noSubdir: true,
    maxDbs: MAX_DATABASES,
    mapSize: MAP_BYTES,
    encoding: 'binary',
    keyEncoding: 'binary',
    // A commit is one with its flush: what has been committed and not flushed, a power cut would take away, and a flush
    // that fails then fails the commit.
    overlappingSync: false,
  });
}

/** Whether there is an environment in a folder: a reader need not make an empty one. */
export function environmentExists(dir: string): boolean {
  return existsSync(join(dir, FILE));
}
