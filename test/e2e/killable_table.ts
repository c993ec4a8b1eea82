import type { TableName } from '../../src/storage/bigtable/grpc_table.js';
import type { Cells } from './cells.js';
import { Emulator } from './emulator.js';
import { TcpProxy } from './tcp_proxy.js';

/**
 * A table that outlives its emulator. The emulator keeps tables in memory and has no setting for more; the service keeps
 * what it has answered. So the way to the emulator is cut first, then all that lies in it is read, then it is killed, and
 * the next one gets what was read. No answer passed after the cut: so the next one holds every row that was answered for,
 * and perhaps some whose answers were lost, as the service would.
 */
export class KillableTable {
  private constructor(
    private emulator: Emulator,
    private readonly proxy: TcpProxy,
    /** By the way that is cut. */
    readonly name: TableName,
  ) {}

  static async start(): Promise<KillableTable> {
    const emulator = await Emulator.start();
    const proxy = await TcpProxy.start(emulator.port);
    const name = { ...(await emulator.createTable()), emulatorHost: `127.0.0.1:${proxy.port}` };
    return new KillableTable(emulator, proxy, name);
  }

  cells(): Promise<Cells> {
    return this.emulator.cells(this.name);
  }

  /** Kills the emulator, and starts another one. @returns what lay in the table when it died */
  async kill(): Promise<Cells> {
    const { port } = this.emulator;
    await this.proxy.set('closed');
    const cells = await this.cells();
    await this.emulator.stop();
    this.emulator = await Emulator.start(port);
    await this.emulator.createTable(['log'], this.name.table);
    await this.emulator.restore(this.name, cells);
    await this.proxy.set('open');
    return cells;
  }

  async stop(): Promise<void> {
    await this.proxy.close();
    await this.emulator.stop();
  }
}
