import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { CollectorError } from '../../src/common/errors.js';
import { ANSWER_MS_MAX } from '../../src/http/limits.js';
import { RequestDeadlines } from '../../src/push/request_deadline.js';

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

function begin(deadlines: RequestDeadlines) {
  const response = new FakeResponse();
  return { response, deadline: deadlines.begin(response as unknown as ServerResponse) };
}

describe('request deadlines', () => {
  let deadlines: RequestDeadlines;

  beforeEach(() => {
    jest.useFakeTimers();
    deadlines = new RequestDeadlines(DEADLINE_MS);
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  test('work that takes too long is aborted with DEADLINE', () => {
    const { deadline } = begin(deadlines);
    jest.advanceTimersByTime(DEADLINE_MS - 1);
    expect(deadline.signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(deadline.signal.reason).toMatchObject({ code: 'DEADLINE' });
  });

  test('an answer that its peer does not read in time is cut', () => {
    const { deadline, response } = begin(deadlines);
    deadlines.answer(deadline);
    deadline.endWork();
    jest.advanceTimersByTime(ANSWER_MS_MAX - 1);
    expect(response.destroyed).toBe(false);
    jest.advanceTimersByTime(1);
    expect(response.destroyed).toBe(true);
  });

  test('a connection that closes before the answer has ended aborts the work with CANCELLED', async () => {
    const { deadline, response } = begin(deadlines);
    response.emit('close');
    await deadline.closed;
    expect(deadline.signal.reason).toMatchObject({ code: 'CANCELLED' });
  });

  test('close: past the grace, aborts the work of all requests, and cuts the answers that are being sent', async () => {
    const working = begin(deadlines);
    const answering = begin(deadlines);
    answering.deadline.endWork();
    const closed = deadlines.close(100);
    jest.advanceTimersByTime(99);
    expect(working.deadline.signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(working.deadline.signal.reason).toMatchObject({ code: 'SHUTTING_DOWN' });
    expect([working.response.destroyed, answering.response.destroyed]).toEqual([false, true]);
    for (const { deadline } of [working, answering]) deadlines.end(deadline);
    await closed;
  });

  test('requests that are under way have signals of their own', () => {
    const one = begin(deadlines);
    const two = begin(deadlines);
    expect(one.deadline.signal).not.toBe(two.deadline.signal);
  });

  test('a request gets the signal of one that has ended, unless that was aborted', () => {
    const { deadline } = begin(deadlines);
    deadlines.end(deadline);
    const { deadline: next } = begin(deadlines);
    expect(next.signal).toBe(deadline.signal);
    next.abort(new CollectorError('SHUTTING_DOWN'));
    deadlines.end(next);
    expect(begin(deadlines).deadline.signal.aborted).toBe(false);
  });
});
