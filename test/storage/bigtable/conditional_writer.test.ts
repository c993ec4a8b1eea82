import { CollectorError } from '../../../src/common/errors.js';
import { ConditionalWriter } from '../../../src/storage/bigtable/conditional_writer.js';
import { RpcError } from '../../../src/storage/bigtable/rpc_error.js';
import { WRITE_LIMITS } from '../../../src/storage/bigtable/writer.js';
import { type Gate, gate, turn } from '../../coordinator/requests.js';
import { FakeTable } from '../../fakes/table.js';

const POLICY = { budgetMs: 1000, attemptMs: 1000, random: () => 0 };

/** A writer whose calls end when the test says so. */
function open(maxCalls: number, maxQueuedRows: number) {
  const calls: ({ readonly key: string } & Gate<void>)[] = [];
  const table = new FakeTable({
    write: ({ rows }) => {
      const call = { key: rows[0]!.key, ...gate() };
      calls.push(call);
      return call.promise;
    },
  });
  const limits = { ...WRITE_LIMITS, maxCalls, maxQueuedRows };
  const writer = new ConditionalWriter(table, POLICY, limits);
  const write = (key: string, signal?: AbortSignal) =>
    writer.write([{ key, value: new Uint8Array(1), timestampMicros: 0 }], signal);
  return { calls, write, keys: () => calls.map(({ key }) => key) };
}

const tooMuch = expect.objectContaining({ code: 'TOO_MUCH_IN_FLIGHT' }) as Error;

describe('conditional writes', () => {
  test('are under way up to a bound, wait in turn up to another, and are refused past that', async () => {
    const { calls, write, keys } = open(2, 2);
    const writes = ['a', 'b', 'c', 'd'].map((key) => write(key));
    await expect(write('e')).rejects.toThrow(tooMuch);
    expect(keys()).toEqual(['a', 'b']);
    calls[1]!.open();
    await turn();
    expect(keys()).toEqual(['a', 'b', 'c']);
    // There is room to wait again.
    writes.push(write('f'));
    await expect(write('g')).rejects.toThrow(tooMuch);
    for (let call = 0; call < 5; call++) {
      calls[call]!.open();
      await turn();
    }
    await Promise.all(writes);
    expect(keys()).toEqual(['a', 'b', 'c', 'd', 'f']);
  });

  test('that fail give their place back', async () => {
    const { calls, write, keys } = open(1, 1);
    const failed = write('a');
    const waiting = write('b');
    calls[0]!.fail(new RpcError('InvalidArgument', 'no'));
    await expect(failed).rejects.toThrow('no');
    await turn();
    expect(keys()).toEqual(['a', 'b']);
    calls[1]!.open();
    await waiting;
  });

  test('are not waited for past their signals, and leave room', async () => {
    const { calls, write, keys } = open(1, 1);
    const controller = new AbortController();
    const first = write('a');
    const left = write('b', controller.signal);
    controller.abort(new CollectorError('DEADLINE'));
    await expect(left).rejects.toMatchObject({ code: 'DEADLINE' });
    const next = write('c');
    calls[0]!.open();
    await turn();
    calls[1]!.open();
    await Promise.all([first, next]);
    expect(keys()).toEqual(['a', 'c']);
  });
});
