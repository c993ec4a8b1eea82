import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  BigtableClient,
  BigtableTableAdminClient,
} from '@google-cloud/bigtable/build/src/v2/index.js';
import { credentials } from '@grpc/grpc-js';
import type { TableName } from '../../src/storage/bigtable/grpc_table.js';
import { emulatorAddress } from '../../src/storage/bigtable/client.js';
import { type Cells, readCells, writeCells } from './cells.js';

const PROJECT = 'project';
const INSTANCE = 'instance';

/** The emulator of Bigtable in the Google Cloud SDK that gcloud on the PATH belongs to. */
function findEmulator(): string | undefined {
  for (const dir of (process.env.PATH ?? '').split(delimiter)) {
    try {
      const sdk = dirname(dirname(realpathSync(join(dir, 'gcloud'))));
      const program = join(sdk, 'platform/bigtable-emulator/cbtemulator');
      accessSync(program, constants.X_OK);
      return program;
    } catch {
      // It is not there.
    }
  }
  return undefined;
}

/** A running emulator, with tables of its own: they are gone when it ends. */
export class Emulator {
  private tables = 0;
  private readonly admin: BigtableTableAdminClient;
  private readonly data: BigtableClient;

  private constructor(
    private readonly process: ChildProcess,
    /** `host:port`, as BIGTABLE_EMULATOR_HOST has it. */
    readonly host: string,
  ) {
    const options = {
      ...emulatorAddress(host),
      sslCreds: credentials.createInsecure(),
      clientOptions: { universeDomain: 'googleapis.com' },
    };
    this.admin = new BigtableTableAdminClient(options);
    this.data = new BigtableClient(options);
  }

  /** @param port a free one unless told */
  static async start(port = 0): Promise<Emulator> {
    const program = findEmulator();
    if (program === undefined) throw new Error('the Bigtable emulator of the SDK is not here');
    const child = spawn(program, ['-port', String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface(child.stdout)) {
      const host = /running on (\S+)$/.exec(line)?.[1];
      if (host === undefined) continue;
      // Whatever it says later is read, so that the pipe neither fills nor stays open.
      child.stdout.resume();
      return new Emulator(child, host);
    }
    throw new Error(`the Bigtable emulator does not start on port ${port}`);
  }

  get port(): number {
    return emulatorAddress(this.host).port;
  }

  /** A new table with the column family `log`, or other ones. */
  async createTable(
    families: readonly string[] = ['log'],
    table = `logs${++this.tables}`,
  ): Promise<TableName> {
    const columnFamilies = Object.fromEntries(families.map((family) => [family, {}]));
    await this.admin.createTable({
      parent: `projects/${PROJECT}/instances/${INSTANCE}`,
      tableId: table,
      table: { columnFamilies },
    });
    return this.table(table);
  }

  /** How a table is reached, whether it is there or not. */
  table(table: string): TableName {
    return {
      project: PROJECT,
      instance: INSTANCE,
      table,
      appProfile: 'collector',
      emulatorHost: this.host,
    };
  }

  /** All that lies in a table, whoever wrote it. */
  cells(table: TableName): Promise<Cells> {
    return readCells(this.data, resourceName(table));
  }

  /** Puts cells back as they were. */
  restore(table: TableName, cells: Cells): Promise<void> {
    return writeCells(this.data, resourceName(table), cells);
  }

  /** Removes every row. */
  async clear(table: TableName): Promise<void> {
    await this.admin.dropRowRange({ name: resourceName(table), deleteAllDataFromTable: true });
  }

  /** Sets cells, by family and column, past the storage. */
  async setCells(
    table: TableName,
    key: string,
    cells: readonly [family: string, column: string][],
  ): Promise<void> {
    await this.data.mutateRow({
      tableName: resourceName(table),
      rowKey: Buffer.from(key),
      mutations: cells.map(([familyName, column]) => ({
        setCell: { familyName, columnQualifier: Buffer.from(column), value: Buffer.from('other') },
      })),
    });
  }

  async stop(): Promise<void> {
    await this.admin.close();
    await this.data.close();
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const exit = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await exit;
  }
}

function resourceName({ project, instance, table }: TableName): string {
  return `projects/${project}/instances/${instance}/tables/${table}`;
}

/** Tests on the emulator: skipped where there is none, but not under CI. */
export function describeOnEmulator(name: string, body: (emulator: () => Emulator) => void): void {
  if (findEmulator() === undefined && process.env.CI !== 'true') {
    describe.skip(`${name}: skipped, for there is no Bigtable emulator; install the Google Cloud SDK with it`, () => {
      body(() => {
        throw new Error('skipped');
      });
    });
    return;
  }
  describe(name, () => {
    let emulator: Emulator | undefined;
    beforeAll(async () => {
      emulator = await Emulator.start();
    });
    afterAll(() => emulator?.stop());
    body(() => emulator!);
  });
}
