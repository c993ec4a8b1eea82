import { RpcError } from '../../src/storage/bigtable/rpc_error.js';
import type {
  AttemptOptions,
  BigtableTable,
  KeyedRow,
  RowWrite,
} from '../../src/storage/bigtable/table.js';
import type { GrpcCode } from '../../src/common/errors.js';
import type { Instance } from './instance.js';
import type { Fault, Network } from './network.js';
import type { Oracle } from './oracle.js';

/** The status of a call, or of a row of it; undefined where it went well. */
type Status = GrpcCode | undefined;

/** A table behind the network, as one instance calls it. Its rows outlive the instances. */
export class SimulatedTable implements BigtableTable {
  constructor(
    private readonly rows: Map<string, Uint8Array>,
    private readonly network: Network,
    private readonly oracle: Oracle,
    private readonly owner: Instance,
  ) {}

  putRow(row: RowWrite, options: AttemptOptions): Promise<void> {
    return this.write('putRow', row, options, (sent) => {
      if (!this.rows.has(sent.key)) this.set(sent);
    });
  }

  setRow(row: RowWrite, options: AttemptOptions): Promise<void> {
    return this.write('setRow', row, options, (sent) => {
      this.setAgain(sent);
    });
  }

  async setRows(
    rows: readonly RowWrite[],
    options: AttemptOptions,
    settle: (index: number, error: RpcError | undefined) => void,
  ): Promise<void> {
    const { random } = this.network;
    const sent = rows.map((row) => ({ ...row, value: Buffer.from(row.value) }));
    const { statuses, end } = await this.call('setRows', options, (fault) => {
      const statuses = sent.map((row): Status | 'left out' => {
        const fails = fault?.kind === 'code' || (fault?.kind === 'partly' && random.oneIn(2));
        if (!fails || fault.effect) this.setAgain(row);
        if (!fails) return undefined;
        return fault.kind === 'code' || random.oneIn(4) ? 'left out' : fault.status;
      });
      const end = fault?.kind === 'code' ? fault.status : undefined;
      return { statuses, end };
    });
    for (const [index, status] of statuses.entries()) {
      if (status === 'left out') continue;
      this.tell(rows[index]!.key, status);
      settle(index, status && new RpcError(status, 'simulated'));
    }
    if (end !== undefined) throw new RpcError(end, 'simulated');
  }

  readRows(): AsyncIterable<KeyedRow> {
    throw new Error('a function that writes reads nothing');
  }

  deleteRows(): Promise<void> {
    throw new Error('a function that writes deletes nothing');
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async call<T>(
    method: string,
    options: AttemptOptions,
    effect: (fault: Fault | undefined) => T,
  ): Promise<T> {
    const fault = this.network.fault();
    this.oracle.trace(this.owner, method, fault);
    const arrived = await this.network.call(this.owner, options, fault, () => effect(fault));
    if (arrived === undefined) throw new RpcError('DeadlineExceeded', 'simulated: no answer');
    if (fault?.kind === 'garbage') throw new RpcError('Internal', 'simulated: garbage');
    return arrived.answer;
  }

  /** One row: its effect, and what its caller hears of it. */
  private async write(
    method: string,
    row: RowWrite,
    options: AttemptOptions,
    effect: (sent: RowWrite) => void,
  ): Promise<void> {
    const sent = { ...row, value: Buffer.from(row.value) };
    const status = await this.call(method, options, (fault): Status => {
      const failed = fault?.kind === 'code' || fault?.kind === 'partly';
      if (!failed || fault.effect) effect(sent);
      return failed ? fault.status : undefined;
    });
    this.tell(row.key, status);
    if (status !== undefined) throw new RpcError(status, 'simulated');
  }

  private set({ key, value }: RowWrite): void {
    this.oracle.onWrite(key, value);
    this.rows.set(key, value);
  }

  /** A write that may be repeated: its cell is the one that the message says. */
  private setAgain(row: RowWrite): void {
    this.oracle.onRepeatable(row.key, row.timestampMicros);
    this.set(row);
  }

  /** The instance has heard what became of a row. */
  private tell(key: string, status: Status): void {
    if (status === undefined) this.owner.hasWritten = true;
    else this.oracle.onRowRefused(this.owner, key, status);
  }
}
