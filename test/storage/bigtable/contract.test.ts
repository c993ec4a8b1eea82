import { BigtableStorage, type WriteMode } from '../../../src/storage/bigtable/bigtable.js';
import { GrpcTable } from '../../../src/storage/bigtable/grpc_table.js';
import { RpcError } from '../../../src/storage/bigtable/rpc_error.js';
import type { BigtableTable } from '../../../src/storage/bigtable/table.js';
import type { OpenStorage } from '../../../src/testing/storage_cases.js';
import { describeStorage } from '../../contract/storage.js';
import { describeOnEmulator, type Emulator } from '../../e2e/emulator.js';
import { Random } from '../../../src/testing/random.js';
import { failing, FakeTable, type TableFault, type TableMethod } from '../../fakes/table.js';

const WRITES: readonly WriteMode[] = ['conditional', 'grouped'];
/** The codes that another attempt may mend. */
const PASSING = [
  'Aborted',
  'Canceled',
  'DeadlineExceeded',
  'Internal',
  'ResourceExhausted',
  'Unavailable',
  'Unknown',
] as const;
const WHEN = ['before', 'midway', 'after'] as const;

function opener(
  emulator: () => Emulator,
  writes: WriteMode,
  wrap: (table: BigtableTable) => BigtableTable = (table) => table,
): OpenStorage {
  return async (options) => {
    const name = await emulator().createTable();
    let storage: BigtableStorage;
    const open = () => {
      const retries = { budgetMs: 20_000, attemptMs: 5000, random: () => 0 };
      const table = wrap(new GrpcTable(name));
      storage = new BigtableStorage({ table, writes, retries, ...options });
      return storage;
    };
    return {
      storage: open(),
      reopen: async () => {
        await storage.close();
        return open();
      },
      close: () => storage.close(),
    };
  };
}

describeOnEmulator('the contract of a storage holds on Bigtable', (emulator) => {
  for (const writes of WRITES) {
    describeStorage(`${writes} writes`, opener(emulator, writes), {
      overwrites: writes === 'grouped',
    });
  }
});

describeOnEmulator(
  'the contract holds while every third write goes wrong for a while',
  (emulator) => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
    console.info(`faults: SEED=${seed}`);
    const random = new Random(seed);
    const fault = (method: TableMethod): TableFault | undefined => {
      // Reading and deleting are tried again by the library: `client.test.ts`.
      if (method === 'readRows' || method === 'deleteRows') return undefined;
      if (!random.oneIn(3)) return undefined;
      return { when: random.pick(WHEN), error: new RpcError(random.pick(PASSING), 'told to fail') };
    };
    for (const writes of WRITES) {
      const open = opener(emulator, writes, (table) => new FakeTable(failing(fault), table));
      describeStorage(`${writes} writes`, open, { overwrites: writes === 'grouped' });
    }
  },
);
