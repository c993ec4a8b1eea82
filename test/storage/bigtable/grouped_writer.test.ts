import { CollectorError, GRPC_CODES } from '../../../src/common/errors.js';
import { GroupedWriter } from '../../../src/storage/bigtable/grouped_writer.js';
import { RpcError } from '../../../src/storage/bigtable/rpc_error.js';
import type { RowWrite } from '../../../src/storage/bigtable/table.js';
import { type Gate, gate } from '../../coordinator/requests.js';
import { failing, FakeTable, type TableFault, type TableMethod } from '../../fakes/table.js';

const POLICY = { budgetMs: 1000, attemptMs: 1000, random: () => 0 };
const TIME = 1_700_000_000_000_000;

function rows(count: number, bytes = 10): RowWrite[] {
  return Array.from({ length: count }, (_, i) => ({
    key: `row${i}`,
    value: Buffer.alloc(bytes),
    timestampMicros: TIME,
  }));
}

function open(fault: (method: TableMethod) => TableFault | undefined = () => undefined) {
  const table = new FakeTable(failing(fault));
  return { memory: table, table, writer: new GroupedWriter(table, POLICY) };
}

/** Writes each row as a message of its own. */
async function writeEach(writer: GroupedWriter, all: readonly RowWrite[]): Promise<void> {
  await Promise.all(all.map((row) => writer.write([row], undefined)));
}

describe('grouped writer', () => {
  test('rows of many messages: one call per hundred, and nothing is read', async () => {
    const { memory, table, writer } = open();
    await writeEach(writer, rows(250));
    expect(memory.rows.size).toBe(250);
    expect(table.calls).toEqual(['setRows', 'setRows', 'setRows']);
  });

  test('a single row: MutateRow', async () => {
    const { table, writer } = open();
    await writer.write(rows(1), undefined);
    expect(table.calls).toEqual(['setRow']);
  });

  test('a batch has at most 4 MiB; rows from 256 KiB on go each in a call of its own', async () => {
    const { table, writer } = open();
    const small = rows(20, 250 * 1024);
    const large = rows(2, 256 * 1024).map((row) => ({ ...row, key: `large${row.key}` }));
    await writeEach(writer, [...small, ...large]);
    // 16 small rows and their keys; the other 4; the large ones.
    expect([...table.calls].sort()).toEqual(['setRow', 'setRow', 'setRows', 'setRows']);
  });

  test('a row that is written twice: the same cell again, one version', async () => {
    const { memory, writer } = open();
    await writer.write(rows(4), undefined);
    await writer.write(rows(4).reverse(), undefined);
    expect([...memory.times.values()]).toEqual(rows(4).map(() => new Set([TIME])));
  });

  test('nothing is kept of rows that are written, or have failed', async () => {
    const error = new RpcError('PermissionDenied', 'no');
    let calls = 0;
    const { writer } = open(() => (++calls === 1 ? { when: 'before', error } : undefined));
    await expect(writer.write(rows(4), undefined)).rejects.toBe(error);
    await writer.write(rows(300), undefined);
    await writer.close();
    const kept = Object.values(writer).filter((value) => value instanceof Map);
    expect(kept).toEqual([]);
  });

  test('a row that the batch before failed with is written by the next one', async () => {
    let failures = 1;
    const { memory, writer } = open(() =>
      failures-- > 0 ? { when: 'before', error: new RpcError('PermissionDenied', '') } : undefined,
    );
    const first = writer.write(rows(4), undefined).catch((thrown: unknown) => thrown);
    await new Promise((resolve) => setImmediate(resolve));
    const second = writer.write(rows(4), undefined);
    expect(await first).toMatchObject({ status: 'PermissionDenied' });
    await second;
    expect([...memory.rows.keys()]).toEqual(['row0', 'row1', 'row2', 'row3']);
  });

  test('the status of each row decides', async () => {
    const error = new RpcError('PermissionDenied', '');
    const { writer } = open((method) =>
      method === 'setRows' ? { when: 'midway', error } : undefined,
    );
    const outcomes = await Promise.allSettled(rows(4).map((row) => writer.write([row], undefined)));
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
  });

  test('a row is acked as soon as its own status is there, while its call goes on', async () => {
    const { table, writer } = open();
    let end: Gate<void> | undefined;
    table.setRows = async (_rows, _options, settle) => {
      end = gate();
      settle(1, undefined);
      await end.promise;
      settle(0, undefined);
    };
    const settled: string[] = [];
    const writes = rows(2).map((row) =>
      writer.write([row], undefined).then(() => settled.push(row.key)),
    );
    await writes[1];
    expect(settled).toEqual(['row1']);
    end!.open();
    await writes[0];
    expect(settled).toEqual(['row1', 'row0']);
  });

  test('a call that is refused as a whole refuses no row: each is then tried alone', async () => {
    const error = new RpcError('InvalidArgument', '');
    let single = 0;
    const { memory, writer } = open((method) => {
      if (method === 'setRow') return ++single === 2 ? { when: 'before', error } : undefined;
      return { when: 'before', error };
    });
    const outcomes = await Promise.allSettled(rows(3).map((row) => writer.write([row], undefined)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect([...memory.rows.keys()]).toEqual(['row0', 'row2']);
  });

  test('a row whose status is left out is not acked', async () => {
    const { table } = open();
    table.setRows = (_rows, _options, settle) => {
      for (const index of [1, -1, 4, NaN]) settle(index, undefined);
      return Promise.resolve();
    };
    const writer = new GroupedWriter(table, { ...POLICY, budgetMs: 0 });
    const outcomes = await Promise.allSettled(rows(3).map((row) => writer.write([row], undefined)));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected']);
  });

  test.each(GRPC_CODES.slice(1))(
    '%s, again and again: the write rejects with it',
    async (status) => {
      const { memory, table } = open(() => ({ when: 'before', error: new RpcError(status, '') }));
      const short = { ...POLICY, budgetMs: 5, random: () => 1 };
      const writer = new GroupedWriter(table, short);
      for (const some of [rows(4), rows(2, 256 * 1024)]) {
        await expect(writer.write(some, undefined)).rejects.toMatchObject({ status });
      }
      expect(memory.rows.size).toBe(0);
    },
  );

  test('a caller that is aborted leaves, and hurts no other', async () => {
    const { memory, writer } = open();
    const controller = new AbortController();
    const left = writer.write([rows(1)[0]!], controller.signal);
    const stays = writer.write([rows(2)[1]!], undefined);
    controller.abort(new CollectorError('DEADLINE'));
    await expect(left).rejects.toMatchObject({ code: 'DEADLINE' });
    await stays;
    expect(memory.rows.has('row1')).toBe(true);
  });

  test('of several failures, one that another attempt may mend is reported', async () => {
    const { table } = open();
    table.setRows = (writes, _options, settle) => {
      writes.forEach((_, index) => {
        settle(index, new RpcError(index === 2 ? 'PermissionDenied' : 'InvalidArgument', ''));
      });
      return Promise.resolve();
    };
    const write = new GroupedWriter(table, POLICY).write(rows(4), undefined);
    await expect(write).rejects.toMatchObject({ status: 'PermissionDenied' });
  });
});

describe('grouped writer: a call that hangs', () => {
  const SLOW_MS = 100;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** A table whose calls of several rows are answered when the test says so. */
  function hanging(fault?: (method: TableMethod) => TableFault | undefined) {
    const { memory, table, writer } = open(fault);
    const whole: Gate<void> = gate();
    let settleRow: (index: number, error: RpcError | undefined) => void;
    table.setRows = (_rows, { signal }, settle) => {
      settleRow = settle;
      signal!.addEventListener('abort', () => {
        whole.fail(new CollectorError('CANCELLED'));
      });
      return whole.promise;
    };
    const settle = (index: number, error?: RpcError) => {
      settleRow(index, error);
    };
    return { memory, table, writer, whole, settle };
  }

  /** Begins to write, and lets the call become slow. */
  async function slowWrite(writer: GroupedWriter, all: readonly RowWrite[], signal?: AbortSignal) {
    const writes = all.map((row) => writer.write([row], signal));
    for (const write of writes) write.catch(() => undefined);
    await turns();
    await jest.advanceTimersByTimeAsync(SLOW_MS);
    await turns();
    return writes;
  }

  async function turns(): Promise<void> {
    for (let left = 10; left > 0; left--) await new Promise((resolve) => setImmediate(resolve));
  }

  test('rows that it has not answered are written once more, each by itself, as the same cell', async () => {
    const { memory, table, writer, settle } = hanging();
    const all = rows(3);
    const writing = Promise.all(all.map((row) => writer.write([row], undefined)));
    await turns();
    settle(1);
    await jest.advanceTimersByTimeAsync(SLOW_MS);
    await writing;
    expect(table.calls).toEqual(['setRow', 'setRow']);
    expect([...memory.rows.keys()]).toEqual(['row0', 'row2']);
    expect([...memory.times.values()]).toEqual([new Set([TIME]), new Set([TIME])]);
    await writer.close();
    expect(jest.getTimerCount()).toBe(0);
  });

  test.each(['Unavailable', 'InvalidArgument'] as const)(
    'a row that fails with %s by itself: its status in the call decides',
    async (status) => {
      const error = new RpcError(status, 'by itself');
      const { writer, settle, whole } = hanging(() => ({ when: 'before', error }));
      const [first, second] = await slowWrite(writer, rows(2));
      settle(0);
      settle(1, new RpcError('PermissionDenied', 'in the call'));
      whole.open();
      await first;
      await expect(second).rejects.toMatchObject({ status: 'PermissionDenied' });
    },
  );

  test('both calls write a row: it is acked once, and the next one is written', async () => {
    const { table, writer, settle } = hanging();
    const writes = await slowWrite(writer, rows(2));
    settle(0);
    settle(1);
    await Promise.all(writes);
    const next = writer.write(rows(1), undefined);
    await jest.advanceTimersByTimeAsync(SLOW_MS);
    await next;
    expect(table.calls).toEqual(['setRow', 'setRow', 'setRow']);
  });

  test('the table hangs as a whole: 32 rows at once are written once more, each for a second', async () => {
    const { table, writer } = hanging();
    const underWay = new Set<string>();
    const calls: string[] = [];
    table.setRow = ({ key }, { signal, timeoutMs }) => {
      calls.push(key);
      underWay.add(key);
      expect(underWay.size).toBeLessThanOrEqual(32);
      return new Promise((_, reject) => {
        const end = (error: Error) => () => {
          clearTimeout(timer);
          underWay.delete(key);
          reject(error);
        };
        const timer = setTimeout(end(new RpcError('DeadlineExceeded', '')), timeoutMs);
        signal!.addEventListener('abort', end(new CollectorError('CANCELLED')), { once: true });
      });
    };
    const controller = new AbortController();
    const writes = await slowWrite(writer, rows(100), controller.signal);
    expect(calls).toHaveLength(32);
    await jest.advanceTimersByTimeAsync(999);
    expect(calls).toHaveLength(32);
    await jest.advanceTimersByTimeAsync(1);
    expect(calls).toHaveLength(64);
    controller.abort(new CollectorError('DEADLINE'));
    for (const write of writes) await expect(write).rejects.toMatchObject({ code: 'DEADLINE' });
    expect(underWay.size).toBe(0);
    await writer.close();
  });

  test('a large row waits for no batch', async () => {
    const { table, writer, whole } = hanging();
    const small = rows(3).map((row) => writer.write([row], undefined));
    await turns();
    await writer.write(rows(1, 256 * 1024), undefined);
    expect(table.calls).toEqual(['setRow']);
    whole.fail(new RpcError('PermissionDenied', 'no'));
    expect(await Promise.allSettled(small)).toMatchObject(
      small.map(() => ({ status: 'rejected' })),
    );
  });

  test('large rows are not written once more', async () => {
    const { table, writer, whole } = hanging();
    table.setRow = (row) => {
      table.calls.push('setRow');
      return row.value.length < 256 * 1024 ? Promise.resolve() : whole.promise;
    };
    const large = rows(2, 256 * 1024);
    const writes = await slowWrite(writer, large);
    expect(table.calls).toEqual(['setRow', 'setRow']);
    whole.open();
    await Promise.all(writes);
  });
});
