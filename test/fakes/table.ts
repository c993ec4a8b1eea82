import type { RpcError } from '../../src/storage/bigtable/rpc_error.js';
import type {
  AttemptOptions,
  BigtableTable,
  KeyedRow,
  KeyRange,
  RowWrite,
} from '../../src/storage/bigtable/table.js';

export type TableMethod = 'putRow' | 'setRow' | 'setRows' | 'readRows' | 'deleteRows';

/** Takes the status of a row of setRows. */
type Settle = (index: number, error: RpcError | undefined) => void;

/** A call that writes rows: those of putRow and setRow are one. */
export interface TableWrite {
  readonly method: 'putRow' | 'setRow' | 'setRows';
  readonly rows: readonly RowWrite[];
  readonly options: AttemptOptions;
  readonly settle: Settle;
  /** Writes rows, and settles each; default: those of the call, for its caller. */
  readonly store: (rows?: readonly RowWrite[], settle?: Settle) => Promise<void>;
}

/** What happens on a call, where it does not simply work. */
export interface TableScript {
  readonly write?: (write: TableWrite) => Promise<void>;
  /** Throws where a read or a deletion is to fail. */
  readonly begin?: (method: 'readRows' | 'deleteRows') => void;
}

/** A table that follows a script and records its calls. Its rows are in memory, or in another table. */
export class FakeTable implements BigtableTable {
  readonly calls: TableMethod[] = [];
  /** By key, the timestamps of the row's versions, in microseconds. */
  readonly times = new Map<string, Set<number>>();
  readonly reads: KeyRange[] = [];

  /** @param rows where its rows are, in memory: by key */
  constructor(
    private readonly script: TableScript = {},
    private readonly inner?: BigtableTable,
    readonly rows = new Map<string, Uint8Array>(),
  ) {}

  putRow(row: RowWrite, options: AttemptOptions): Promise<void> {
    return this.write('putRow', [row], options);
  }

  setRow(row: RowWrite, options: AttemptOptions): Promise<void> {
    return this.write('setRow', [row], options);
  }

  setRows(rows: readonly RowWrite[], options: AttemptOptions, settle: Settle): Promise<void> {
    return this.write('setRows', rows, options, settle);
  }

  async *readRows(
    range: KeyRange,
    keysOnly: boolean,
    options: AttemptOptions,
  ): AsyncGenerator<KeyedRow, void, void> {
    this.begin('readRows');
    this.reads.push(range);
    if (this.inner !== undefined) yield* this.inner.readRows(range, keysOnly, options);
    for (const key of [...this.rows.keys()].sort()) {
      if (key < range.start || key >= range.end) continue;
      yield { key, value: keysOnly ? new Uint8Array(0) : this.rows.get(key)! };
    }
  }

  async deleteRows(keys: readonly string[], options: AttemptOptions): Promise<void> {
    this.begin('deleteRows');
    await this.inner?.deleteRows(keys, options);
    for (const key of keys) this.rows.delete(key);
  }

  async close(): Promise<void> {
    await this.inner?.close();
  }

  private begin(method: 'readRows' | 'deleteRows'): void {
    this.calls.push(method);
    this.script.begin?.(method);
  }

  private async write(
    method: TableWrite['method'],
    rows: readonly RowWrite[],
    options: AttemptOptions,
    settle: Settle = () => undefined,
  ): Promise<void> {
    this.calls.push(method);
    const store = (some = rows, tell = settle) => this.store(method, some, options, tell);
    await (this.script.write?.({ method, rows, options, settle, store }) ?? store());
  }

  private async store(
    method: TableWrite['method'],
    rows: readonly RowWrite[],
    options: AttemptOptions,
    settle: Settle,
  ): Promise<void> {
    if (this.inner !== undefined) {
      if (method === 'setRows') await this.inner.setRows(rows, options, settle);
      else await this.inner[method](rows[0]!, options);
      return;
    }
    for (const [index, row] of rows.entries()) {
      if (method !== 'putRow' || !this.rows.has(row.key)) this.set(row);
      settle(index, undefined);
    }
  }

  private set({ key, value, timestampMicros }: RowWrite): void {
    this.rows.set(key, Buffer.from(value));
    const times = this.times.get(key) ?? new Set<number>();
    this.times.set(key, times.add(timestampMicros));
  }
}

/** What goes wrong with a call: before it has its effect, in the middle of it, or after it. */
export interface TableFault {
  readonly when: 'before' | 'midway' | 'after';
  readonly error: RpcError;
}

/** @param fault is asked once per call; undefined where it goes well */
export function failing(fault: (method: TableMethod) => TableFault | undefined): TableScript {
  return {
    begin: (method) => {
      const failure = fault(method);
      if (failure !== undefined) throw failure.error;
    },
    write: async ({ method, rows, settle, store }) => {
      const failure = fault(method);
      if (failure === undefined) return store();
      if (method === 'setRows' && failure.when === 'midway') {
        const half = Math.ceil(rows.length / 2);
        await store(rows.slice(0, half));
        for (let index = half; index < rows.length; index++) settle(index, failure.error);
        return;
      }
      if (failure.when !== 'before') await store(rows, () => undefined);
      throw failure.error;
    },
  };
}
