import { Semaphore } from '../../src/common/semaphore.js';
import { CollectorError } from '../../src/common/errors.js';

/** Lets everything happen that can. */
const turn = () => new Promise(setImmediate);

function take(room: Semaphore, bytes: number, order: string[], name: string, signal?: AbortSignal) {
  const taken = room.acquire(bytes, signal);
  if (taken === undefined) order.push(name);
  else
    taken.then(
      () => order.push(name),
      (error: unknown) => order.push((error as CollectorError).code),
    );
}

describe('permits of a semaphore', () => {
  test('are acquired at once up to the last one, and then in FIFO order as they are released', async () => {
    const room = new Semaphore(100);
    const order: string[] = [];
    take(room, 60, order, 'first');
    take(room, 40, order, 'second');
    take(room, 50, order, 'third');
    take(room, 1, order, 'fourth');
    await turn();
    expect(order).toEqual(['first', 'second']);
    room.release(40);
    await turn();
    // The fourth would have room, and does not go before the third.
    expect(order).toEqual(['first', 'second']);
    room.release(60);
    await turn();
    expect(order).toEqual(['first', 'second', 'third', 'fourth']);
  });

  test('are never too few for a single holder', () => {
    const room = new Semaphore(10);
    expect(room.acquire(1000, undefined)).toBeUndefined();
    room.resize(1000, 2000);
    room.release(2000);
    expect(room.acquire(10, undefined)).toBeUndefined();
  });

  test('that are given back by a resize serve the waiters', async () => {
    const room = new Semaphore(100);
    const order: string[] = [];
    take(room, 100, order, 'first');
    take(room, 70, order, 'second');
    room.resize(100, 30);
    await turn();
    expect(order).toEqual(['first', 'second']);
  });

  test('are refused to a resize beyond the limit, which keeps what it has', () => {
    const room = new Semaphore(100);
    expect(room.acquire(40, undefined)).toBeUndefined();
    expect(room.acquire(50, undefined)).toBeUndefined();
    room.resize(40, 50);
    const tooMuch = expect.objectContaining({ code: 'TOO_MUCH_IN_FLIGHT' }) as Error;
    expect(() => {
      room.resize(50, 51);
    }).toThrow(tooMuch);
    room.release(50);
    expect(room.acquire(50, undefined)).toBeUndefined();
    expect(room.acquire(1, undefined)).toBeInstanceOf(Promise);
  });

  test('are not waited for after the signal is aborted, and later waiters are not held up', async () => {
    const room = new Semaphore(100);
    const order: string[] = [];
    const controller = new AbortController();
    take(room, 50, order, 'first');
    take(room, 80, order, 'second', controller.signal);
    take(room, 50, order, 'third');
    controller.abort(new CollectorError('DEADLINE'));
    await turn();
    expect(order.sort()).toEqual(['DEADLINE', 'first', 'third']);
    take(room, 80, order, 'late', controller.signal);
    await turn();
    expect(order).toContain('DEADLINE');
    room.release(50);
    room.release(50);
    expect(room.acquire(100, undefined)).toBeUndefined();
  });
});
