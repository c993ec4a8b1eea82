import { CollectorError, GRPC_CODES } from '../../../src/errors.js';
import { GroupedWriter } from '../../../src/storage/bigtable/grouped_writer.js';
import { RpcError } from '../../../src/storage/bigtable/rpc_error.js';
import type { KeyedRow } from '../../../src/storage/bigtable/table.js';
import { type Fault, FaultyTable, type Method } from './faulty_table.js';
import { MemoryTable } from './memory_table.js';

const POLICY = { budgetMs: 1000, attemptMs: 1000, random: () => 0 };

function rows(count: number, bytes = 10): KeyedRow[] {
  return Array.from({ length: count }, (_, i) => ({ key: `row${i}`, value: Buffer.alloc(bytes) }));
}

function open(fault: (method: Method) => Fault | undefined = () => undefined) {
  const memory = new MemoryTable();
  const table = new FaultyTable(memory, fault);
  return { memory, table, writer: new GroupedWriter(table, POLICY) };
}

/** Writes each row as a message of its own. */
async function writeEach(writer: GroupedWriter, all: readonly KeyedRow[]): Promise<void> {
  await Promise.all(all.map((row) => writer.write([row], undefined)));
}

describe('grouped writes', () => {
  test('rows of many messages go together: one read, one write for each hundred', async () => {
    const { memory, table, writer } = open();
    await writeEach(writer, rows(250));
    expect(memory.rows.size).toBe(250);
    expect(table.calls.filter((call) => call === 'readRows')).toHaveLength(3);
    expect(table.calls.filter((call) => call === 'mutateRows')).toHaveLength(3);
  });

  test('a group has at most 4 MiB, and a row that is larger goes alone', async () => {
    const { table, writer } = open();
    const large = { key: 'large', value: Buffer.alloc(2 ** 23) };
    await writeEach(writer, [...rows(10, 2 ** 19), large]);
    // 7 rows and their keys, the other 3, and the large one.
    expect(table.calls).toEqual(
      expect.arrayContaining(['readRows', 'mutateRows', ...rows(4).map(() => 'putRow')]),
    );
    expect(table.calls).toHaveLength(6);
  });

  test('a row that is there is not written again, and the others are', async () => {
    const { memory, writer } = open();
    memory.rows.set('row1', Buffer.from('first'));
    await writer.write(rows(4), undefined);
    expect(memory.written).toEqual(['row0', 'row2', 'row3']);
    expect(memory.rows.get('row1')).toEqual(Buffer.from('first'));
  });

  test('nothing is kept of rows that are written, or have failed', async () => {
    const error = new RpcError('PermissionDenied', 'no');
    let calls = 0;
    const { writer } = open(() => (++calls === 2 ? { when: 'before', error } : undefined));
    await expect(writer.write(rows(4), undefined)).rejects.toBe(error);
    await writer.write(rows(300), undefined);
    await writer.close();
    const kept = Object.values(writer).filter((value) => value instanceof Map) as Map<
      string,
      unknown
    >[];
    expect(kept.map(({ size }) => size)).toEqual([0]);
  });

  test('where all rows are there, nothing is written', async () => {
    const { table, writer } = open();
    await writer.write(rows(4), undefined);
    await writer.write(rows(4), undefined);
    expect(table.calls).toEqual(['readRows', 'mutateRows', 'readRows']);
  });

  test('the same row of many messages, in one group and in several, is written once', async () => {
    const { memory, writer } = open();
    const writes = [writeEach(writer, [...rows(80), ...rows(80)])];
    for (let i = 0; i < 5; i++) {
      await new Promise((resolve) => setImmediate(resolve));
      writes.push(writeEach(writer, rows(80)));
    }
    await Promise.all(writes);
    expect(memory.written).toHaveLength(80);
  });

  test('up to three rows go by themselves: that costs less than two calls', async () => {
    const { table, writer } = open();
    await writer.write(rows(3), undefined);
    expect(table.calls).toEqual(['putRow', 'putRow', 'putRow']);
  });

  test('a row that the group before failed with is written by the next one', async () => {
    let failures = 1;
    const { memory, writer } = open((method) => {
      if (method !== 'mutateRows' || failures-- <= 0) return undefined;
      return { when: 'before', error: new RpcError('PermissionDenied', '') };
    });
    const first = writer.write(rows(4), undefined).catch((thrown: unknown) => thrown);
    await new Promise((resolve) => setImmediate(resolve));
    const second = writer.write(rows(4), undefined);
    expect(await first).toMatchObject({ status: 'PermissionDenied' });
    await second;
    expect(memory.written).toEqual(['row0', 'row1', 'row2', 'row3']);
  });

  test('the status of each row decides', async () => {
    const error = new RpcError('PermissionDenied', '');
    const { writer } = open((method) =>
      method === 'mutateRows' ? { when: 'midway', error } : undefined,
    );
    const writes = rows(4).map((row) => writer.write([row], undefined));
    const outcomes = await Promise.allSettled(writes);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
  });

  test('a call that is refused as a whole refuses no row: each is then judged alone', async () => {
    const error = new RpcError('InvalidArgument', '');
    let puts = 0;
    const { memory, writer } = open((method) => {
      if (method === 'putRow') return ++puts === 2 ? { when: 'before', error } : undefined;
      return method === 'mutateRows' ? { when: 'before', error } : undefined;
    });
    const outcomes = await Promise.allSettled(rows(3).map((row) => writer.write([row], undefined)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect([...memory.rows.keys()]).toEqual(['row0', 'row2']);
  });

  describe.each(GRPC_CODES.slice(1))('%s', (status) => {
    test.each(['readRows', 'mutateRows'] as const)(
      'of %s, again and again, loses no row: what is not there rejects',
      async (failing) => {
        const { memory, table } = open((method) =>
          method === failing || method === 'putRow'
            ? { when: 'before', error: new RpcError(status, '') }
            : undefined,
        );
        const short = { ...POLICY, budgetMs: 5, random: () => 1 };
        const write = new GroupedWriter(table, short).write(rows(4), undefined);
        await expect(write).rejects.toMatchObject({ status });
        expect(memory.rows.size).toBe(0);
      },
    );
  });

  test('who is aborted leaves, and hurts no other', async () => {
    const { memory, writer } = open();
    const controller = new AbortController();
    const left = writer.write([rows(1)[0]!], controller.signal);
    const stays = writer.write([rows(2)[1]!], undefined);
    controller.abort(new CollectorError('DEADLINE'));
    await expect(left).rejects.toMatchObject({ code: 'DEADLINE' });
    await stays;
    expect(memory.rows.has('row1')).toBe(true);
  });

  test('a failure that passes is told, and not one that does not', async () => {
    const { table } = open();
    table.mutateRows = (mutations, _options, settle) => {
      mutations.forEach((_, index) => {
        settle(index, new RpcError(index === 2 ? 'PermissionDenied' : 'InvalidArgument', ''));
      });
      return Promise.resolve();
    };
    const write = new GroupedWriter(table, POLICY).write(rows(4), undefined);
    await expect(write).rejects.toMatchObject({ status: 'PermissionDenied' });
  });
});
