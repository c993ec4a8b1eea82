import { EmbeddedCoordinator } from '../coordinator/embedded.js';
import { CollectorError } from '../errors.js';
import { environmentExists, openEnvironment } from '../storage/environment.js';
import { LmdbStorage } from '../storage/lmdb.js';
import type { Storage, StreamRequest } from '../storage/storage.js';

/** What the reading commands read, and `expunge` removes from: logs, and the records of their streams. */
export interface Stores {
  readonly storage: Storage;
  readonly streams: Pick<EmbeddedCoordinator, 'stream' | 'streams' | 'forget'>;
  close(): Promise<void>;
}

/** Where the embedded store is. */
export function dataDirectory({ DATA_DIR }: NodeJS.ProcessEnv): string {
  return DATA_DIR === undefined || DATA_DIR === '' ? '.logdog' : DATA_DIR;
}

/** The embedded store, also while the function writes to it; undefined where none has been made yet. */
export function openStores(env: NodeJS.ProcessEnv): Stores | undefined {
  const directory = dataDirectory(env);
  if (!environmentExists(directory)) return undefined;
  const environment = openEnvironment(directory);
  const storage = new LmdbStorage({ environment });
  const streams = new EmbeddedCoordinator({ environment });
  const close = async (): Promise<void> => {
    await storage.close();
    await streams.close();
    await environment.close();
  };
  return { storage, streams, close };
}

/** As `openStores`. @throws CollectorError NOT_FOUND where none has been made yet */
export function requireStores(env: NodeJS.ProcessEnv): Stores {
  const stores = openStores(env);
  if (stores) return stores;
  const directory = dataDirectory(env);
  throw new CollectorError(
    'NOT_FOUND',
    `there is no store in ${directory}: DATA_DIR says where the function keeps it`,
  );
}

/** Does something with the stores, and closes them. */
export async function withStores<T>(
  stores: Stores,
  use: (stores: Stores) => Promise<T>,
): Promise<T> {
  try {
    return await use(stores);
  } finally {
    await stores.close();
  }
}

export function noSuchStream({ project, path }: StreamRequest): CollectorError {
  const list = 'logdog-collector ls lists those there are';
  return new CollectorError('NOT_FOUND', `there is no stream ${project}/${path}; ${list}`);
}
