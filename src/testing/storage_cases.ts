import type { ErrorCode } from '../common/errors.js';
import type { Storage, StoredLog, StreamRequest } from '../storage/storage.js';
import { type Contract, rejectionOf } from './contract.js';
import { recordsOf } from './records.js';

/** A storage that a contract tests. */
export interface OpenedStorage {
  /** Is empty. */
  readonly storage: Storage;
  /** Closes the storage and opens it again on the same data; not called where the contract is not `durable`. */
  reopen(): Promise<Storage>;
  /** Closes the storage and removes its data. */
  close(): Promise<void>;
}

interface StorageSettings {
  maxRowSize?: number;
}

/** Opens an empty storage whose rows have at most `maxRowSize` bytes. */
export type OpenStorage = (options: StorageSettings) => Promise<OpenedStorage>;

export type StorageCases = Contract<Storage, StorageSettings>;

const PROJECT = 'project';
export const STREAM: StreamRequest = { project: PROJECT, path: 'prefix/+/name' };
/** Other streams, whose names are taken for that one's, or for one another's, where they are not kept as they are. */
export const NEIGHBOURS: readonly StreamRequest[] = [
  { project: PROJECT, path: 'prefix/+/name2' },
  { project: PROJECT, path: 'prefix/+/nam' },
  { project: PROJECT, path: 'prefix/+/name/x' },
  { project: 'project2', path: 'prefix/+/name' },
  // Letters of either case are two names.
  { project: PROJECT, path: 'prefix/+/Name' },
  // A path is not flattened.
  { project: PROJECT, path: 'prefix/+/name_x' },
  { project: PROJECT, path: 'prefix/+/name.x' },
  // The project and the path are kept apart.
  { project: 'projec', path: 'tprefix/+/name' },
];
/** A log of the tests takes this many bytes in a row. */
export const LOG_BYTES = 9;

/** Logs of a stream, 8 bytes each; what an index holds is the same however the logs are cut. */
export function logsOf(index: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `log${index + i}`.padEnd(LOG_BYTES - 1));
}

/** What each of these indices holds. */
export function logsAt(indices: readonly bigint[]): string[] {
  return indices.flatMap((index) => logsOf(Number(index), 1));
}

export async function put(
  storage: Storage,
  index: number,
  count: number,
  stream = STREAM,
  signal?: AbortSignal,
): Promise<void> {
  await putLogs(storage, BigInt(index), logsOf(index, count), stream, signal);
}

/** Puts logs that hold something else than `logsOf` says. */
export async function putLogs(
  storage: Storage,
  index: bigint,
  logs: readonly (string | Uint8Array)[],
  stream = STREAM,
  signal?: AbortSignal,
): Promise<void> {
  const records = recordsOf(logs);
  await storage.put({ ...stream, index, count: logs.length, records }, { signal });
}

export function read(
  storage: Storage,
  range: { index?: bigint; limit?: number; keysOnly?: boolean } = {},
  stream = STREAM,
): Promise<StoredLog[]> {
  return collect(storage.get({ ...stream, ...range }, {}));
}

export async function indices(storage: Storage, range: { index?: bigint } = {}): Promise<bigint[]> {
  return indicesOf(await read(storage, range));
}

export function indicesOf(logs: readonly StoredLog[]): bigint[] {
  return logs.map(({ index }) => index);
}

export function texts(logs: readonly StoredLog[]): string[] {
  return logs.map(({ data }) => Buffer.from(data).toString());
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Returns the code that work rejects with. */
export async function codeOf(work: Promise<unknown>): Promise<ErrorCode> {
  return (await rejectionOf(() => work)).code;
}
