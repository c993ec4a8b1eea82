import { RpcError } from '../../src/storage/bigtable/rpc_error.js';
import type {
  AttemptOptions,
  BigtableTable,
  KeyedRow,
  ReadRequest,
  RowMutation,
} from '../../src/storage/bigtable/table.js';
import type { GrpcCode } from '../../src/errors.js';
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

  connect(): Promise<void> {
    return Promise.resolve();
  }

  async putRow({ key, value }: KeyedRow, options: AttemptOptions): Promise<void> {
    const sent = Buffer.from(value);
    const status = await this.call('putRow', options, (fault): Status => {
      const failed = fault?.kind === 'code' || fault?.kind === 'partly';
      if (!failed || fault.effect) if (!this.rows.has(key)) this.set(key, sent);
      return failed ? fault.status : undefined;
    });
    this.tell(key, status);
    if (status !== undefined) throw new RpcError(status, 'simulated');
  }

  async mutateRows(
    mutations: readonly RowMutation[],
    options: AttemptOptions,
    settle: (index: number, error: RpcError | undefined) => void,
  ): Promise<void> {
    const { random } = this.network;
    const sent = mutations.map(({ key, value }) => ({ key, value: Buffer.from(value!) }));
    const { statuses, end } = await this.call('mutateRows', options, (fault) => {
      const statuses = sent.map(({ key, value }): Status | 'left out' => {
        const fails = fault?.kind === 'code' || (fault?.kind === 'partly' && random.oneIn(2));
        if (!fails || fault.effect) this.set(key, value);
        if (!fails) return undefined;
        return fault.kind === 'code' || random.oneIn(4) ? 'left out' : fault.status;
      });
      const end = fault?.kind === 'code' ? fault.status : undefined;
      return { statuses, end };
    });
    for (const [index, status] of statuses.entries()) {
      if (status === 'left out') continue;
      this.tell(mutations[index]!.key, status);
      settle(index, status && new RpcError(status, 'simulated'));
    }
    if (end !== undefined) throw new RpcError(end, 'simulated');
  }

  async *readRows(
    { from }: ReadRequest,
    options: AttemptOptions,
  ): AsyncGenerator<KeyedRow, void, void> {
    const keys = from as readonly string[];
    const { found, end } = await this.call('readRows', options, (fault) => {
      const found = keys.filter((key) => this.rows.has(key));
      if (fault?.kind === 'partly') found.length >>= 1;
      const broken = fault?.kind === 'code' || fault?.kind === 'partly';
      return { found, end: broken ? fault.status : undefined };
    });
    for (const key of found) yield { key, value: new Uint8Array(0) };
    if (end !== undefined) throw new RpcError(end, 'simulated');
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

  private set(key: string, value: Uint8Array): void {
    this.oracle.onWrite(key, value);
    this.rows.set(key, value);
  }

  /** The instance has heard what became of a row. */
  private tell(key: string, status: Status): void {
    if (status === undefined) this.owner.hasWritten = true;
    else this.oracle.onRowRefused(this.owner, key, status);
  }
}
