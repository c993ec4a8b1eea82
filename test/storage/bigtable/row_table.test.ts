import { setTimeout as sleep } from 'node:timers/promises';
import type { google } from '@google-cloud/bigtable/build/protos/protos.js';
import { CollectorError } from '../../../src/common/errors.js';
import { GrpcTable } from '../../../src/storage/bigtable/grpc_table.js';
import type { AttemptOptions } from '../../../src/storage/bigtable/table.js';
import { answer, fail, BigtableServer, rowsOf } from '../../fakes/bigtable_server.js';

const OPTIONS: AttemptOptions = { signal: undefined, timeoutMs: 10_000 };
const RANGE = { start: 'a', end: 'z' };

let bigtable: BigtableServer;
let table: GrpcTable;

beforeEach(async () => {
  bigtable = await BigtableServer.start();
  table = new GrpcTable(bigtable.name);
});

afterEach(async () => {
  await table.close();
  bigtable.stop();
});

async function read(options = OPTIONS): Promise<string[]> {
  const rows: string[] = [];
  for await (const { key, value } of table.readRows(RANGE, false, options)) {
    rows.push(`${key}=${Buffer.from(value).toString()}`);
  }
  return rows;
}

function startOf({ rows }: google.bigtable.v2.IReadRowsRequest): string {
  const { startKeyOpen, startKeyClosed } = rows!.rowRanges![0]!;
  const open = startKeyOpen != null && startKeyOpen.length > 0;
  return `${open ? 'after' : 'from'} ${Buffer.from((open ? startKeyOpen : startKeyClosed) as Uint8Array).toString()}`;
}

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited++) {
    if (waited > 500) throw new Error('it does not happen');
    await sleep(10);
  }
}

describe('row table: read', () => {
  test.each(['UNAVAILABLE', 'ABORTED', 'CANCELLED'] as const)(
    'a call that the server ends with %s: goes on after the last row',
    async (code) => {
      const starts: string[] = [];
      bigtable.onRead = (request, call) => {
        starts.push(startOf(request));
        if (starts.length > 1) {
          answer(call, rowsOf({ c: Buffer.from('3') }));
          return;
        }
        call.write(rowsOf({ a: Buffer.from('1'), b: Buffer.from('2') }));
        setTimeout(() => {
          fail(call, code);
        }, 50);
      };
      expect(await read()).toEqual(['a=1', 'b=2', 'c=3']);
      expect(starts).toEqual(['from a', 'after b']);
    },
  );

  test('a call that is refused: rejects with its status, and is not repeated', async () => {
    bigtable.onRead = (_, call) => {
      fail(call, 'PERMISSION_DENIED');
    };
    await expect(read()).rejects.toMatchObject({ status: 'PermissionDenied' });
    expect(bigtable.calls).toHaveLength(1);
  });

  test.each([
    ['zeros', Buffer.alloc(8)],
    ['text', Buffer.from('\u0007a logs\n')],
    ['ones', Buffer.alloc(8, 0xff)],
    ['a number that is no safe integer', Buffer.alloc(8, 0x7f)],
  ])('a value of eight bytes, %s: the same bytes', async (_, value) => {
    expect(value).toHaveLength(8);
    bigtable.onRead = (_request, call) => {
      answer(call, rowsOf({ a: value }));
    };
    const values: Uint8Array[] = [];
    for await (const row of table.readRows(RANGE, false, OPTIONS)) values.push(row.value);
    expect(values.map((bytes) => Buffer.from(bytes))).toEqual([value]);
  });

  test('a signal that is aborted: rejects with its reason, and cancels the call', async () => {
    bigtable.onRead = () => undefined;
    const controller = new AbortController();
    const reading = read({ ...OPTIONS, signal: controller.signal });
    const rejection = expect(reading).rejects.toMatchObject({ code: 'DEADLINE' });
    await until(() => bigtable.calls.length === 1);
    controller.abort(new CollectorError('DEADLINE'));
    await rejection;
    await until(() => bigtable.calls[0]!.cancelled);
    await sleep(100);
    expect(bigtable.calls).toHaveLength(1);
  });

  test('a reader that stops: cancels the call, and begins no other one', async () => {
    bigtable.onRead = (_, call) => {
      call.write(rowsOf({ a: Buffer.from('1'), b: Buffer.from('2') }));
    };
    for await (const { key } of table.readRows(RANGE, false, OPTIONS)) {
      expect(key).toBe('a');
      break;
    }
    await until(() => bigtable.calls[0]!.cancelled);
    await sleep(100);
    expect(bigtable.calls).toHaveLength(1);
  });

  test('no row within the time: rejects with DeadlineExceeded, and cancels the call', async () => {
    bigtable.onRead = (_, call) => {
      call.write(rowsOf({ a: Buffer.from('1') }));
    };
    const reading = read({ ...OPTIONS, timeoutMs: 300 });
    await expect(reading).rejects.toMatchObject({ status: 'DeadlineExceeded' });
    await until(() => bigtable.calls[0]!.cancelled);
  });
});

describe('row table: a read that fails again and again', () => {
  test('no row within the time: rejects with what the attempts failed with', async () => {
    bigtable.onRead = (_, call) => {
      fail(call, 'UNAVAILABLE');
    };
    const reading = read({ ...OPTIONS, timeoutMs: 500 });
    await expect(reading).rejects.toMatchObject({ status: 'Unavailable' });
  });
});

describe('row table: delete', () => {
  test('rows that fail with a passing status: are deleted by the next attempt', async () => {
    const attempts: number[] = [];
    const inner = bigtable.onMutateRows.bind(bigtable);
    bigtable.onMutateRows = (request, call) => {
      attempts.push(request.entries!.length);
      if (attempts.length > 1) inner(request, call);
      else fail(call, 'UNAVAILABLE');
    };
    await table.deleteRows(['a', 'b'], OPTIONS);
    expect(attempts).toEqual([2, 2]);
  });

  test('a call that is refused: rejects with its status', async () => {
    bigtable.onMutateRows = (_, call) => {
      fail(call, 'PERMISSION_DENIED');
    };
    await expect(table.deleteRows(['a'], OPTIONS)).rejects.toMatchObject({
      status: 'PermissionDenied',
    });
  });

  test('a signal that is aborted: rejects with its reason', async () => {
    let end = () => undefined as unknown;
    bigtable.onMutateRows = (_, call) => {
      end = () => {
        fail(call, 'PERMISSION_DENIED');
      };
    };
    const controller = new AbortController();
    const deleting = table.deleteRows(['a'], { signal: controller.signal, timeoutMs: 2000 });
    const rejection = expect(deleting).rejects.toMatchObject({ code: 'DEADLINE' });
    await until(() => bigtable.calls.length === 1);
    controller.abort(new CollectorError('DEADLINE'));
    await rejection;
    end();
    await sleep(100);
  });
});
