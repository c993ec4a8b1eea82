import { CollectorError, type ErrorCode } from '../../src/common/errors.js';
import type { PendingItem } from '../../src/common/batch.js';
import { Batcher, type BatchLimits, SLOW_MS } from '../../src/common/batcher.js';
import { type Gate, gate, turn } from '../coordinator/requests.js';

// The event loop turns as it does, and time stands still until a test moves it: no batch becomes slow by itself.
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
});
afterEach(() => {
  jest.useRealTimers();
});

/** One batch on its way: what is in it, and when it ends. */
interface Sent {
  readonly items: string[];
  readonly waiting: readonly PendingItem<string, string>[];
  readonly signal: AbortSignal;
  readonly end: Gate<void>;
}

const LIMITS: BatchLimits = {
  maxItems: 3,
  maxBytes: 100,
  maxBatches: 2,
  maxSlowBatches: 0,
  maxPartialBatches: 1,
  maxQueuedItems: 10,
  maxQueuedBytes: 1000,
};

/** A batching whose items are as large as their text, and whose batches end when the test says so. */
function setUp(limits: Partial<BatchLimits> = {}) {
  const sent: Sent[] = [];
  const batcher = new Batcher<string, string>({
    backend: 'backend',
    limits: { ...LIMITS, ...limits },
    bounds: 'MAX_QUEUE',
    sizeOf: (item) => item.length,
    send: (waiting, signal) => {
      const end = gate();
      sent.push({ items: waiting.map(({ item }) => item), waiting, signal, end });
      return end.promise;
    },
  });
  const add = (item: string, signal?: AbortSignal) => {
    const answer = batcher.add(item, signal);
    answer.catch(() => undefined);
    return answer;
  };
  return { batcher, sent, add };
}

/** Answers all of a batch. */
function answer({ waiting, end }: Sent): void {
  for (const caller of waiting) caller.resolve(`${caller.item}!`);
  end.open();
}

async function code(call: Promise<unknown>): Promise<ErrorCode> {
  const thrown: unknown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(CollectorError);
  return (thrown as CollectorError).code;
}

describe('a batch', () => {
  test('has all items of one turn of the event loop, and waits for no timer (departure 10)', async () => {
    const { sent, add } = setUp();
    const calls = [add('a'), Promise.resolve().then(() => add('b'))];
    expect(sent).toEqual([]);
    await turn();
    expect(sent.map(({ items }) => items)).toEqual([['a', 'b']]);
    answer(sent[0]!);
    expect(await Promise.all(calls)).toEqual(['a!', 'b!']);
    expect(sent[0]!.signal.aborted).toBe(false);
  });

  test('that is full is sent at once, up to the limit of batches under way', async () => {
    const { sent, add } = setUp();
    for (const item of 'abcdefgh') void add(item);
    await turn();
    expect(sent.map(({ items }) => items.join(''))).toEqual(['abc', 'def']);
  });

  test('that is not full waits while another partial batch is under way', async () => {
    const { sent, add } = setUp();
    void add('a');
    await turn();
    void add('b');
    await turn();
    void add('c');
    await turn();
    expect(sent.map(({ items }) => items.join(''))).toEqual(['a']);
    answer(sent[0]!);
    await turn();
    await turn();
    expect(sent.map(({ items }) => items.join(''))).toEqual(['a', 'bc']);
  });

  test('that has become full is sent although a partial batch is under way', async () => {
    const { sent, add } = setUp();
    void add('a');
    await turn();
    for (const item of 'bcd') void add(item);
    await turn();
    expect(sent.map(({ items }) => items.join(''))).toEqual(['a', 'bcd']);
  });

  test('that is not full is sent while full batches are under way', async () => {
    const { sent, add } = setUp();
    for (const item of 'abcd') void add(item);
    await turn();
    expect(sent.map(({ items }) => items.join(''))).toEqual(['abc', 'd']);
  });

  test('has at most maxBytes; a larger item is sent alone', async () => {
    const { sent, add } = setUp({ maxBatches: 9, maxItems: 9, maxPartialBatches: 9 });
    for (const length of [60, 40, 1, 101, 1]) void add('x'.repeat(length));
    await turn();
    expect(sent.map(({ items }) => items.map(({ length }) => length))).toEqual([
      [60, 40],
      [1],
      [101],
      [1],
    ]);
  });

  test('settles each caller when its answer is known', async () => {
    const { sent, add } = setUp();
    const [first, second] = [add('a'), add('b')];
    await turn();
    sent[0]!.waiting[0]!.resolve('early');
    expect(await first).toBe('early');
    answer(sent[0]!);
    expect(await second).toBe('b!');
    expect(await first).toBe('early');
  });

  test.each([
    [
      'with an error of the catalogue, with that',
      new CollectorError('STORAGE_REFUSED'),
      'STORAGE_REFUSED',
    ],
    ['with anything else, as a bug', new Error('oops'), 'INTERNAL'],
  ])(
    'whose sending fails rejects the callers that still wait: %s',
    async (_rule, error, expected) => {
      const { sent, add } = setUp();
      const [first, second] = [add('a'), add('b')];
      await turn();
      sent[0]!.waiting[0]!.resolve('early');
      sent[0]!.end.fail(error);
      expect(await first).toBe('early');
      expect(await code(second)).toBe(expected);
    },
  );

  test('that leaves a caller open rejects it', async () => {
    const { sent, add } = setUp();
    const call = add('a');
    await turn();
    sent[0]!.end.open();
    expect(await code(call)).toBe('INTERNAL');
  });
});

describe('batching: slow batches', () => {
  test('a partial batch that hangs: what comes later goes once it counts as slow, again and again', async () => {
    const { sent, add } = setUp({ maxBatches: 9 });
    void add('a');
    await turn();
    for (const item of 'bcd') {
      void add(item);
      await turn();
      jest.advanceTimersByTime(2 * SLOW_MS);
      await turn();
    }
    expect(sent.map(({ items }) => items.join(''))).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a partial batch that hangs: others that end go on being collected for', async () => {
    const { sent, add } = setUp({ maxBatches: 9 });
    void add('hangs');
    await turn();
    jest.advanceTimersByTime(2 * SLOW_MS);
    void add('a');
    await turn();
    void add('b');
    await turn();
    void add('c');
    await turn();
    expect(sent.map(({ items }) => items.join(''))).toEqual(['hangs', 'a']);
    answer(sent[1]!);
    await turn();
    await turn();
    expect(sent.map(({ items }) => items.join(''))).toEqual(['hangs', 'a', 'bc']);
  });

  test('slow batches count as batches under way past their own bound', async () => {
    const { sent, add } = setUp({ maxItems: 1, maxBatches: 2, maxSlowBatches: 3 });
    for (let item = 0; item < 10; item++) {
      void add(`${item}`);
      await turn();
      jest.advanceTimersByTime(2 * SLOW_MS);
      await turn();
    }
    expect(sent.map(({ items }) => items.join(''))).toEqual(['0', '1', '2', '3', '4']);
    answer(sent[2]!);
    await turn();
    await turn();
    expect(sent).toHaveLength(6);
  });

  test('nothing waits: no timer is left', async () => {
    const { sent, add } = setUp();
    void add('a');
    await turn();
    void add('b');
    await turn();
    expect(jest.getTimerCount()).toBe(1);
    answer(sent[0]!);
    await turn();
    await turn();
    expect(sent).toHaveLength(2);
    answer(sent[1]!);
    await turn();
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('a caller of the batcher that leaves', () => {
  test('whose batch is under way: what waits for the next one goes with it, each once', async () => {
    const { sent, add } = setUp();
    const leaver = new AbortController();
    const left = add('a', leaver.signal);
    await turn();
    void add('b');
    void add('c');
    leaver.abort();
    expect(await code(left)).toBe('CANCELLED');
    sent[0]!.end.open();
    await turn();
    await turn();
    expect(sent.map(({ items }) => items)).toEqual([['a'], ['b', 'c']]);
  });

  test('gets the reason of its signal, and its item is not sent', async () => {
    const { sent, add } = setUp();
    const controller = new AbortController();
    const call = add('a', controller.signal);
    const other = add('b');
    controller.abort(new CollectorError('DEADLINE'));
    expect(await code(call)).toBe('DEADLINE');
    await turn();
    expect(sent[0]!.items).toEqual(['b']);
    answer(sent[0]!);
    expect(await other).toBe('b!');
  });

  test('does not abort a batch that other callers wait for', async () => {
    const { sent, add } = setUp();
    const controllers = [new AbortController(), new AbortController()] as const;
    const calls = controllers.map(({ signal }, i) => add(`${i}`, signal));
    await turn();
    controllers[0].abort();
    expect(await code(calls[0]!)).toBe('CANCELLED');
    expect(sent[0]!.waiting.map(({ settled }) => settled)).toEqual([true, false]);
    expect(sent[0]!.signal.aborted).toBe(false);
    controllers[1].abort();
    expect(sent[0]!.signal.aborted).toBe(true);
    sent[0]!.end.fail(new CollectorError('CANCELLED'));
    expect(await code(calls[1]!)).toBe('CANCELLED');
  });

  test('has its batch aborted when all other callers have their answers', async () => {
    const { sent, add } = setUp();
    const controller = new AbortController();
    const [left, other] = [add('a', controller.signal), add('b')];
    await turn();
    const [batch] = sent;
    controller.abort();
    expect(await code(left)).toBe('CANCELLED');
    expect(batch!.signal.aborted).toBe(false);
    batch!.waiting[1]!.resolve('b!');
    expect(await other).toBe('b!');
    expect(batch!.signal.aborted).toBe(true);
    batch!.end.open();
  });

  test('frees its place in the queue', async () => {
    const { add } = setUp({ maxQueuedItems: 1, maxQueuedBytes: 5 });
    const controller = new AbortController();
    const left = add('12345', controller.signal);
    expect(await code(add(''))).toBe('TOO_MUCH_IN_FLIGHT');
    controller.abort();
    expect(await code(left)).toBe('CANCELLED');
    void add('54321');
    await turn();
  });

  test('before it was added is not queued', async () => {
    const { sent, add } = setUp();
    expect(await code(add('a', AbortSignal.abort()))).toBe('CANCELLED');
    await turn();
    expect(sent).toEqual([]);
  });
});

describe('the limits of the batcher', () => {
  test('refuse an item with TOO_MUCH_IN_FLIGHT when maxQueuedItems wait', async () => {
    const { add } = setUp({ maxQueuedItems: 2 });
    void add('a');
    void add('b');
    expect(await code(add('c'))).toBe('TOO_MUCH_IN_FLIGHT');
  });

  test('refuse an item with TOO_MUCH_IN_FLIGHT when maxQueuedBytes wait', async () => {
    const { add } = setUp({ maxQueuedBytes: 4 });
    void add('aaa');
    expect(await code(add('bb'))).toBe('TOO_MUCH_IN_FLIGHT');
    void add('c');
  });

  test('hold for batches under way, items and bytes of a batch, at random, and no item is lost', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    console.info(`batching seed ${seed}`);
    const random = generator(seed);
    const limits = {
      maxItems: 5,
      maxBytes: 50,
      maxBatches: 3,
      maxSlowBatches: 0,
      maxPartialBatches: 2,
      maxQueuedItems: 1e6,
      maxQueuedBytes: 1e6,
    };
    let underWay = 0;
    const seen: string[] = [];
    const batcher = new Batcher<string, string>({
      backend: 'backend',
      limits,
      bounds: 'MAX_QUEUE',
      sizeOf: (item) => item.length,
      send: async (waiting) => {
        underWay++;
        expect(underWay).toBeLessThanOrEqual(limits.maxBatches);
        expect(waiting.length).toBeLessThanOrEqual(limits.maxItems);
        const bytes = waiting.reduce((sum, { item }) => sum + item.length, 0);
        if (waiting.length > 1) expect(bytes).toBeLessThanOrEqual(limits.maxBytes);
        for (let turns = random() % 4; turns > 0; turns--) await turn();
        for (const caller of waiting) {
          seen.push(caller.item);
          caller.resolve(`${caller.item}!`);
        }
        underWay--;
      },
    });
    const calls: Promise<void>[] = [];
    for (let i = 0; i < 2000; i++) {
      const item = `${i}`.padEnd(random() % 70, '.');
      calls.push(
        batcher.add(item, undefined).then((got) => {
          expect(got).toBe(`${item}!`);
        }),
      );
      if (random() % 3 === 0) await turn();
    }
    await Promise.all(calls);
    expect(new Set(seen).size).toBe(2000);
    expect(seen).toHaveLength(2000);
    await batcher.close();
  });
});

describe('closing the batcher', () => {
  test('waits for what is queued and under way, and takes nothing more in', async () => {
    const { batcher, sent, add } = setUp();
    const events: string[] = [];
    const calls = Array.from('abcdefgh', async (item) => events.push(await add(item)));
    const closing = batcher.close().then(() => events.push('closed'));
    expect(await code(add('late'))).toBe('SHUTTING_DOWN');
    for (let batch = 0; batch < 3; batch++) {
      while (sent.length <= batch) await turn();
      answer(sent[batch]!);
    }
    await Promise.all([...calls, closing]);
    expect(events.at(-1)).toBe('closed');
    expect(events).toHaveLength(9);
  });

  test('ends at once if nothing is under way, and when the last caller leaves', async () => {
    await setUp().batcher.close();
    const { batcher, add } = setUp();
    const controller = new AbortController();
    void add('a', controller.signal);
    const closing = batcher.close();
    controller.abort();
    await closing;
  });
});

/** Numbers that a seed gives again. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
