import { PATH_SEPARATOR } from '../../bundle/path_separator.js';
import type { Environment } from '../environment.js';
import type { Table } from '../table.js';
import { idKey, nameKey, nameKeyPrefix } from './name_key.js';
import { streamId } from '../../coordinator/stream_id.js';

/** What is kept of a stream. Its secret is its prefix's. */
export interface StreamRecord {
  readonly project: string;
  /** `prefix/+/name` */
  readonly path: string;
  /** hex(sha256(path)) */
  readonly id: string;
  /** The serialized LogStreamDescriptor of the first registration. */
  readonly descriptor: Uint8Array;
  readonly protoVersion: string;
  /** The index of the stream's last log, or NOT_TERMINATED. */
  readonly terminalIndex: bigint;
  readonly created: Date;
  readonly archived: boolean;
  readonly purged: boolean;
}

/** A record as it stands in the table, in JSON. */
interface StoredStream extends Pick<
  StreamRecord,
  'project' | 'path' | 'protoVersion' | 'archived' | 'purged'
> {
  /** base64 */
  readonly descriptor: string;
  /** decimal */
  readonly terminalIndex: string;
  /** Milliseconds since 1970. */
  readonly created: number;
}

/** The most records that a listing holds at once; between them it holds no read transaction. */
const PAGE_RECORDS = 256;

/** The most bytes of descriptors that a listing holds at once; a larger one is held alone. */
const PAGE_BYTES = 1024 * 1024;

/** Past whatever stands in a key behind a name: no more than a hash does. */
const PAST = Buffer.alloc(33, 0xff);

/**
 * The registered streams, in two tables: `streams`, by `nameKey(project, path)`, has the records, and `stream_ids`, by
 * `idKey(project, id)`, their keys, because a termination names the stream by its id.
 */
export class StreamTable {
  private readonly streams: Table<StoredStream, Buffer>;
  private readonly ids: Table<Buffer, Buffer>;

  constructor(environment: Environment) {
    const keyEncoding = 'binary';
    this.streams = environment.openDB({ name: 'streams', encoding: 'json', keyEncoding });
    this.ids = environment.openDB({ name: 'stream_ids', encoding: 'binary', keyEncoding });
  }

  get(project: string, path: string): StreamRecord | undefined {
    return decode(this.streams.get(nameKey(project, path)));
  }

  getById(project: string, id: string): StreamRecord | undefined {
    const key = this.ids.get(idKey(project, id));
    return key === undefined ? undefined : decode(this.streams.get(key));
  }

  get size(): number {
    return this.streams.getStats().entryCount;
  }

  /** Changes with every commit to the environment, of whichever process. */
  get revision(): number {
    return this.streams.getStats().lastTxnId;
  }

  /** Inside a transaction only. */
  put(record: StreamRecord): void {
    const { project, path, id } = record;
    const key = nameKey(project, path);
    void this.streams.put(key, encode(record));
    void this.ids.put(idKey(project, id), key);
  }

  /** Inside a transaction only. */
  remove(project: string, path: string): void {
    void this.streams.remove(nameKey(project, path));
    void this.ids.remove(idKey(project, streamId(path)));
  }

  /** All records by project and path, where `nameKey` keeps that order. What changes meanwhile may be seen or not. */
  all(): IterableIterator<StreamRecord> {
    return this.range(Buffer.alloc(1), undefined);
  }

  has(project: string, path: string): boolean {
    return this.streams.has(nameKey(project, path));
  }

  /**
   * As `all`, of one prefix, those after a path.
   *
   * @param pageRecords how many records are read at once
   */
  *under(
    project: string,
    prefix: string,
    after?: string,
    pageRecords = PAGE_RECORDS,
  ): IterableIterator<StreamRecord> {
    const folder = `${prefix}${PATH_SEPARATOR}`;
    const first = nameKeyPrefix(project, folder);
    const start = after === undefined ? first : next(nameKey(project, after));
    for (const record of this.range(start, Buffer.concat([first, PAST]), pageRecords)) {
      // Where the prefix is too long for a key, others share it.
      if (record.path.startsWith(folder)) yield record;
    }
  }

  hasUnder(project: string, prefix: string): boolean {
    return this.under(project, prefix, undefined, 1).next().done !== true;
  }

  private *range(
    from: Buffer,
    end: Buffer | undefined,
    pageRecords = PAGE_RECORDS,
  ): IterableIterator<StreamRecord> {
    let start: Buffer | undefined = from;
    while (start !== undefined) {
      const range = { start, ...(end !== undefined && { end }), limit: pageRecords };
      start = undefined;
      const records: StreamRecord[] = [];
      let bytes = 0;
      this.streams.readRange(range, (key, value) => {
        const record = decode(value)!;
        records.push(record);
        bytes += record.descriptor.length;
        if (bytes >= PAGE_BYTES || records.length === pageRecords) start = next(key);
        return start === undefined;
      });
      yield* records;
    }
  }
}

/** The least key after one. */
function next(key: Buffer): Buffer {
  return Buffer.concat([key, Buffer.alloc(1)]);
}

function encode(record: StreamRecord): StoredStream {
  const { project, path, protoVersion, archived, purged } = record;
  const descriptor = Buffer.from(record.descriptor).toString('base64');
  const terminalIndex = record.terminalIndex.toString();
  const created = record.created.getTime();
  return { project, path, descriptor, protoVersion, terminalIndex, created, archived, purged };
}

function decode(stored: StoredStream | undefined): StreamRecord | undefined {
  if (stored === undefined) return undefined;
  return {
    ...stored,
    id: streamId(stored.path),
    descriptor: Buffer.from(stored.descriptor, 'base64'),
    terminalIndex: BigInt(stored.terminalIndex),
    created: new Date(stored.created),
  };
}
