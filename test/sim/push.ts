import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { PushRequest } from '../../src/http/body.js';
import type { Clock, Owner } from './clock.js';

/** A push as the handler sees it: `PushRequest` as far as it is used. The body comes in two pieces, or was read already. */
export class SimulatedRequest extends Readable {
  readonly method = 'POST';
  readonly url = '/';
  readonly headers: Record<string, string>;
  complete = false;
  rawBody: Buffer | undefined;

  constructor(clock: Clock, receiver: Owner, body: Buffer, unwrapped: boolean, raw: boolean) {
    super({ read: () => undefined });
    this.headers = { 'content-length': String(body.length) };
    if (unwrapped) this.headers['x-goog-pubsub-message-id'] = '1';
    if (raw) {
      this.rawBody = body;
      this.complete = true;
      return;
    }
    const half = body.length >> 1;
    const begin = () => {
      this.push(body.subarray(0, half));
    };
    const finish = () => {
      this.push(body.subarray(half));
      this.complete = true;
      this.push(null);
    };
    clock.at(1, begin, receiver);
    clock.at(2, finish, receiver);
  }

  asRequest(): PushRequest {
    return this as unknown as PushRequest;
  }
}

/** A response as the handler sees it: `ServerResponse` as far as it is used. */
export class SimulatedResponse extends EventEmitter {
  statusCode = 0;
  text = '';
  destroyed = false;
  closed = false;
  writableEnded = false;

  constructor(private readonly onEnd: () => void) {
    super();
  }

  setHeader(): this {
    return this;
  }

  writeHead(status: number): this {
    this.statusCode = status;
    return this;
  }

  write(text: string): boolean {
    this.text += text;
    return true;
  }

  end(): this {
    if (this.writableEnded || this.destroyed) return this;
    this.writableEnded = true;
    this.onEnd();
    return this;
  }

  /** The connection ends: after the answer, or because the sender is gone. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.destroyed = true;
    this.emit('close');
  }

  /** The handler cuts the connection; an answer that it has sent before is on its way. */
  destroy(): this {
    this.close();
    return this;
  }

  asResponse(): ServerResponse {
    return this as unknown as ServerResponse;
  }
}
