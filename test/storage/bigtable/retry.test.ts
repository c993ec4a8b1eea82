import { CollectorError, GRPC_CODES } from '../../../src/common/errors.js';
import { RpcError } from '../../../src/storage/bigtable/rpc_error.js';
import { retry, type RetryPolicy } from '../../../src/storage/bigtable/retry.js';

const AT_ONCE: RetryPolicy = { budgetMs: 10_000, attemptMs: 1000, random: () => 0 };
const MENDED_BY_TIME = [
  'Aborted',
  'Canceled',
  'DeadlineExceeded',
  'Internal',
  'ResourceExhausted',
  'Unavailable',
  'Unknown',
];

/** A call that fails so many times with a status. */
function failing(times: number, error: Error): () => Promise<number> {
  let calls = 0;
  return () => (++calls > times ? Promise.resolve(calls) : Promise.reject(error));
}

describe('a call is tried again', () => {
  test.each(GRPC_CODES.slice(1))('or not, as its status is: %s', async (status) => {
    const call = retry(AT_ONCE, undefined, failing(3, new RpcError(status, '')));
    if (MENDED_BY_TIME.includes(status)) expect(await call).toBe(4);
    else await expect(call).rejects.toMatchObject({ status });
  });

  test('but not after a bug', async () => {
    const bug = new TypeError('a bug');
    await expect(retry(AT_ONCE, undefined, failing(1, bug))).rejects.toBe(bug);
  });

  test('until its time is up, and then rejects with what it last failed with', async () => {
    const policy = { budgetMs: 60, attemptMs: 1000, random: () => 0.2 };
    const begun = performance.now();
    const call = retry(policy, undefined, failing(Infinity, new RpcError('Aborted', 'last')));
    await expect(call).rejects.toMatchObject({ status: 'Aborted', message: 'last' });
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  test('and of its failures the one is told that says more than that there was no answer', async () => {
    const policy = { budgetMs: 60, attemptMs: 1000, random: () => 0.2 };
    let calls = 0;
    const call = retry(policy, undefined, () =>
      Promise.reject(new RpcError(++calls === 2 ? 'Unavailable' : 'DeadlineExceeded', '')),
    );
    await expect(call).rejects.toMatchObject({ status: 'Unavailable' });
  });

  test('after pauses that double', async () => {
    const asked: number[] = [];
    const policy = {
      budgetMs: 10_000,
      attemptMs: 1000,
      random: () => asked.push(performance.now()) * 0 + 0.1,
    };
    await retry(policy, undefined, failing(5, new RpcError('Aborted', '')));
    const pauses = asked.slice(1).map((at, i) => at - asked[i]!);
    // 5, 10, 20, 40 ms and what the machine adds.
    [5, 10, 20, 40].forEach((ms, i) => {
      expect(pauses[i]).toBeGreaterThanOrEqual(ms - 1);
    });
  });

  test('and no attempt is given more time than is left', async () => {
    const policy = { budgetMs: 500, attemptMs: 1000, random: () => 0 };
    const timeoutMs = await retry(policy, undefined, (options) =>
      Promise.resolve(options.timeoutMs),
    );
    expect(timeoutMs).toBeLessThanOrEqual(500);
    expect(timeoutMs).toBeGreaterThan(0);
  });

  test('unless its signal is aborted while it waits', async () => {
    const controller = new AbortController();
    const reason = new CollectorError('DEADLINE');
    const policy = { budgetMs: 1e9, attemptMs: 1000, random: () => 1 };
    const call = retry(policy, controller.signal, failing(Infinity, new RpcError('Aborted', '')));
    setImmediate(() => {
      controller.abort(reason);
    });
    await expect(call).rejects.toBe(reason);
  });
});
