import type { Storage } from '../../storage/storage.js';
import { Turns } from '../../common/turns.js';
import type { FoundStream, StreamRecords } from '../coordinator/local_coordinator.js';
import type { StreamRecord } from '../coordinator/stream_record.js';
import { invalid } from '../../coordinator/request_rules.js';
import type { Format } from './format.js';
import type { MethodOptions, Methods } from './prpc_server.js';
import { findStream, stateForReaders } from './reading.js';
import { query, type QueryRequest } from './query.js';

interface GetRequest {
  readonly project: string;
  readonly path: string;
  readonly state: boolean;
  readonly index: bigint;
  readonly byteCount: number;
  readonly logCount: number;
  readonly nonContiguous: boolean;
}

type TailRequest = Pick<GetRequest, 'project' | 'path' | 'state'>;

/** The most bytes of logs in an answer (protocol section 4); the first log comes also where it is larger. */
export const ANSWER_BYTES_MAX = 16 * 1024 * 1024;

/** The same of an answer in JSON, which takes some four times the bytes and ten times the CPU. */
export const JSON_ANSWER_BYTES_MAX = 1024 * 1024;

/** The most logs in an answer: of small ones, more would take many times their bytes in memory. */
export const ANSWER_LOGS_MAX = 100_000;

/** The same of an answer in JSON. */
export const JSON_ANSWER_LOGS_MAX = 20_000;

const BOUNDS: Readonly<Record<Format, { readonly bytes: number; readonly logs: number }>> = {
  binary: { bytes: ANSWER_BYTES_MAX, logs: ANSWER_LOGS_MAX },
  json: { bytes: JSON_ANSWER_BYTES_MAX, logs: JSON_ANSWER_LOGS_MAX },
};

/** What a log in an answer takes in memory beside its bytes. */
const LOG_BYTES = 128;

/** `logdog.Logs`, for readers (protocol section 4). */
export function logsMethods(coordinator: StreamRecords, storage: Storage): Methods {
  return {
    'logdog.Logs/Get': async (request: GetRequest, options: MethodOptions) => {
      const { project, path, state, index, logCount } = request;
      if (index < 0n) throw invalid('the index is negative');
      const found = findStream(coordinator, project, path);
      const logs = logCount < 0 ? [] : await read(storage, found.record, request, options);
      return answer(found, state, logs);
    },
    'logdog.Logs/Tail': async ({ project, path, state }: TailRequest, options: MethodOptions) => {
      const found = findStream(coordinator, project, path);
      const log = await storage.tail(found.record, options);
      if (log !== undefined) options.memory.more(log.data.length);
      return answer(found, state, log === undefined ? [] : [log.data]);
    },
    'logdog.Logs/Query': (request: QueryRequest, options: MethodOptions) =>
      query(coordinator, request, options),
  };
}

/** Reads logs from an index on, up to a gap unless that does not matter, and as many as fit: one in any case. */
async function read(
  storage: Storage,
  { project, path }: StreamRecord,
  { index, byteCount, logCount, nonContiguous }: GetRequest,
  options: MethodOptions,
): Promise<Uint8Array[]> {
  const bounds = BOUNDS[options.format];
  const limit = Math.min(logCount === 0 ? Infinity : logCount, bounds.logs);
  let bytesLeft = Math.min(byteCount > 0 ? byteCount : Infinity, bounds.bytes);
  let next = index;
  const logs: Uint8Array[] = [];
  const turns = new Turns(options.signal);
  for await (const log of storage.get({ project, path, index, limit }, options)) {
    if (log.index !== next && !nonContiguous) break;
    bytesLeft -= log.data.length;
    if (bytesLeft < 0 && logs.length > 0) break;
    options.memory.more(LOG_BYTES + log.data.length);
    logs.push(log.data);
    next = log.index + 1n;
    const turn = turns.next();
    if (turn !== undefined) await turn;
  }
  return logs;
}

function answer({ record, prefix }: FoundStream, state: boolean, logs: Uint8Array[]): object {
  return {
    project: record.project,
    ...(state && { state: stateForReaders(record), desc: record.descriptor }),
    logs,
    realm: prefix.realm,
  };
}
