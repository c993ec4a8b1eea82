import type { google } from '../../proto/gen/bigtable.js';
import { COLUMN, FAMILY, type KeyRange, type RowMutation } from './table.js';

type Mutation = google.bigtable.v2.Mutation.$Properties;
type RowFilter = google.bigtable.v2.RowFilter.$Properties;

const COLUMN_BYTES = Buffer.from(COLUMN);
/** The server's own time. */
const SERVER_TIME = -1;

/** The cell of a row: the one filter that names a column and is no regular expression. */
export const CELL: RowFilter = {
  columnRangeFilter: {
    familyName: FAMILY,
    startQualifierClosed: COLUMN_BYTES,
    endQualifierClosed: COLUMN_BYTES,
  },
};
/** A cell that was written twice has two versions until one is collected. */
const LATEST: RowFilter = { cellsPerColumnLimitFilter: 1 };

/** Rows with their values, and without. */
export const CELLS: RowFilter = { chain: { filters: [CELL, LATEST] } };
export const KEYS: RowFilter = {
  chain: { filters: [CELL, LATEST, { stripValueTransformer: true }] },
};

/** Keys are bytes; latin1 keeps any. */
export function keyBytes(key: string): Buffer {
  return Buffer.from(key, 'latin1');
}

export function setCell(value: Uint8Array): Mutation {
  return {
    setCell: {
      familyName: FAMILY,
      columnQualifier: COLUMN_BYTES,
      timestampMicros: SERVER_TIME,
      value,
    },
  };
}

export function mutationOf({
  key,
  value,
}: RowMutation): google.bigtable.v2.MutateRowsRequest.Entry.$Properties {
  const mutation = value === undefined ? { deleteFromRow: {} } : setCell(value);
  return { rowKey: keyBytes(key), mutations: [mutation] };
}

export function rowSetOf(
  from: KeyRange | readonly string[],
): google.bigtable.v2.RowSet.$Properties {
  if (!('start' in from)) return { rowKeys: from.map(keyBytes) };
  const start = keyBytes(from.start);
  const endKeyOpen = keyBytes(from.end);
  const range = from.startOpen ? { startKeyOpen: start } : { startKeyClosed: start };
  return { rowRanges: [{ ...range, endKeyOpen }] };
}
