import { CollectorError } from '../errors.js';
import type { Storage } from '../storage/storage.js';
import type { StreamRequest } from '../storage/storage.js';

/** What the Coordinator has on record of a stream. */
export interface StreamRecord {
  readonly project: string;
  /** `prefix/+/name` */
  readonly path: string;
  /** The serialized LogStreamDescriptor. */
  readonly descriptor: Uint8Array;
  /** The index of the stream's last log, or NOT_TERMINATED. */
  readonly terminalIndex: bigint;
}

/** The streams of a store. */
export interface StreamRecords {
  stream(project: string, path: string): StreamRecord | undefined;
  /** By project and path. */
  streams(): Iterable<StreamRecord>;
  forget(project: string, path: string): Promise<void>;
}

/** What the reading commands read. */
export interface Stores {
  readonly storage: Storage;
  readonly streams: StreamRecords;
  close(): Promise<void>;
}

/** Where the embedded store is. */
export function dataDirectory(env: NodeJS.ProcessEnv): string {
  const { DATA_DIR } = env;
  return DATA_DIR === undefined || DATA_DIR === '' ? '.logdog' : DATA_DIR;
}

/** The store, also while the function writes to it; undefined where none has been made yet. */
export async function openStores(_env: NodeJS.ProcessEnv): Promise<Stores | undefined> {
  return Promise.resolve(undefined);
}

/** As `openStores`. @throws CollectorError NOT_FOUND where none has been made yet */
export async function requireStores(env: NodeJS.ProcessEnv): Promise<Stores> {
  const stores = await openStores(env);
  if (stores) return stores;
  const directory = dataDirectory(env);
  throw new CollectorError(
    'NOT_FOUND',
    `there is no store in ${directory}: DATA_DIR says where the function keeps it`,
  );
}

export function noSuchStream({ project, path }: StreamRequest): CollectorError {
  const list = 'logdog-collector ls lists those there are';
  return new CollectorError('NOT_FOUND', `there is no stream ${project}/${path}; ${list}`);
}
