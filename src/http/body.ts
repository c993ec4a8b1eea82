import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { abortReason, onAbort } from '../common/abort.js';
import { asCollectorError, CollectorError } from '../common/errors.js';
import { bufferPool, type Buffers, freeWhole } from '../common/buffer_pool.js';
import { FIRST_BODY_BYTES, MAX_DRAINED_BYTES } from './limits.js';

/** A request of Node's own server, or of the functions framework, which may have read the body already. */
export type PushRequest = IncomingMessage & {
  rawBody?: Buffer | undefined;
  body?: unknown;
  /** Asks for the body, where its sender waits for that: `Expect: 100-continue`. */
  askForBody?: (() => void) | undefined;
};

/** Where the bytes of a body are counted while it is read. */
export interface BodyMemory {
  /** @throws CollectorError TOO_MUCH_IN_FLIGHT if too few bytes are free */
  more(bytes: number): void;
  /** So many bytes have come. */
  came(bytes: number): void;
}

/** For a body whose memory is reserved already. */
const RESERVED: BodyMemory = { more: () => undefined, came: () => undefined };

/**
 * Returns for how many bytes of the body memory is reserved before it is read; the rest is reserved when those have come.
 *
 * @param maxBytes the largest body
 * @throws CollectorError BODY_TOO_LARGE
 */
export function firstBytes({ rawBody, headers }: PushRequest, maxBytes: number): number {
  const size = rawBody?.length ?? lengthOf(headers) ?? maxBytes;
  if (size > maxBytes) throw tooLarge(maxBytes);
  return rawBody === undefined ? Math.min(size, FIRST_BODY_BYTES) : size;
}

/** The length of a body that is still to come, in bytes; undefined where it comes in chunks. */
export function lengthOf(headers: IncomingHttpHeaders): number | undefined {
  if (headers['transfer-encoding'] !== undefined) return undefined;
  // Without either header there is no body; Node has seen to it that the length is a number.
  return Number(headers['content-length'] ?? 0);
}

/**
 * Reads the body; the request lets go of it, so that it need not outlive its parsing.
 *
 * @param maxBytes the largest body
 * @param memory reserves what goes beyond `firstBytes`
 * @param buffers what the body is acquired from, unless it has been read already; it may be released
 * @throws CollectorError BODY_TOO_LARGE, TOO_MUCH_IN_FLIGHT, CANCELLED, or the signal's reason
 */
export function readBody(
  request: PushRequest,
  maxBytes: number,
  signal: AbortSignal,
  memory: BodyMemory = RESERVED,
  buffers: Buffers = bufferPool,
): Promise<Buffer> {
  const { rawBody } = request;
  if (rawBody !== undefined) {
    request.rawBody = undefined;
    request.body = undefined;
    return Promise.resolve(rawBody);
  }
  request.askForBody?.();
  request.askForBody = undefined;
  return new Promise((resolve, reject) => {
    const gathered = new Gathered(lengthOf(request.headers), memory, buffers, maxBytes);
    const fail = (error: CollectorError) => {
      stop();
      request.off('data', onData);
      reject(error);
    };
    const onData = (chunk: Buffer) => {
      try {
        gathered.add(chunk);
      } catch (thrown) {
        fail(asCollectorError(thrown));
      }
    };
    if (signal.aborted) {
      reject(abortReason(signal));
      return;
    }
    const stop = onAbort(signal, () => fail(abortReason(signal)));
    request.on('data', onData);
    request.on('end', () => {
      stop();
      resolve(gathered.bytes);
    });
    request.on('error', (cause) => {
      fail(new CollectorError('CANCELLED', 'the connection broke off', { cause }));
    });
  });
}

/** A body in one piece, of its whole size as soon as more than the first bytes have come. */
class Gathered {
  private buffer: Buffer;
  private size = 0;

  /** @param length undefined if it is not announced: then the buffer doubles */
  constructor(
    private readonly length: number | undefined,
    private readonly memory: BodyMemory,
    private readonly buffers: Buffers,
    private readonly maxBytes: number,
  ) {
    this.buffer = buffers.acquire(Math.min(length ?? FIRST_BODY_BYTES, FIRST_BODY_BYTES));
  }

  get bytes(): Buffer {
    return this.buffer.subarray(0, this.size);
  }

  /** @throws CollectorError BODY_TOO_LARGE, TOO_MUCH_IN_FLIGHT */
  add(chunk: Buffer): void {
    const size = this.size + chunk.length;
    if (size > this.buffer.length) this.grow(size);
    chunk.copy(this.buffer, this.size);
    this.size = size;
    this.memory.came(chunk.length);
    // Nothing else reads the request.
    freeWhole(chunk);
  }

  private grow(size: number): void {
    const capacity = Math.min(this.length ?? 2 * size, this.maxBytes);
    if (size > capacity) throw tooLarge(this.maxBytes);
    this.memory.more(capacity - this.buffer.length);
    const larger = this.buffers.acquire(capacity);
    this.bytes.copy(larger);
    this.buffers.release(this.buffer);
    this.buffer = larger;
  }
}

/**
 * Drains what has not been read of the body: a sender that is still writing would see a broken connection instead of
 * the answer. Where that is too much, takes too long, or would have to be asked for, the connection is cut after the
 * answer.
 */
export async function drainBody(
  request: PushRequest,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  if (request.complete || (await comesToItsEnd(request, signal))) return;
  response.once('finish', () => request.destroy());
}

function comesToItsEnd(request: PushRequest, signal: AbortSignal): Promise<boolean> {
  const none = request.destroyed || signal.aborted || request.askForBody !== undefined;
  const length = lengthOf(request.headers) ?? 0;
  if (none || length > MAX_DRAINED_BYTES) return Promise.resolve(false);
  return new Promise((resolve) => {
    let bytes = 0;
    const end = () => {
      stop();
      request.off('data', onData);
      resolve(request.complete);
    };
    const onData = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MAX_DRAINED_BYTES) return;
      request.pause();
      end();
    };
    request.on('data', onData).once('close', end).once('end', end).resume();
    const stop = onAbort(signal, end);
  });
}

function tooLarge(maxBytes: number): CollectorError {
  return new CollectorError('BODY_TOO_LARGE', `the body has more than ${maxBytes} bytes`);
}
