import type { CallOptions } from '@grpc/grpc-js';
import { abortReason, untilAborted } from '../../common/abort.js';
import { CollectorError } from '../../common/errors.js';
import { RowsWriteCall, WriteCall } from './write_call.js';
import { emulatorAddress, TableClient, type TableName } from './client.js';
import { grpc } from './grpc.js';
import { RowTable } from './row_table.js';
import { RpcError } from './rpc_error.js';
import type { AttemptOptions, BigtableTable, KeyedRow, KeyRange, RowWrite } from './table.js';
import { WriteCalls } from './write_calls.js';

export type { TableName } from './client.js';

/** What is open of a table. */
interface OpenTable {
  readonly client: TableClient;
  readonly writes: WriteCalls;
  /** Loaded for the first read. */
  rows: RowTable | undefined;
}

/** A table of the service, or of its emulator. */
export class GrpcTable implements BigtableTable {
  private opening: Promise<OpenTable> | undefined;
  private opened: OpenTable | undefined;
  private closed = false;

  /** @throws CollectorError BAD_SETTINGS where the emulator's address is none */
  constructor(private readonly name: TableName) {
    if (name.emulatorHost !== undefined) emulatorAddress(name.emulatorHost);
  }

  async putRow(row: RowWrite, options: AttemptOptions): Promise<void> {
    const { writes } = this.opened ?? (await this.open(options));
    const call = new WriteCall(options);
    await call.begin(writes.checkAndMutateRow(row, deadline(options), call.done));
  }

  async setRow(row: RowWrite, options: AttemptOptions): Promise<void> {
    const { writes } = this.opened ?? (await this.open(options));
    const call = new WriteCall(options);
    await call.begin(writes.mutateRow(row, deadline(options), call.done));
  }

  async setRows(
    rows: readonly RowWrite[],
    options: AttemptOptions,
    settle: (index: number, error: RpcError | undefined) => void,
  ): Promise<void> {
    const { writes } = this.opened ?? (await this.open(options));
    const call = new RowsWriteCall(options, settle);
    await call.listen(writes.mutateRows(rows, deadline(options)));
  }

  async *readRows(
    range: KeyRange,
    keysOnly: boolean,
    options: AttemptOptions,
  ): AsyncGenerator<KeyedRow, void, void> {
    yield* (await this.rowTable(options)).read(range, keysOnly, options);
  }

  async deleteRows(keys: readonly string[], options: AttemptOptions): Promise<void> {
    await (await this.rowTable(options)).delete(keys, options);
  }

  async close(): Promise<void> {
    this.closed = true;
    const opened = await this.opening?.catch(() => undefined);
    await opened?.client.close();
  }

  private async rowTable(options: AttemptOptions): Promise<RowTable> {
    const opened = this.opened ?? (await this.open(options));
    opened.rows ??= new RowTable(opened.client.openTable());
    return opened.rows;
  }

  /** Opens the client, once. One that cannot be opened is opened anew by the next call. */
  private async open({ signal, timeoutMs }: AttemptOptions): Promise<OpenTable> {
    if (this.closed) throw new CollectorError('SHUTTING_DOWN');
    this.opening ??= this.connect();
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      return await untilAborted(untilAborted(this.opening, timeout), signal);
    } catch (thrown) {
      if (signal?.aborted === true) throw abortReason(signal);
      if (!timeout.aborted) throw thrown;
      throw new RpcError('DeadlineExceeded', `no credentials within ${timeoutMs} ms`);
    }
  }

  private async connect(): Promise<OpenTable> {
    const { project, instance, table, appProfile } = this.name;
    const tableName = `projects/${project}/instances/${instance}/tables/${table}`;
    const names = { tableName, appProfileId: appProfile };
    try {
      const client = await TableClient.open(this.name);
      const { Metadata } = grpc.get();
      const metadata = new Metadata();
      // The generated methods send it, too: the service routes calls by it.
      const params = { table_name: tableName, app_profile_id: appProfile };
      metadata.set('x-goog-request-params', new URLSearchParams(params).toString());
      const writes = new WriteCalls(client.stub, names, metadata);
      this.opened = { client, writes, rows: undefined };
      return this.opened;
    } catch (thrown) {
      this.opening = undefined;
      throw thrown;
    }
  }
}

function deadline({ timeoutMs }: AttemptOptions): CallOptions {
  return { deadline: Date.now() + timeoutMs };
}
