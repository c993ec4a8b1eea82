import type { RpcError } from '../../../src/storage/bigtable/rpc_error.js';
import type {
  BigtableTable,
  KeyedRow,
  KeyRange,
  RowWrite,
} from '../../../src/storage/bigtable/table.js';

/** A table that records what is done to it. */
export class MemoryTable implements BigtableTable {
  readonly rows = new Map<string, Uint8Array>();
  /** By key, the timestamps of the row's versions, in microseconds. */
  readonly times = new Map<string, Set<number>>();
  /** The keys that MutateRow and MutateRows wrote, in order. */
  readonly written: string[] = [];
  readonly reads: KeyRange[] = [];

  putRow(row: RowWrite): Promise<void> {
    if (!this.rows.has(row.key)) this.set(row);
    return Promise.resolve();
  }

  async setRow(row: RowWrite): Promise<void> {
    await turn();
    this.set(row);
    this.written.push(row.key);
  }

  async setRows(
    rows: readonly RowWrite[],
    _options: unknown,
    settle: (index: number, error: RpcError | undefined) => void,
  ): Promise<void> {
    await turn();
    for (const [index, row] of rows.entries()) {
      this.set(row);
      this.written.push(row.key);
      settle(index, undefined);
    }
  }

  async *readRows(range: KeyRange, keysOnly: boolean): AsyncGenerator<KeyedRow, void, void> {
    this.reads.push(range);
    for (const key of [...this.rows.keys()].sort()) {
      await turn();
      if (key < range.start || key >= range.end) continue;
      yield { key, value: keysOnly ? new Uint8Array(0) : this.rows.get(key)! };
    }
  }

  deleteRows(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.rows.delete(key);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private set({ key, value, timestampMicros }: RowWrite): void {
    this.rows.set(key, Buffer.from(value));
    const times = this.times.get(key) ?? new Set<number>();
    this.times.set(key, times.add(timestampMicros));
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
