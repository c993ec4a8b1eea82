import type { RpcError } from '../../../src/storage/bigtable/rpc_error.js';
import type {
  AttemptOptions,
  BigtableTable,
  KeyedRow,
  ReadRequest,
  RowMutation,
} from '../../../src/storage/bigtable/table.js';

/** What goes wrong with a call, and whether before it had its effect, in the middle of it, or after it. */
export interface Fault {
  readonly when: 'before' | 'midway' | 'after';
  readonly error: RpcError;
}

export type Method = 'putRow' | 'mutateRows' | 'readRows';

/** A table whose calls go wrong as they are told to. */
export class FaultyTable implements BigtableTable {
  readonly calls: Method[] = [];

  /** @param fault is asked once a call; undefined where it goes well */
  constructor(
    private readonly inner: BigtableTable,
    private readonly fault: (method: Method) => Fault | undefined,
  ) {}

  connect(options: AttemptOptions): Promise<void> {
    return this.inner.connect(options);
  }

  async putRow(row: KeyedRow, options: AttemptOptions): Promise<void> {
    const fault = this.begin('putRow');
    if (fault?.when !== 'before') await this.inner.putRow(row, options);
    if (fault !== undefined) throw fault.error;
  }

  async mutateRows(
    mutations: readonly RowMutation[],
    options: AttemptOptions,
    settle: (index: number, error: RpcError | undefined) => void,
  ): Promise<void> {
    const fault = this.begin('mutateRows');
    if (fault === undefined) {
      await this.inner.mutateRows(mutations, options, settle);
      return;
    }
    const half = Math.ceil(mutations.length / 2);
    if (fault.when === 'midway') {
      await this.inner.mutateRows(mutations.slice(0, half), options, settle);
      for (let index = half; index < mutations.length; index++) settle(index, fault.error);
      return;
    }
    if (fault.when === 'after') await this.inner.mutateRows(mutations, options, () => undefined);
    throw fault.error;
  }

  async *readRows(
    request: ReadRequest,
    options: AttemptOptions,
  ): AsyncGenerator<KeyedRow, void, void> {
    const fault = this.begin('readRows');
    if (fault?.when === 'before') throw fault.error;
    for await (const row of this.inner.readRows(request, options)) {
      yield row;
      if (fault?.when === 'midway') throw fault.error;
    }
    if (fault !== undefined) throw fault.error;
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  private begin(method: Method): Fault | undefined {
    this.calls.push(method);
    return this.fault(method);
  }
}
