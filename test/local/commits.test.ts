import { Commits } from '../../src/local/commits.js';

/** A flush that ends when the test says so. */
function flush() {
  let end!: () => void;
  let fail!: (reason: Error) => void;
  const done = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { done, end, fail };
}

/** Commits whose turns flush one after another. */
function setUp() {
  const flushes = [flush(), flush()] as const;
  let asked = 0;
  const commits = new Commits(() => flushes[asked++]!.done);
  return { commits, flushes, asked: () => asked };
}

/** What has become of promises by now. */
async function states(promises: readonly Promise<void>[]): Promise<string[]> {
  const now: string[] = promises.map(() => 'waits');
  for (const [at, promise] of promises.entries()) {
    promise.then(
      () => (now[at] = 'done'),
      (thrown: unknown) => (now[at] = (thrown as Error).message),
    );
  }
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
  return now;
}

const written = () => [Promise.resolve(true)];
const FULL = new Error('disk full');

describe('commits of the local store', () => {
  test('writes of one turn share a flush: each waits until it has ended', async () => {
    const { commits, flushes, asked } = setUp();
    const waits = [commits.join(written), commits.join(written), commits.join(written)];
    commits.endTurn();
    expect(await states(waits)).toEqual(['waits', 'waits', 'waits']);
    flushes[0].end();
    expect(await states(waits)).toEqual(['done', 'done', 'done']);
    expect(asked()).toBe(1);
  });

  test('a flush that ends before the turn has: nothing is done yet', async () => {
    const { commits, flushes } = setUp();
    const wait = commits.join(written);
    flushes[0].end();
    expect(await states([wait])).toEqual(['waits']);
    commits.endTurn();
    expect(await states([wait])).toEqual(['done']);
  });

  test('a write that is not committed: nothing is done, even after the flush', async () => {
    const { commits, flushes } = setUp();
    const late = flush();
    const waits = [commits.join(written), commits.join(() => [late.done])];
    commits.endTurn();
    flushes[0].end();
    expect(await states(waits)).toEqual(['waits', 'waits']);
    late.end();
    expect(await states(waits)).toEqual(['done', 'done']);
  });

  test('a flush that fails: every write of its turn rejects with the reason', async () => {
    const { commits, flushes } = setUp();
    const waits = [commits.join(written), commits.join(written)];
    commits.endTurn();
    flushes[0].fail(FULL);
    expect(await states(waits)).toEqual(['disk full', 'disk full']);
  });

  test('a flush that fails before the turn has ended: every write rejects', async () => {
    const { commits, flushes } = setUp();
    const wait = commits.join(written);
    flushes[0].fail(FULL);
    await new Promise(setImmediate);
    commits.endTurn();
    expect(await states([wait])).toEqual(['disk full']);
  });

  test('a write that fails: every write of its turn rejects', async () => {
    const { commits, flushes } = setUp();
    const waits = [commits.join(() => [Promise.reject(FULL)]), commits.join(written)];
    commits.endTurn();
    flushes[0].end();
    expect(await states(waits)).toEqual(['disk full', 'disk full']);
  });

  test('a turn that fails leaves the next one alone', async () => {
    const { commits, flushes } = setUp();
    const first = commits.join(written);
    commits.endTurn();
    const second = commits.join(written);
    commits.endTurn();
    flushes[0].fail(FULL);
    flushes[1].end();
    expect(await states([first, second])).toEqual(['disk full', 'done']);
  });

  test('writes that cannot begin: the error is thrown, and the others of the turn go on', async () => {
    const { commits, flushes } = setUp();
    const wait = commits.join(written);
    const begin = () => {
      throw FULL;
    };
    expect(() => commits.join(begin)).toThrow(FULL);
    commits.endTurn();
    flushes[0].end();
    expect(await states([wait])).toEqual(['done']);
  });

  test('nothing to write: done, without a flush', async () => {
    const { commits, asked } = setUp();
    expect(await states([commits.join(() => [])])).toEqual(['done']);
    expect(asked()).toBe(0);
  });
});
