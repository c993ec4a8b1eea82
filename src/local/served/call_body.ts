import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { CollectorError } from '../../common/errors.js';
import { bufferPool } from '../../common/buffer_pool.js';
import { lengthOf, type PushRequest, readBody } from '../../http/body.js';
import type { Reservation } from '../../push/admission.js';
import { FIRST_BODY_BYTES } from '../../push/limits.js';
import { ProtocolError } from './protocol_error.js';

/** Inflates in another thread. */
const inflate = promisify(gunzip);

/** A request that is read. */
export interface CallBody {
  readonly maxBytes: number;
  readonly share: Reservation;
  readonly signal: AbortSignal;
}

/**
 * Reads a request, and inflates it where it is compressed. Its memory is reserved as its bytes come: the first 64 KiB at
 * once, the rest when those are there, and that of the inflated request when all has come.
 *
 * @throws ProtocolError, CollectorError TOO_MUCH_IN_FLIGHT, or the signal's reason
 */
export async function readCall(
  request: PushRequest,
  { maxBytes, share, signal }: CallBody,
): Promise<Buffer> {
  // The framework has read the body, and has inflated it too.
  const isInflated = request.rawBody !== undefined;
  const encoding = request.headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (!isInflated && encoding !== 'identity' && encoding !== 'gzip') {
    const why = `bad Content-Encoding header: ${JSON.stringify(encoding)} is not gzip`;
    throw new ProtocolError('InvalidArgument', why, 415);
  }
  share.begin(firstBytes(request, maxBytes));
  const body = await read(request, { maxBytes, share, signal });
  share.complete();
  if (isInflated || encoding === 'identity') return body;
  share.more(maxBytes);
  const inflated = await inflateBounded(body, maxBytes);
  share.less(maxBytes - inflated.length);
  return inflated;
}

function firstBytes(request: PushRequest, maxBytes: number): number {
  const { rawBody } = request;
  const size = rawBody?.length ?? lengthOf(request.headers) ?? maxBytes;
  if (size > maxBytes) throw tooLarge('reading the request: the request size');
  return rawBody === undefined ? Math.min(size, FIRST_BODY_BYTES) : size;
}

async function read(request: PushRequest, { maxBytes, share, signal }: CallBody): Promise<Buffer> {
  try {
    return await readBody(request, signal, share, bufferPool, maxBytes);
  } catch (thrown) {
    if (!(thrown instanceof CollectorError) || thrown.code !== 'BODY_TOO_LARGE') throw thrown;
    throw tooLarge('reading the request: the request size');
  }
}

async function inflateBounded(body: Buffer, maxBytes: number): Promise<Buffer> {
  try {
    return await inflate(body, { maxOutputLength: maxBytes });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw tooLarge('decompressing the request: the decompressed request size');
    }
    throw new ProtocolError('InvalidArgument', 'decompressing the request: it is not gzip');
  }
}

function tooLarge(what: string): ProtocolError {
  return new ProtocolError('Unavailable', `${what} exceeds the server limit`);
}
