import type { google } from '@google-cloud/bigtable/build/protos/protos.js';
import type { BigtableClient } from '@google-cloud/bigtable/build/src/v2/index.js';

/** A version of a row's value. */
export interface Cell {
  /** Of the server's clock. */
  readonly timestampMicros: string;
  readonly value: Buffer;
}

/** All that lies in a table, by row key: each row's versions, the newest first. */
export type Cells = ReadonlyMap<string, readonly Cell[]>;

/** A call may have 100,000 changes, and a message of gRPC 4 MB at most unless told. */
const MAX_RESTORED_ROWS = 1000;
const MAX_RESTORED_BYTES = 2 * 1024 * 1024;

/** Reads every version of every cell, past the storage. */
export async function readCells(data: BigtableClient, tableName: string): Promise<Cells> {
  const cells = new Map<string, Cell[]>();
  let key = '';
  let timestampMicros = '';
  let parts: Uint8Array[] = [];
  const answers = data.readRows({
    tableName,
  }) as AsyncIterable<google.bigtable.v2.IReadRowsResponse>;
  for await (const { chunks } of answers) {
    for (const chunk of chunks ?? []) {
      if (chunk.rowKey && chunk.rowKey.length > 0) key = Buffer.from(chunk.rowKey).toString();
      if (parts.length === 0) timestampMicros = String(chunk.timestampMicros ?? 0);
      parts.push(chunk.value as Uint8Array);
      // The rest of the cell follows.
      if ((chunk.valueSize ?? 0) > 0) continue;
      const cell = { timestampMicros, value: Buffer.concat(parts) };
      cells.set(key, [...(cells.get(key) ?? []), cell]);
      parts = [];
    }
  }
  return cells;
}

/** Writes cells as they were, with their times. */
export async function writeCells(
  data: BigtableClient,
  tableName: string,
  cells: Cells,
): Promise<void> {
  let entries: google.bigtable.v2.MutateRowsRequest.IEntry[] = [];
  let bytes = 0;
  const flush = async () => {
    if (entries.length > 0) await mutate(data, { tableName, entries });
    entries = [];
    bytes = 0;
  };
  for (const [key, versions] of cells) {
    const mutations = versions.map(({ timestampMicros, value }) => {
      bytes += value.length;
      return { setCell: { ...COLUMN, timestampMicros, value } };
    });
    entries.push({ rowKey: Buffer.from(key), mutations });
    if (entries.length === MAX_RESTORED_ROWS || bytes > MAX_RESTORED_BYTES) await flush();
  }
  await flush();
}

const COLUMN = { familyName: 'log', columnQualifier: Buffer.from('data') };

async function mutate(
  data: BigtableClient,
  request: google.bigtable.v2.IMutateRowsRequest,
): Promise<void> {
  const answers = data.mutateRows(request) as AsyncIterable<google.bigtable.v2.IMutateRowsResponse>;
  for await (const { entries } of answers) {
    for (const { status } of entries ?? []) {
      if ((status?.code ?? 0) !== 0) throw new Error(`a row was not restored: ${status?.message}`);
    }
  }
}
