import { open, type RootDatabase } from 'lmdb';

/** One lmdb environment: the tables of the embedded store and of the embedded Coordinator. */
export type Environment = RootDatabase<Buffer, Buffer>;

/** Opens the environment in a directory, making both where they are missing. */
export function openEnvironment(dir: string): Environment {
  // Told, for a path with a dot in it is taken for a file otherwise.
  const noSubdir = false;
  return open({ path: dir, noSubdir, maxDbs: 8, encoding: 'binary', keyEncoding: 'binary' });
}
