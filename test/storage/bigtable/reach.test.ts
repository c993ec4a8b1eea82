import { CollectorError } from '../../../src/common/errors.js';
import { BigtableStorage, type WriteMode } from '../../../src/storage/bigtable/bigtable.js';
import { GrpcTable, type TableName } from '../../../src/storage/bigtable/grpc_table.js';
import { rejectionOf } from '../../codes.js';
import { describeOnEmulator } from '../../e2e/emulator.js';
import { TcpProxy, type Way } from '../../e2e/tcp_proxy.js';
import { recordsOf } from '../../../src/testing/records.js';

const STREAM = { project: 'project', path: 'prefix/+/name' };
const BUDGET_MS = 800;
/** What a loaded machine adds. */
const SLACK_MS = 5000;
const RETRIES = { budgetMs: BUDGET_MS, attemptMs: 500, random: Math.random };
const WRITES: readonly WriteMode[] = ['conditional', 'grouped'];

function put(storage: BigtableStorage, index: number, signal?: AbortSignal): Promise<void> {
  const records = recordsOf([`log ${index}`]);
  return storage.put({ ...STREAM, index: BigInt(index), count: 1, records }, { signal });
}

async function indices(storage: BigtableStorage): Promise<number[]> {
  const found: number[] = [];
  for await (const { index } of storage.get(STREAM, {})) found.push(Number(index));
  return found;
}

/** Puts again, as a message comes again, until it is done. */
async function putUntilDone(storage: BigtableStorage, index: number): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await put(storage, index);
      return;
    } catch (thrown) {
      if (tries === 20) throw thrown;
    }
  }
}

describeOnEmulator('a way to Bigtable that is broken', (emulator) => {
  let proxy: TcpProxy;
  let name: TableName;

  beforeEach(async () => {
    proxy = await TcpProxy.start(emulator().port);
    name = { ...(await emulator().createTable()), emulatorHost: `127.0.0.1:${proxy.port}` };
  });
  afterEach(() => proxy.close());

  const ways: [string, Way, RegExp][] = [
    ['nothing listens', 'closed', /ECONNREFUSED.*cannot be reached/],
    ['there is no answer', 'hole', /does not answer|cannot be reached/],
    ['every connection is reset', 'reset', /cannot be reached|does not answer/],
  ];
  describe.each(WRITES)('%s writes', (writes) => {
    const open = () =>
      new BigtableStorage({ table: new GrpcTable(name), writes, retries: RETRIES });

    describe.each(ways)('%s', (_, way, says) => {
      test.each([
        ['from the start', false],
        ['once it has worked', true],
      ])(
        '%s: the put fails in time and says what to do; when mended, all lands',
        async (__, used) => {
          const storage = open();
          if (used) await put(storage, 0);
          await proxy.set(way);
          const begun = performance.now();
          const { code, message } = await rejectionOf(put(storage, 1));
          expect(performance.now() - begun).toBeLessThan(BUDGET_MS + SLACK_MS);
          expect(code).toBe('STORAGE_FAILED');
          expect(message).toMatch(says);
          await proxy.set('open');
          await putUntilDone(storage, 1);
          expect(await indices(storage)).toEqual(used ? [0, 1] : [1]);
          await storage.close();
        },
      );
    });

    test('a table that is missing: the put fails and names the settings; when made, all lands', async () => {
      const missing = { ...name, table: `${name.table}x` };
      const storage = new BigtableStorage({
        table: new GrpcTable(missing),
        writes,
        retries: RETRIES,
      });
      const { code, message } = await rejectionOf(put(storage, 0));
      expect(code).toBe('STORAGE_FAILED');
      expect(message).toMatch(/NotFound.*BIGTABLE_TABLE/);
      await emulator().createTable(['log'], missing.table);
      await put(storage, 0);
      expect(await indices(storage)).toEqual([0]);
      await storage.close();
    });

    test('a signal ends the wait at once, with its reason', async () => {
      const storage = open();
      await proxy.set('hole');
      const controller = new AbortController();
      const puts = [0, 1, 2].map((index) => put(storage, index, controller.signal));
      setImmediate(() => {
        controller.abort(new CollectorError('DEADLINE'));
      });
      for (const one of puts) expect((await rejectionOf(one)).code).toBe('DEADLINE');
      await storage.close();
    });
  });
});
