import { MAX_CHANGES, Transactions } from '../../../src/local/coordinator/transactions.js';
import { CollectorError } from '../../../src/common/errors.js';
import { rejectionOf } from '../../../src/testing/contract.js';

/** An environment whose transactions run when the test says so, and end as it says. */
class FakeEnvironment {
  readonly dir = 'store';
  /** The transactions that have not run. */
  readonly waiting: (() => void)[] = [];
  private end!: () => void;
  private fail!: (reason: Error) => void;
  readonly flushed = new Promise<void>((resolve, reject) => {
    this.end = resolve;
    this.fail = reject;
  });

  transaction<T>(change: () => T): Promise<T> {
    return new Promise((resolve) => {
      this.waiting.push(() => {
        resolve(change());
      });
    });
  }

  run(): void {
    for (const transaction of this.waiting.splice(0)) transaction();
  }

  flush(reason?: Error): void {
    if (reason === undefined) this.end();
    else this.fail(reason);
  }
}

function setUp() {
  const environment = new FakeEnvironment();
  return { environment, transactions: new Transactions(environment) };
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
}

const FULL = new Error('disk full');

describe('transactions of the local Coordinator', () => {
  test('changes that wait share a transaction: none resolves before it is on the disk', async () => {
    const { environment, transactions } = setUp();
    const done: number[] = [];
    const changes = [1, 2, 3].map(async (one) =>
      done.push(await transactions.run(() => one, undefined)),
    );
    expect(environment.waiting).toHaveLength(1);
    environment.run();
    await turns();
    expect(done).toEqual([]);
    environment.flush();
    await Promise.all(changes);
    expect(done).toEqual([1, 2, 3]);
  });

  test('a flush that fails: each change rejects with COORDINATOR_FAILED, retryable', async () => {
    const { environment, transactions } = setUp();
    const changes = [1, 2].map((one) => rejectionOf(() => transactions.run(() => one, undefined)));
    environment.run();
    environment.flush(FULL);
    for (const change of changes) {
      const error = await change;
      expect(error).toMatchObject({ code: 'COORDINATOR_FAILED', retryable: true });
      expect(error.message).toContain('disk full');
    }
  });

  test('one change more than a transaction holds begins another', async () => {
    const { environment, transactions } = setUp();
    const changes = Array.from({ length: MAX_CHANGES + 1 }, (_, at) =>
      transactions.run(() => at, undefined),
    );
    expect(environment.waiting).toHaveLength(2);
    environment.run();
    environment.flush();
    expect(await Promise.all(changes)).toHaveLength(MAX_CHANGES + 1);
  });

  test('a change that throws rejects alone', async () => {
    const { environment, transactions } = setUp();
    const refused = rejectionOf(() =>
      transactions.run(() => {
        throw new CollectorError('SECRET_MISMATCH');
      }, undefined),
    );
    const good = transactions.run(() => 'good', undefined);
    environment.run();
    environment.flush();
    expect((await refused).code).toBe('SECRET_MISMATCH');
    expect(await good).toBe('good');
  });

  test('a change that is given up before its transaction rejects at once, and is not made', async () => {
    const { environment, transactions } = setUp();
    const controller = new AbortController();
    let made = false;
    const change = () => (made = true);
    const given = rejectionOf(() => transactions.run(change, controller.signal));
    const other = transactions.run(() => 'other', undefined);
    controller.abort(new CollectorError('DEADLINE'));
    expect((await given).code).toBe('DEADLINE');
    environment.run();
    environment.flush();
    expect(await other).toBe('other');
    expect(made).toBe(false);
  });
});
