import type { RpcError } from './rpc_error.js';

/** The column family and the column that hold a row's value (protocol section 3). */
export const FAMILY = 'log';
export const COLUMN = 'data';

/** A row with its whole key. */
export interface KeyedRow {
  readonly key: string;
  readonly value: Uint8Array;
}

/** A row to write. */
export interface RowWrite extends KeyedRow {
  /** The timestamp of its cell, in whole milliseconds; SERVER_TIME for the server's own time. */
  readonly timestampMicros: number;
}

/** The server sets the timestamp of a cell. */
export const SERVER_TIME = -1;

/** The keys from `start` on, up to `end`, which is not in it. */
export interface KeyRange {
  readonly start: string;
  readonly end: string;
}

/** One attempt. */
export interface AttemptOptions {
  readonly signal: AbortSignal | undefined;
  /** Milliseconds until the call has to be done; of a read, until its next row has to be there. */
  readonly timeoutMs: number;
}

/** The calls to one table: they reject with an RpcError, or with the reason of their signal. */
export interface BigtableTable {
  /** CheckAndMutateRow: sets the cell of a row, unless it has one. One attempt. */
  putRow(row: RowWrite, options: AttemptOptions): Promise<void>;

  /** MutateRow: sets the cell of a row. One attempt. */
  setRow(row: RowWrite, options: AttemptOptions): Promise<void>;

  /**
   * MutateRows: sets the cells of rows. One attempt.
   *
   * @param settle is called with the index of each row whose status is known, as soon as it is, also where the call then
   *   fails
   */
  setRows(
    rows: readonly RowWrite[],
    options: AttemptOptions,
    settle: (index: number, error: RpcError | undefined) => void,
  ): Promise<void>;

  /**
   * Reads the rows that have the cell, ordered by key; begins anew after the last row where a call breaks off.
   *
   * @param keysOnly leaves the values out
   */
  readRows(range: KeyRange, keysOnly: boolean, options: AttemptOptions): AsyncIterable<KeyedRow>;

  /** Deletes rows; tries again those that another attempt may delete. */
  deleteRows(keys: readonly string[], options: AttemptOptions): Promise<void>;

  close(): Promise<void>;
}
