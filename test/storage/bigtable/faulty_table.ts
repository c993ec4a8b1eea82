import type { RpcError } from '../../../src/storage/bigtable/rpc_error.js';
import type {
  AttemptOptions,
  BigtableTable,
  KeyedRow,
  KeyRange,
  RowWrite,
} from '../../../src/storage/bigtable/table.js';

/** What goes wrong with a call, and whether before it had its effect, in the middle of it, or after it. */
export interface Fault {
  readonly when: 'before' | 'midway' | 'after';
  readonly error: RpcError;
}

/** The library tries reads and deletions again, below this: here they fail for good. */
export type Method = 'putRow' | 'setRow' | 'setRows' | 'readRows' | 'deleteRows';

/** A table whose writes go wrong as the test says. */
export class FaultyTable implements BigtableTable {
  readonly calls: Method[] = [];

  /** @param fault is asked once per call; undefined where it goes well */
  constructor(
    private readonly inner: BigtableTable,
    private readonly fault: (method: Method) => Fault | undefined,
  ) {}

  putRow(row: RowWrite, options: AttemptOptions): Promise<void> {
    return this.writeRow('putRow', row, options);
  }

  setRow(row: RowWrite, options: AttemptOptions): Promise<void> {
    return this.writeRow('setRow', row, options);
  }

  async setRows(
    rows: readonly RowWrite[],
    options: AttemptOptions,
    settle: (index: number, error: RpcError | undefined) => void,
  ): Promise<void> {
    const fault = this.begin('setRows');
    if (fault === undefined) {
      await this.inner.setRows(rows, options, settle);
      return;
    }
    const half = Math.ceil(rows.length / 2);
    if (fault.when === 'midway') {
      await this.inner.setRows(rows.slice(0, half), options, settle);
      for (let index = half; index < rows.length; index++) settle(index, fault.error);
      return;
    }
    if (fault.when === 'after') await this.inner.setRows(rows, options, () => undefined);
    throw fault.error;
  }

  async *readRows(
    range: KeyRange,
    keysOnly: boolean,
    options: AttemptOptions,
  ): AsyncGenerator<KeyedRow, void, void> {
    const fault = this.begin('readRows');
    if (fault !== undefined) throw fault.error;
    yield* this.inner.readRows(range, keysOnly, options);
  }

  async deleteRows(keys: readonly string[], options: AttemptOptions): Promise<void> {
    const fault = this.begin('deleteRows');
    if (fault !== undefined) throw fault.error;
    await this.inner.deleteRows(keys, options);
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  private async writeRow(
    method: 'putRow' | 'setRow',
    row: RowWrite,
    options: AttemptOptions,
  ): Promise<void> {
    const fault = this.begin(method);
    if (fault?.when !== 'before') await this.inner[method](row, options);
    if (fault !== undefined) throw fault.error;
  }

  private begin(method: Method): Fault | undefined {
    this.calls.push(method);
    return this.fault(method);
  }
}
