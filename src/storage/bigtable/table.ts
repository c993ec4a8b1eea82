import type { RpcError } from './rpc_error.js';

/** The column family and the column that hold a row's value (protocol section 3). */
export const FAMILY = 'log';
export const COLUMN = 'data';

/** A row with its whole key. */
export interface KeyedRow {
  readonly key: string;
  readonly value: Uint8Array;
}

/** The keys from `start` on, without it where it is open, up to `end`, which is not in it. */
export interface KeyRange {
  readonly start: string;
  readonly startOpen: boolean;
  readonly end: string;
}

export interface ReadRequest {
  /** What is read: a range, or rows by their keys. */
  readonly from: KeyRange | readonly string[];
  /** Leaves the values out. */
  readonly keysOnly: boolean;
}

/** What is to be done to a row: its cell set, or, without a value, all of it deleted. */
export interface RowMutation {
  readonly key: string;
  readonly value?: Uint8Array;
}

/** One attempt. */
export interface AttemptOptions {
  readonly signal: AbortSignal | undefined;
  /** How long to wait: for the answer, or, of an answer in parts, for the next one. */
  readonly timeoutMs: number;
}

/**
 * The calls to one table, each an attempt: they reject with an RpcError, or with the reason of their signal.
 */
export interface BigtableTable {
  /** Begins to connect, so that the first call need not. */
  connect(options: AttemptOptions): Promise<void>;

  /** CheckAndMutateRow: sets the cell of a row, unless it has one. */
  putRow(row: KeyedRow, options: AttemptOptions): Promise<void>;

  /**
   * MutateRows.
   *
   * @param settle is called with the index of each row whose status is known, also where the call then fails
   */
  mutateRows(
    mutations: readonly RowMutation[],
    options: AttemptOptions,
    settle: (index: number, error: RpcError | undefined) => void,
  ): Promise<void>;

  /** ReadRows: the rows that have the cell, ordered by key. */
  readRows(request: ReadRequest, options: AttemptOptions): AsyncIterable<KeyedRow>;

  close(): Promise<void>;
}
