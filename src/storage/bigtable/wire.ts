import type { google } from '../../proto/gen/bigtable.js';
import { COLUMN, FAMILY, type KeyRange } from './table.js';

type RowFilter = google.bigtable.v2.RowFilter.$Properties;

const COLUMN_BYTES = Buffer.from(COLUMN);

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
function keyBytes(key: string): Buffer {
  return Buffer.from(key, 'latin1');
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
