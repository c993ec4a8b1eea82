import type { RpcError } from '../../../src/storage/bigtable/rpc_error.js';
import type {
  BigtableTable,
  KeyedRow,
  ReadRequest,
  RowMutation,
} from '../../../src/storage/bigtable/table.js';

/** A table that counts what is done to it. */
export class MemoryTable implements BigtableTable {
  readonly rows = new Map<string, Uint8Array>();
  /** What MutateRows wrote, in order. */
  readonly written: string[] = [];
  readonly reads: ReadRequest[] = [];

  connect(): Promise<void> {
    return Promise.resolve();
  }

  putRow({ key, value }: KeyedRow): Promise<void> {
    if (!this.rows.has(key)) this.rows.set(key, Buffer.from(value));
    return Promise.resolve();
  }

  async mutateRows(
    mutations: readonly RowMutation[],
    _options: unknown,
    settle: (index: number, error: RpcError | undefined) => void,
  ): Promise<void> {
    await turn();
    for (const [index, { key, value }] of mutations.entries()) {
      if (value === undefined) this.rows.delete(key);
      else this.rows.set(key, Buffer.from(value));
      this.written.push(key);
      settle(index, undefined);
    }
  }

  async *readRows(request: ReadRequest): AsyncGenerator<KeyedRow, void, void> {
    this.reads.push(request);
    const { from, keysOnly } = request;
    for (const key of [...this.rows.keys()].sort()) {
      await turn();
      const wanted =
        'start' in from
          ? (from.startOpen ? key > from.start : key >= from.start) && key < from.end
          : from.includes(key);
      if (wanted) yield { key, value: keysOnly ? new Uint8Array(0) : this.rows.get(key)! };
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
