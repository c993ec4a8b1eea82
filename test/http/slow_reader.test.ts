import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { PushRequest } from '../../src/http/body.js';
import { PushHandler } from '../../src/push/handler.js';
import { ANSWER_MS_MAX } from '../../src/http/limits.js';

/** A response whose sender takes nothing of it: it never closes by itself. */
class UntakenResponse extends EventEmitter {
  closed = false;
  destroyed = false;
  writableEnded = false;
  readonly ended = new Promise<void>((resolve) => this.once('answered', resolve));

  writeHead(): this {
    return this;
  }

  write(): boolean {
    return false;
  }

  end(): this {
    this.writableEnded = true;
    this.emit('answered');
    return this;
  }

  destroy(): this {
    this.destroyed = true;
    this.closed = true;
    this.emit('close');
    return this;
  }
}

function pushOf(text: string): PushRequest {
  const body = Buffer.from(text);
  const headers = { 'content-length': String(body.length) };
  const request = Object.assign(Readable.from([body]), { method: 'POST', headers, complete: true });
  return request as unknown as PushRequest;
}

afterEach(() => {
  jest.useRealTimers();
});

test('an answer that its peer does not read in time is closed, and its push is no longer under way', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  const handler = new PushHandler({
    collector: { process: () => Promise.resolve({ outcome: 'done', entries: [] }) },
    log: { write: () => undefined, writes: () => false },
    messageDeadlineMs: 60_000,
    maxInFlightBytes: 1_000_000,
  });
  const response = new UntakenResponse();
  const handled = handler.handle(
    pushOf('{"message":{"data":"AA=="}}'),
    response as unknown as ServerResponse,
  );
  await response.ended;
  // Whatever is to be done with the answer is begun.
  await new Promise(setImmediate);
  jest.advanceTimersByTime(ANSWER_MS_MAX - 1);
  expect(response.destroyed).toBe(false);
  jest.advanceTimersByTime(1);
  expect(response.destroyed).toBe(true);
  await handled;
  await handler.close(0);
});
