import type { CallOptions } from '../common/abort.js';

/** Stores logs. Every implementation passes `src/testing/storage_contract.ts`. */
export interface Storage {
  /**
   * Stores a range of a stream's logs and resolves when they are durable. Logs that are already there count as stored;
   * logs whose rows exist do not keep the others from being stored. The records may be read until it settles, and where
   * it rejects, also by rows that are under way then.
   *
   * @throws CollectorError LOG_TOO_LARGE where a log does not fit into a row (those before it are stored),
   *   STORAGE_REFUSED or STORAGE_FAILED where the backend does not take them
   */
  put(request: PutRequest, options: CallOptions): Promise<void>;

  /** The logs from `index` on, ascending, each once, also where rows overlap; a gap is skipped. */
  get(request: GetRequest, options: CallOptions): AsyncIterable<StoredLog>;

  /** The last log of the contiguous run from index 0; undefined where there is none. */
  tail(request: StreamRequest, options: CallOptions): Promise<StoredLog | undefined>;

  /** Removes every row of the stream, and of no other one. */
  expunge(request: StreamRequest, options: CallOptions): Promise<void>;

  /** Waits for what is under way, then lets go of the backend. */
  close(): Promise<void>;
}

export type { CallOptions };

/** A stream. */
export interface StreamRequest {
  /** The LUCI project. */
  readonly project: string;
  /** `prefix/+/name` */
  readonly path: string;
}

/** A range of a stream's logs to store. */
export interface PutRequest extends StreamRequest {
  /** The stream index of the first log, from 0 to 2^63-1. */
  readonly index: bigint;
  /** How many logs there are, at least 1. */
  readonly count: number;
  /** The serialized logs, each as a recordio frame, back to back: what a row's value is (protocol section 3). */
  readonly records: Uint8Array;
  /**
   * When the message was made, in whole milliseconds of Unix time: a storage that keeps times gives the logs this one, so
   * that a redelivery changes nothing. Default: the storage's own time.
   */
  readonly timestampMs?: number | undefined;
}

/** A range of a stream's logs to read. */
export interface GetRequest extends StreamRequest {
  /** The first index. Default: 0. */
  readonly index?: bigint;
  /** The maximum number of logs. Default: all. */
  readonly limit?: number;
  /** Leaves the data out. */
  readonly keysOnly?: boolean;
}

/** A log that was read. */
export interface StoredLog {
  /** Its stream index. */
  readonly index: bigint;
  /** The serialized log; empty where only keys were asked for. */
  readonly data: Uint8Array;
}
