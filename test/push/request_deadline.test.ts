import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { CollectorError } from '../../src/common/errors.js';
import { ANSWER_MS_MAX } from '../../src/push/limits.js';
import { Watches } from '../../src/push/request_deadline.js';

const DEADLINE_MS = 60_000;

class FakeResponse extends EventEmitter {
  writableEnded = false;
  destroyed = false;

  end(): void {
    this.writableEnded = true;
  }

  destroy(): void {
    this.destroyed = true;
  }
}

function begin(watches: Watches) {
  const response = new FakeResponse();
  return { response, watch: watches.begin(response as unknown as ServerResponse) };
}

describe('watches', () => {
  let watches: Watches;

  beforeEach(() => {
    jest.useFakeTimers();
    watches = new Watches(DEADLINE_MS);
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  test('work that takes too long is ended, with DEADLINE', () => {
    const { watch } = begin(watches);
    jest.advanceTimersByTime(DEADLINE_MS - 1);
    expect(watch.signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(watch.signal.reason).toMatchObject({ code: 'DEADLINE' });
  });

  test('an answer that is not taken in time is cut', () => {
    const { watch, response } = begin(watches);
    watches.answer(watch);
    watch.endAnswer();
    jest.advanceTimersByTime(ANSWER_MS_MAX - 1);
    expect(response.destroyed).toBe(false);
    jest.advanceTimersByTime(1);
    expect(response.destroyed).toBe(true);
  });

  test('a connection that closes before the answer has ended ends the work, with CANCELLED', async () => {
    const { watch, response } = begin(watches);
    response.emit('close');
    await watch.closed;
    expect(watch.signal.reason).toMatchObject({ code: 'CANCELLED' });
  });

  test('abortAll: ends the work of all, and cuts the answers that are under way', () => {
    const working = begin(watches);
    const answering = begin(watches);
    answering.watch.endAnswer();
    watches.abortAll(new CollectorError('SHUTTING_DOWN'));
    expect(working.watch.signal.reason).toMatchObject({ code: 'SHUTTING_DOWN' });
    expect([working.response.destroyed, answering.response.destroyed]).toEqual([false, true]);
  });

  test('requests that are under way have signals of their own', () => {
    const one = begin(watches);
    const two = begin(watches);
    expect(one.watch.signal).not.toBe(two.watch.signal);
  });

  test('a request gets the signal of one that has ended, unless that was aborted', () => {
    const { watch } = begin(watches);
    watches.end(watch);
    const { watch: next } = begin(watches);
    expect(next.signal).toBe(watch.signal);
    next.abort(new CollectorError('SHUTTING_DOWN'));
    watches.end(next);
    expect(begin(watches).watch.signal.aborted).toBe(false);
  });
});
