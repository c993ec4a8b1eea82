import type { IncomingMessage } from 'node:http';
import { abortReason } from '../abort.js';
import { CollectorError } from '../errors.js';
import { MAX_BODY_BYTES } from './limits.js';

/** A request of Node's own server, or of the functions framework, which may have read the body already. */
export type PushRequest = IncomingMessage & { rawBody?: Buffer | undefined; body?: unknown };

/**
 * How many bytes the body has, as far as that can be told before it is read: without a length, the most it may have.
 *
 * @throws CollectorError BODY_TOO_LARGE, UNSUPPORTED_ENCODING
 */
export function bodySize(request: PushRequest): number {
  const size = request.rawBody?.length ?? declaredSize(request);
  if (size > MAX_BODY_BYTES) throw tooLarge();
  return size;
}

function declaredSize({ headers }: PushRequest): number {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') throw new CollectorError('UNSUPPORTED_ENCODING');
  if (headers['transfer-encoding'] !== undefined) return MAX_BODY_BYTES;
  // Without either header there is no body; Node has seen to it that the length is a number.
  return Number(headers['content-length'] ?? 0);
}

/**
 * Reads the body; the request lets go of it, so that it need not outlive its parsing.
 *
 * @throws CollectorError BODY_TOO_LARGE, CANCELLED, or the signal's reason
 */
export async function readBody(request: PushRequest, signal: AbortSignal): Promise<Buffer> {
  const { rawBody } = request;
  if (rawBody === undefined) return readStream(request, signal);
  request.rawBody = undefined;
  request.body = undefined;
  return rawBody;
}

function readStream(request: IncomingMessage, signal: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const fail = (error: CollectorError) => {
      request.off('data', onData);
      chunks.length = 0;
      reject(error);
    };
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) fail(tooLarge());
      else chunks.push(chunk);
    };
    const onAbort = () => {
      fail(abortReason(signal));
    };
    request.on('data', onData);
    request.on('end', () => {
      resolve(Buffer.concat(chunks, size));
    });
    request.on('error', (cause) => {
      fail(new CollectorError('CANCELLED', 'the connection broke off', { cause }));
    });
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}

/**
 * Passes over what nobody has read of the body. Node closes a connection once the answer has ended, and a sender that is
 * still writing would then see a broken connection instead of the answer.
 */
export async function passOverRest(request: IncomingMessage, signal: AbortSignal): Promise<void> {
  if (request.complete || request.destroyed || signal.aborted) return;
  await new Promise<unknown>((resolve) => {
    request.once('close', resolve).once('end', resolve).resume();
    signal.addEventListener('abort', resolve, { once: true });
  });
}

function tooLarge(): CollectorError {
  const why = `the body is larger than any Pub/Sub push: more than ${MAX_BODY_BYTES} bytes`;
  return new CollectorError('BODY_TOO_LARGE', why);
}
