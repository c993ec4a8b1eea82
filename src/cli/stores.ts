import { openBigtable, usesBigtable } from '../service/backends.js';
import { loadUsed } from '../service/config.js';
import type { LocalCoordinator } from '../local/coordinator/local_coordinator.js';
import type { StreamRecord } from '../local/coordinator/stream_record.js';
import { openLocalToRead } from '../local/local.js';
import { CollectorError } from '../common/errors.js';
import { environmentExists } from '../local/environment.js';
import type { DeadLetterTable } from '../local/dead_letter_table.js';
import type { RowStorage } from '../storage/row_storage.js';
import type { CallOptions, StreamRequest } from '../storage/storage.js';
import { whileOpen } from './io.js';
import { nanosecondsOf } from '../common/proto_time.js';
import { decodableDescriptor } from '../local/coordinator/decodable_descriptor.js';
import { logpb } from '../proto/gen/logpb.js';

/** What the reading commands read, and `expunge` removes from: logs, and the records of their streams. */
export interface Stores {
  readonly storage: RowStorage;
  /** Those of the local Coordinator; there are none where another one has them. */
  readonly streams: Pick<LocalCoordinator, 'stream' | 'streams'>;
  /** The refused messages, where the local store keeps them. */
  readonly deadLetters: Pick<DeadLetterTable, 'entries'> | undefined;
  /** Removes a stream's record and its logs. */
  expunge(stream: StreamRequest, options: CallOptions): Promise<void>;
  close(): Promise<void>;
}

const BIGTABLE_SETTINGS = [
  'bigtableProject',
  'bigtableInstance',
  'bigtableTable',
  'bigtableAppProfile',
  'bigtableEmulatorHost',
] as const;

/** Where the local store is. @throws CollectorError BAD_SETTINGS */
export function dataDirectory(env: NodeJS.ProcessEnv): string {
  return loadUsed(env, 'dataDir').dataDir;
}

/**
 * The stores of the settings, also while the function writes to them: Bigtable where it is named, else the local one.
 * Undefined where that has not been made yet.
 *
 * @param open opens the local store; default: to read it
 */
export function openStores(env: NodeJS.ProcessEnv, open = openLocalToRead): Stores | undefined {
  const config = loadUsed(env, 'bigtableProject', 'bigtableInstance');
  const directory = dataDirectory(env);
  const local = environmentExists(directory) ? open(directory) : undefined;
  const table = usesBigtable(config)
    ? openBigtable(loadUsed(env, ...BIGTABLE_SETTINGS))
    : undefined;
  const storage = table ?? local?.storage;
  if (storage === undefined) return undefined;
  const expunge = async (stream: StreamRequest, options: CallOptions) => {
    await table?.expunge(stream, options);
    await local?.expunger.expunge([stream]);
  };
  const close = async () => {
    await table?.close();
    await local?.close();
  };
  const { coordinator: streams = NO_RECORDS, deadLetters } = local ?? {};
  return { storage, streams, deadLetters, expunge, close };
}

/** Where a remote Coordinator has the records. */
const NO_RECORDS: Stores['streams'] = {
  stream: () => undefined,
  streams: () => [].values(),
};

/** As `openStores`. @throws CollectorError NOT_FOUND where none has been made yet */
export function requireStores(env: NodeJS.ProcessEnv, open = openLocalToRead): Stores {
  const stores = openStores(env, open);
  if (stores) return stores;
  throw noStore(env);
}

/**
 * Does something with the refused messages of the local store, also while the function runs; undefined without one.
 *
 * @param open default: to read them
 */
export async function withRefused<T>(
  env: NodeJS.ProcessEnv,
  use: (refused: DeadLetterTable | undefined) => Promise<T>,
  open = openLocalToRead,
): Promise<T> {
  const directory = dataDirectory(env);
  if (!environmentExists(directory)) return use(undefined);
  return whileOpen(open(directory), ({ deadLetters }) => use(deadLetters));
}

/** Says where no store was found, and how to name another place. */
export function noStore(env: NodeJS.ProcessEnv): CollectorError {
  const why = `there is no store in ${dataDirectory(env)}`;
  return new CollectorError('NOT_FOUND', `${why}: DATA_DIR says where the function keeps it`);
}

/** Returns what the local Coordinator knows of a stream. */
export function recordOf(
  { streams }: Stores,
  { project, path }: StreamRequest,
): StreamRecord | undefined {
  return streams.stream(project, path);
}

export function noSuchStream({ project, path }: StreamRequest): CollectorError {
  const list = 'logdog-collector ls lists those there are';
  return new CollectorError('NOT_FOUND', `there is no stream ${project}/${path}; ${list}`);
}

export function noSuchMessage(id: string): CollectorError {
  const list = 'logdog-collector refused ls lists them';
  return new CollectorError('NOT_FOUND', `no refused message has the id ${id}; ${list}`);
}

/** Returns the type of a stream as `typeName` has it; undefined where the descriptor is damaged. */
export function streamTypeOf(record: StreamRecord): string | undefined {
  const descriptor = decode(record);
  return descriptor && typeName(descriptor.streamType);
}

/** Returns when a stream began, in nanoseconds since 1970; undefined where that is not known here. */
export function startOfStream(record: StreamRecord | undefined): bigint | undefined {
  const descriptor = record && decode(record);
  return descriptor && nanosecondsOf(descriptor.timestamp);
}

/** Returns `text`, `binary` or `datagram`, or the number of a type that has no name. */
export function typeName(type: number): string {
  return logpb.StreamType[type]?.toLowerCase() ?? String(type);
}

/** Where the descriptor is damaged, the logs may be well. */
function decode({ descriptor }: StreamRecord): logpb.LogStreamDescriptor | undefined {
  try {
    return logpb.LogStreamDescriptor.decode(decodableDescriptor(descriptor));
  } catch {
    return undefined;
  }
}
