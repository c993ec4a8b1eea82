import { Semaphore } from '../../src/common/semaphore.js';
import { CollectorError } from '../../src/common/errors.js';
import { turn } from '../coordinator/requests.js';

function take(
  permits: Semaphore,
  bytes: number,
  order: string[],
  name: string,
  signal?: AbortSignal,
) {
  const taken = permits.acquire(bytes, signal);
  if (taken === undefined) order.push(name);
  else
    taken.then(
      () => order.push(name),
      (error: unknown) => order.push((error as CollectorError).code),
    );
}

describe('permits of a semaphore', () => {
  test('are acquired at once up to the last one, and then in FIFO order as they are released', async () => {
    const permits = new Semaphore(100);
    const order: string[] = [];
    take(permits, 60, order, 'first');
    take(permits, 40, order, 'second');
    take(permits, 50, order, 'third');
    take(permits, 1, order, 'fourth');
    await turn();
    expect(order).toEqual(['first', 'second']);
    permits.release(40);
    await turn();
    // The fourth would have permits, and does not go before the third.
    expect(order).toEqual(['first', 'second']);
    permits.release(60);
    await turn();
    expect(order).toEqual(['first', 'second', 'third', 'fourth']);
  });

  test('are never too few for a single holder', () => {
    const permits = new Semaphore(10);
    expect(permits.acquire(1000, undefined)).toBeUndefined();
    expect(permits.tryResize(1000, 2000)).toBe(true);
    permits.release(2000);
    expect(permits.acquire(10, undefined)).toBeUndefined();
  });

  test('that are given back by a resize serve the waiters', async () => {
    const permits = new Semaphore(100);
    const order: string[] = [];
    take(permits, 100, order, 'first');
    take(permits, 70, order, 'second');
    expect(permits.tryResize(100, 30)).toBe(true);
    await turn();
    expect(order).toEqual(['first', 'second']);
  });

  test('are refused to a resize beyond the limit, which keeps what it has', () => {
    const permits = new Semaphore(100);
    expect(permits.acquire(40, undefined)).toBeUndefined();
    expect(permits.acquire(50, undefined)).toBeUndefined();
    expect(permits.tryResize(40, 50)).toBe(true);
    expect(permits.tryResize(50, 51)).toBe(false);
    expect(permits.used).toBe(100);
    permits.release(50);
    expect(permits.acquire(50, undefined)).toBeUndefined();
    expect(permits.acquire(1, undefined)).toBeInstanceOf(Promise);
  });

  test('that are acquired without waiting are refused beyond the limit, also to a single holder', () => {
    const permits = new Semaphore(2);
    expect(permits.tryAcquire(3)).toBe(false);
    expect([permits.tryAcquire(), permits.tryAcquire(), permits.tryAcquire()]).toEqual([
      true,
      true,
      false,
    ]);
    permits.release();
    expect(permits.tryAcquire()).toBe(true);
    expect(permits.used).toBe(2);
  });

  test('are not waited for after the signal is aborted, and later waiters are not held up', async () => {
    const permits = new Semaphore(100);
    const order: string[] = [];
    const controller = new AbortController();
    take(permits, 50, order, 'first');
    take(permits, 80, order, 'second', controller.signal);
    take(permits, 50, order, 'third');
    controller.abort(new CollectorError('DEADLINE'));
    await turn();
    expect(order.sort()).toEqual(['DEADLINE', 'first', 'third']);
    take(permits, 80, order, 'late', controller.signal);
    await turn();
    expect(order).toContain('DEADLINE');
    permits.release(50);
    permits.release(50);
    expect(permits.acquire(100, undefined)).toBeUndefined();
  });
});
