import type { Table } from './table.js';

interface TableStats {
  readonly pageSize: number;
  readonly treeBranchPageCount: number;
  readonly treeLeafPageCount: number;
  readonly overflowPages: number;
}

/** The bytes that tables take of the file: what it has besides is free, and used again. */
export function tableBytes(...tables: Pick<Table, 'getStats'>[]): number {
  let bytes = 0;
  for (const table of tables) {
    const stats = table.getStats() as TableStats;
    const { treeBranchPageCount, treeLeafPageCount, overflowPages } = stats;
    bytes += stats.pageSize * (treeBranchPageCount + treeLeafPageCount + overflowPages);
  }
  return bytes;
}
