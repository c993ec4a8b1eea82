import { BigtableStorage, type WriteMode } from '../../../src/storage/bigtable/bigtable.js';
import { GrpcTable, type TableName } from '../../../src/storage/bigtable/grpc_table.js';
import { RpcError } from '../../../src/storage/bigtable/rpc_error.js';
import { formatRowKey, rowKeyPrefix } from '../../../src/storage/row_key.js';
import { rejectionOf } from '../../codes.js';
import { describeOnEmulator } from '../../e2e/emulator.js';
import { recordsOf } from '../../../src/testing/records.js';
import { failing, FakeTable } from '../../fakes/table.js';

const STREAM = { project: 'project', path: 'prefix/+/name' };
const ATTEMPT = { signal: undefined, timeoutMs: 10_000 };
const AT_ONCE = { budgetMs: 10_000, attemptMs: 5000, random: () => 0 };

function storageOf(name: TableName, writes: WriteMode): BigtableStorage {
  return new BigtableStorage({ table: new GrpcTable(name), writes });
}

function put(storage: BigtableStorage, index: number, logs: readonly (string | Buffer)[]) {
  const records = recordsOf(logs);
  return storage.put({ ...STREAM, index: BigInt(index), count: logs.length, records }, {});
}

async function read(storage: BigtableStorage): Promise<Buffer[]> {
  const logs: Buffer[] = [];
  for await (const { data } of storage.get(STREAM, {})) logs.push(Buffer.from(data));
  return logs;
}

describeOnEmulator('rows in Bigtable', (emulator) => {
  describe.each(['conditional', 'grouped'] as const)('%s writes', (writes) => {
    test('rows of 10 MiB are written, read, and found again', async () => {
      const storage = storageOf(await emulator().createTable(), writes);
      const logs = [0, 1, 2, 3].map((byte) => Buffer.alloc(10 * 1024 * 1024 - 4, byte));
      await Promise.all(logs.map((log, i) => put(storage, i, [log])));
      await put(storage, 0, [logs[0]!]);
      const got = await read(storage);
      expect(got.map((log, i) => log.equals(logs[i]!))).toEqual([true, true, true, true]);
      expect((await storage.tail(STREAM, {}))?.data.length).toBe(logs[3]!.length);
      await storage.close();
    });

    test('a row that has another cell, but not ours, is written', async () => {
      const name = await emulator().createTable(['log', 'other']);
      const key = formatRowKey(rowKeyPrefix(STREAM.project, STREAM.path), {
        lastIndex: 0n,
        count: 1,
      });
      await emulator().setCells(name, key, [
        ['other', 'data'],
        ['log', 'dat'],
        ['log', 'data2'],
      ]);
      const storage = storageOf(name, writes);
      await put(storage, 0, ['ours']);
      expect(await read(storage)).toEqual([Buffer.from('ours')]);
      await storage.close();
    });

    test('a second version of a cell, as two instances at once may write it, is read once', async () => {
      const name = await emulator().createTable();
      const storage = storageOf(name, writes);
      await put(storage, 0, ['log']);
      const key = formatRowKey(rowKeyPrefix(STREAM.project, STREAM.path), {
        lastIndex: 0n,
        count: 1,
      });
      const table = new GrpcTable(name);
      await table.setRow({ key, value: recordsOf(['log']), timestampMicros: 1000 }, ATTEMPT);
      await table.close();
      expect(await read(storage)).toEqual([Buffer.from('log')]);
      await put(storage, 0, ['log']);
      expect((await storage.tail(STREAM, {}))?.index).toBe(0n);
      await storage.close();
    });
  });

  test('grouped writes: messages that come twice more, in another order: one version of each cell, the same bytes and time', async () => {
    const name = await emulator().createTable();
    const deliver = async (order: readonly number[]) => {
      const storage = storageOf(name, 'grouped');
      for (const index of order) {
        const records = recordsOf([`log ${index}`]);
        const timestampMs = 1_700_000_000_000 + index;
        await storage.put({ ...STREAM, index: BigInt(index), count: 1, records, timestampMs }, {});
      }
      await storage.close();
      return emulator().cells(name);
    };
    const first = await deliver([0, 1, 2, 3]);
    expect([...first.values()].map((versions) => versions.length)).toEqual([1, 1, 1, 1]);
    expect([...first.values()].map(([cell]) => Number(cell!.timestampMicros))).toEqual(
      [0, 1, 2, 3].map((index) => (1_700_000_000_000 + index) * 1000),
    );
    expect(await deliver([3, 1, 0, 2])).toEqual(first);
    expect(await deliver([2, 2, 3, 0, 1])).toEqual(first);
  });

  test('a reader that takes its time holds up no other call', async () => {
    const storage = storageOf(await emulator().createTable(), 'conditional');
    const log = Buffer.alloc(4 * 1024 * 1024);
    for (let i = 0; i < 8; i++) await put(storage, i, [log]);
    const slow = storage.get(STREAM, {});
    expect((await slow[Symbol.asyncIterator]().next()).done).toBe(false);
    expect(await read(storage)).toHaveLength(8);
    expect(await read(storage)).toHaveLength(8);
    await storage.close();
  });
});

describe('tail of the Bigtable storage', () => {
  test('looks only at rows after the run that it has seen before', async () => {
    const table = new FakeTable();
    const storage = new BigtableStorage({ table, writes: 'conditional' });
    for (let i = 0; i < 50; i++) await put(storage, i, ['log']);
    expect((await storage.tail(STREAM, {}))?.index).toBe(49n);
    await put(storage, 50, ['log']);
    table.reads.length = 0;
    expect((await storage.tail(STREAM, {}))?.index).toBe(50n);
    const prefix = rowKeyPrefix(STREAM.project, STREAM.path);
    const earliest = formatRowKey(prefix, { lastIndex: 49n, count: 1 });
    const starts = table.reads.map(({ start }) => start);
    expect(starts.every((start) => start > earliest)).toBe(true);
  });

  test('looks again at all of a stream that another process has expunged', async () => {
    const table = new FakeTable();
    const storage = new BigtableStorage({ table, writes: 'conditional' });
    await put(storage, 0, ['a', 'b', 'c']);
    await storage.tail(STREAM, {});
    table.rows.clear();
    expect(await storage.tail(STREAM, {})).toBeUndefined();
    await put(storage, 0, ['a']);
    expect((await storage.tail(STREAM, {}))?.index).toBe(0n);
  });
});

describe('InvalidArgument of Bigtable', () => {
  let refusing: boolean;
  const open = (writes: WriteMode) =>
    new BigtableStorage({
      table: new FakeTable(
        failing(() =>
          refusing ? { when: 'before', error: new RpcError('InvalidArgument', 'no') } : undefined,
        ),
      ),
      writes,
      retries: AT_ONCE,
    });

  test.each(['conditional', 'grouped'] as const)(
    'is bad input only once the storage has written (%s writes)',
    async (writes) => {
      const storage = open(writes);
      refusing = true;
      expect((await rejectionOf(put(storage, 0, ['log']))).code).toBe('STORAGE_FAILED');
      refusing = false;
      await put(storage, 0, ['log']);
      refusing = true;
      expect((await rejectionOf(put(storage, 1, ['log']))).code).toBe('STORAGE_REFUSED');
    },
  );

  test('of a read or a removal says nothing about data', async () => {
    const storage = open('conditional');
    refusing = false;
    await put(storage, 0, ['log']);
    refusing = true;
    for (const call of [read(storage), storage.tail(STREAM, {}), storage.expunge(STREAM, {})]) {
      expect((await rejectionOf(call)).code).toBe('STORAGE_FAILED');
    }
  });
});
