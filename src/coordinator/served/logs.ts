import type { Storage, StoredLog } from '../../storage/storage.js';
import type { CallOptions } from '../coordinator.js';
import type { EmbeddedCoordinator } from '../embedded.js';
import { invalid } from '../request_rules.js';
import type { Methods } from './prpc_server.js';
import { findStream, type FoundStream, stateForReaders } from './reading.js';
import { Query, type QueryRequest } from './query.js';

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

/** The most logs in an answer: of small ones, more would take many times their bytes in memory. */
export const ANSWER_LOGS_MAX = 100_000;

/** `logdog.Logs`, for readers (protocol section 4). */
export class Logs {
  readonly methods: Methods = {
    'logdog.Logs/Get': (request: GetRequest, options: CallOptions) => this.get(request, options),
    'logdog.Logs/Tail': (request: TailRequest, options: CallOptions) => this.tail(request, options),
    'logdog.Logs/Query': (request: QueryRequest, options: CallOptions) =>
      this.query.run(request, options),
  };

  private readonly query: Query;

  constructor(
    private readonly coordinator: EmbeddedCoordinator,
    private readonly storage: Storage,
  ) {
    this.query = new Query(coordinator);
  }

  private async get(request: GetRequest, options: CallOptions): Promise<object> {
    const { project, path, state, index, logCount } = request;
    if (index < 0n) throw invalid('the index is negative');
    const found = findStream(this.coordinator, project, path);
    const logs = logCount < 0 ? [] : await this.read(found, request, options);
    return answer(found, state, logs);
  }

  private async tail({ project, path, state }: TailRequest, options: CallOptions): Promise<object> {
    const found = findStream(this.coordinator, project, path);
    const log = await this.storage.tail(found.record, options);
    return answer(found, state, log === undefined ? [] : [log.data]);
  }

  private async read(
    { record }: FoundStream,
    { index, byteCount, logCount, nonContiguous }: GetRequest,
    options: CallOptions,
  ): Promise<Uint8Array[]> {
    const { project, path } = record;
    const limit = Math.min(logCount === 0 ? Infinity : logCount, ANSWER_LOGS_MAX);
    const stored = this.storage.get({ project, path, index, limit }, options);
    return take(stored, index, byteCount, nonContiguous);
  }
}

/** Logs from `index` on, up to a gap unless that does not matter, and as many as fit: one in any case. */
async function take(
  stored: AsyncIterable<StoredLog>,
  index: bigint,
  byteCount: number,
  nonContiguous: boolean,
): Promise<Uint8Array[]> {
  let room = byteCount > 0 ? Math.min(byteCount, ANSWER_BYTES_MAX) : ANSWER_BYTES_MAX;
  const logs: Uint8Array[] = [];
  let next = index;
  for await (const log of stored) {
    if (log.index !== next && !nonContiguous) break;
    room -= log.data.length;
    if (room < 0 && logs.length > 0) break;
    logs.push(log.data);
    next = log.index + 1n;
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
