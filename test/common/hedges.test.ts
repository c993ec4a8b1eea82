import type { PendingItem } from '../../src/common/batch.js';
import { Batcher } from '../../src/common/batcher.js';
import { CollectorError } from '../../src/common/errors.js';
import { Hedges } from '../../src/common/hedges.js';
import { type Gate, gate, turn } from '../coordinator/requests.js';

// The event loop turns as it does, and time stands still until a test moves it.
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
});
afterEach(() => {
  jest.useRealTimers();
});

/** A batch, or an item of one by itself, on its way. */
interface Sent {
  readonly waiting: readonly PendingItem<string, string>[];
  readonly signal: AbortSignal;
  readonly end: Gate<void>;
}

/** What a batch takes, until a test makes the backend slow. */
const FAST_MS = 10;
/** When a batch is slow, after one of FAST_MS. */
const SLOW_MS = 50;

/**
 * A batcher whose batches, and items by themselves, end when the test says so.
 *
 * @param itemBytes of an item of one letter
 */
function setUp(maxItems = 8, itemBytes = 1) {
  const batches: Sent[] = [];
  const alone: Sent[] = [];
  const begin = (to: Sent[], waiting: Sent['waiting'], signal: AbortSignal) => {
    const end = gate();
    to.push({ waiting, signal, end });
    return end.promise;
  };
  const batcher = new Batcher<string, string>({
    backend: 'backend',
    limits: {
      maxItems: 100,
      maxBytes: 1000 * itemBytes,
      maxBatches: 8,
      maxSlowBatches: 8,
      maxPartialBatches: 8,
      maxQueuedItems: 1000,
      maxQueuedBytes: 10_000 * itemBytes,
    },
    bounds: '',
    sizeOf: (item) => item.length * itemBytes,
    hedges: new Hedges({
      maxItems,
      maxItemBytes: 5 * itemBytes,
      send: (item, signal) => begin(alone, [item], signal),
    }),
    send: (waiting, signal) => begin(batches, waiting, signal),
  });
  /** Adds items as one batch. */
  const add = async (items: readonly string[], signal?: AbortSignal) => {
    const answers = items.map((item) => batcher.add(item, signal));
    for (const one of answers) one.catch(() => undefined);
    await turn();
    return { answers };
  };
  return { batcher, batches, alone, add };
}

type Rig = ReturnType<typeof setUp>;

/** Answers a batch, or an item by itself. */
async function answer({ waiting, end }: Sent, text: string): Promise<void> {
  for (const item of waiting) item.resolve(text);
  end.open();
  await turn();
}

async function wait(ms: number): Promise<void> {
  jest.advanceTimersByTime(ms);
  await turn();
}

/** Sends batches one after another, each of which takes so long. */
async function batchesOf(rig: Rig, count: number, ms: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    await rig.add(['x', 'y']);
    await wait(ms);
    await answer(rig.batches.at(-1)!, '');
  }
}

/** A batch of `abc` that is slow, after one that was not. */
async function slowBatch(rig: Rig, signal?: AbortSignal) {
  await batchesOf(rig, 1, FAST_MS);
  const { answers } = await rig.add(['a', 'b', 'c'], signal);
  await wait(SLOW_MS);
  return { answers, batch: rig.batches.at(-1)! };
}

const itemsOf = (sent: readonly Sent[]) => sent.map(({ waiting }) => waiting[0]!.item).join('');

describe('hedges: a slow batch', () => {
  test('a batch of 3 MB is slow 150 ms later than a small one', async () => {
    const rig = setUp(8, 1_000_000);
    await batchesOf(rig, 1, FAST_MS);
    await rig.add(['a', 'b', 'c']);
    await wait(SLOW_MS + 149);
    expect(rig.alone).toHaveLength(0);
    await wait(1);
    expect(rig.alone).toHaveLength(3);
  });

  test('each item is sent once more by itself, and the first answer counts', async () => {
    const rig = setUp();
    const { answers, batch } = await slowBatch(rig);
    expect(itemsOf(rig.alone)).toBe('abc');
    await answer(rig.alone[1]!, 'alone');
    await answer(batch, 'batch');
    expect(await Promise.all(answers)).toEqual(['batch', 'alone', 'batch']);
    expect(rig.alone.map(({ signal }) => signal.aborted)).toEqual([true, true, true]);
  });

  test('it is given up when all items are answered by themselves', async () => {
    const rig = setUp();
    const { answers, batch } = await slowBatch(rig);
    for (const sent of rig.alone) {
      expect(batch.signal.aborted).toBe(false);
      await answer(sent, 'alone');
    }
    expect(batch.signal.aborted).toBe(true);
    batch.end.fail(new CollectorError('CANCELLED'));
    expect(await Promise.all(answers)).toEqual(['alone', 'alone', 'alone']);
  });

  test('an item that hangs by itself too waits for the batch, and the others do not', async () => {
    const rig = setUp();
    const { answers, batch } = await slowBatch(rig);
    await answer(rig.alone[0]!, 'alone');
    await answer(rig.alone[2]!, 'alone');
    expect(await Promise.all([answers[0], answers[2]])).toEqual(['alone', 'alone']);
    expect(batch.signal.aborted).toBe(false);
    batch.end.fail(new CollectorError('DEADLINE'));
    await expect(answers[1]).rejects.toMatchObject({ code: 'DEADLINE' });
    expect(rig.alone[1]!.signal.aborted).toBe(true);
  });

  test('a failure of an item by itself leaves the answer to the batch', async () => {
    const rig = setUp();
    const { answers, batch } = await slowBatch(rig);
    for (const { end } of rig.alone) end.fail(new CollectorError('COORDINATOR_FAILED'));
    await turn();
    expect(batch.signal.aborted).toBe(false);
    await answer(batch, 'batch');
    expect(await Promise.all(answers)).toEqual(['batch', 'batch', 'batch']);
  });

  test('an answer to an item after its batch has ended does not abort the batch after that', async () => {
    const rig = setUp();
    const { batch } = await slowBatch(rig);
    await answer(batch, 'batch');
    const { answers } = await rig.add(['d', 'e']);
    for (const sent of rig.alone) await answer(sent, 'late');
    expect(rig.batches.at(-1)!.signal.aborted).toBe(false);
    await answer(rig.batches.at(-1)!, 'batch');
    expect(await Promise.all(answers)).toEqual(['batch', 'batch']);
  });

  test('callers leave: their items by themselves and the batch are given up', async () => {
    const rig = setUp();
    const controller = new AbortController();
    const { answers, batch } = await slowBatch(rig, controller.signal);
    controller.abort(new CollectorError('DEADLINE'));
    await expect(answers[0]).rejects.toMatchObject({ code: 'DEADLINE' });
    expect([batch, ...rig.alone].map(({ signal }) => signal.aborted)).toEqual(Array(4).fill(true));
  });

  test('the batcher closes: it waits for the batch, and no timer and no call is left', async () => {
    const rig = setUp();
    const { batch } = await slowBatch(rig);
    let closed = false;
    const closing = rig.batcher.close().then(() => (closed = true));
    await turn();
    expect(closed).toBe(false);
    await answer(batch, 'batch');
    await closing;
    expect(rig.alone.map(({ signal }) => signal.aborted)).toEqual([true, true, true]);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('no more than maxItems are sent at once, and the next when one has ended', async () => {
    const rig = setUp(2);
    await slowBatch(rig);
    await rig.add(['d', 'e']);
    await wait(SLOW_MS);
    expect(itemsOf(rig.alone)).toBe('ab');
    await answer(rig.alone[1]!, 'alone');
    expect(itemsOf(rig.alone)).toBe('abc');
    rig.alone[0]!.end.fail(new CollectorError('COORDINATOR_FAILED'));
    await turn();
    expect(itemsOf(rig.alone)).toBe('abcd');
  });

  test('an item that waits for its turn, and is answered by the batch, is not sent', async () => {
    const rig = setUp(1);
    const { batch } = await slowBatch(rig);
    await answer(batch, 'batch');
    await answer(rig.alone[0]!, 'late');
    expect(itemsOf(rig.alone)).toBe('a');
  });

  test('a bound of 0 items: none is sent', async () => {
    const rig = setUp(0);
    await slowBatch(rig);
    expect(rig.alone).toEqual([]);
  });

  test('an item of more than maxItemBytes, or answered already, is not sent', async () => {
    const rig = setUp();
    await batchesOf(rig, 1, FAST_MS);
    await rig.add(['5byte', '6bytes', 'c']);
    rig.batches.at(-1)!.waiting[2]!.resolve('batch');
    await wait(SLOW_MS);
    expect(itemsOf(rig.alone)).toBe('5byte');
  });
});

describe('hedges: a batch', () => {
  test('of one item is never slow', async () => {
    const rig = setUp();
    await batchesOf(rig, 1, FAST_MS);
    await rig.add(['a']);
    await wait(10_000);
    expect(rig.alone).toEqual([]);
  });

  test('whose answer came while the event loop was held is not slow', async () => {
    const rig = setUp();
    await batchesOf(rig, 1, FAST_MS);
    await rig.add(['a', 'b']);
    jest.advanceTimersByTime(10 * SLOW_MS);
    for (const item of rig.batches.at(-1)!.waiting) item.resolve('batch');
    await turn();
    expect(rig.alone).toEqual([]);
  });

  test.each([
    ['50 ms, where the fastest lately took less than a third of it', 10, 50],
    ['three times the fastest lately', 100, 300],
    ['a second, where the fastest lately took more than a third of it', 900, 1000],
  ])('is slow after %s', async (_, bestMs, slowMs) => {
    const rig = setUp();
    await batchesOf(rig, 40, bestMs);
    // Of the first batches, before it was known how long one takes.
    const { length } = rig.alone;
    await rig.add(['a', 'b']);
    await wait(slowMs - 1);
    expect(rig.alone).toHaveLength(length);
    await wait(1);
    expect(itemsOf(rig.alone.slice(length))).toBe('ab');
  });

  test('of a backend that becomes slow as a whole: few items are sent once more, then none', async () => {
    const rig = setUp();
    await batchesOf(rig, 1, FAST_MS);
    await batchesOf(rig, 20, 300);
    const { length } = rig.alone;
    expect(length).toBeLessThanOrEqual(2 * 5);
    await batchesOf(rig, 20, 300);
    expect(rig.alone).toHaveLength(length);
  });

  test('that is given up again and again, because its items by themselves are faster, is slow later', async () => {
    const rig = setUp();
    await batchesOf(rig, 1, FAST_MS);
    let rounds = 0;
    for (let sent = -1; sent !== rig.alone.length; rounds++) {
      sent = rig.alone.length;
      await rig.add(['x', 'y']);
      await wait(80);
      for (const one of rig.alone.slice(sent)) await answer(one, 'alone');
      if (rig.batches.at(-1)!.signal.aborted) rig.batches.at(-1)!.end.fail(new Error('given up'));
      else await answer(rig.batches.at(-1)!, 'batch');
      await turn();
    }
    expect(rounds).toBeLessThan(10);
  });
});
