import type { GrpcCode } from '../../src/common/errors.js';
import { RpcError } from '../../src/storage/bigtable/rpc_error.js';
import type { RowWrite } from '../../src/storage/bigtable/table.js';
import { FakeTable, type TableWrite } from '../fakes/table.js';
import type { Instance } from './instance.js';
import type { Fault, Network } from './network.js';
import type { Oracle } from './oracle.js';

/** The status of a row; undefined where it went well. */
type Status = GrpcCode | 'left out' | undefined;

/** A table behind the network, as one instance calls it. Its rows outlive the instances. */
export class SimulatedTable {
  readonly table: FakeTable;

  constructor(
    private readonly rows: Map<string, Uint8Array>,
    private readonly network: Network,
    private readonly oracle: Oracle,
    private readonly owner: Instance,
  ) {
    const read = () => {
      throw new Error('a function that writes neither reads nor deletes');
    };
    this.table = new FakeTable(
      { write: (write) => this.write(write), begin: read },
      undefined,
      rows,
    );
  }

  private async write(write: TableWrite): Promise<void> {
    const { method, options, settle } = write;
    const sent = write.rows.map((row) => ({ ...row, value: Buffer.from(row.value) }));
    const fault = this.network.fault();
    this.oracle.trace(this.owner, method, fault);
    const arrived = await this.network.call(this.owner, options, fault, () =>
      sent.map((row) => this.writeRow(write, row, fault)),
    );
    if (arrived === undefined) throw new RpcError('DeadlineExceeded', 'simulated: no answer');
    if (fault?.kind === 'garbage') throw new RpcError('Internal', 'simulated: garbage');
    for (const [index, status] of arrived.answer.entries()) {
      if (status === 'left out') continue;
      this.tell(sent[index]!.key, status);
      const error = status && new RpcError(status, 'simulated');
      if (method === 'setRows') settle(index, error);
      else if (error !== undefined) throw error;
    }
    if (fault?.kind === 'code') throw new RpcError(fault.status, 'simulated');
  }

  /** Happens at the table. A call of one row fails with the status of its row, another one with none or some. */
  private writeRow(write: TableWrite, row: RowWrite, fault: Fault | undefined): Status {
    const { random } = this.network;
    const single = write.method !== 'setRows';
    const fails =
      fault?.kind === 'code' || (fault?.kind === 'partly' && (single || random.oneIn(2)));
    if (!fails || fault.effect) this.store(write, row);
    if (!fails) return undefined;
    return !single && (fault.kind === 'code' || random.oneIn(4)) ? 'left out' : fault.status;
  }

  private store({ method, store }: TableWrite, row: RowWrite): void {
    if (method === 'putRow' && this.rows.has(row.key)) return;
    // A write that may be repeated: its cell is the one that the message says.
    if (method !== 'putRow') this.oracle.onRepeatable(row.key, row.timestampMicros);
    this.oracle.onWrite(row.key, row.value);
    void store([row], () => undefined);
  }

  /** The instance has heard what became of a row. */
  private tell(key: string, status: GrpcCode | undefined): void {
    if (status === undefined) this.owner.hasWritten = true;
    else this.oracle.onRowRefused(this.owner, key, status);
  }
}
