import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { CollectorError } from '../../common/errors.js';
import { bufferPool } from '../../common/buffer_pool.js';
import { firstBytes, type PushRequest, readBody } from '../../http/body.js';
import type { Reservation } from '../../push/admission.js';
import { ProtocolError } from './protocol_error.js';

/** Inflates in another thread. */
const inflate = promisify(gunzip);

/**
 * Reads a request, and inflates it where it is compressed. Its memory is reserved as its bytes come: the first 64 KiB at
 * once, the rest when those are there, and that of the inflated request when all has come.
 *
 * @throws ProtocolError, CollectorError TOO_MUCH_IN_FLIGHT, or the signal's reason
 */
export async function readCall(
  request: PushRequest,
  maxBytes: number,
  reservation: Reservation,
  signal: AbortSignal,
): Promise<Buffer> {
  // The framework has read the body, and has inflated it too.
  const isInflated = request.rawBody !== undefined;
  const encoding = request.headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (!isInflated && encoding !== 'identity' && encoding !== 'gzip') {
    const why = `bad Content-Encoding header: ${JSON.stringify(encoding)} is not gzip`;
    throw new ProtocolError('InvalidArgument', why, 415);
  }
  let body: Buffer;
  try {
    reservation.begin(firstBytes(request, maxBytes));
    body = await readBody(request, maxBytes, signal, reservation, bufferPool);
  } catch (thrown) {
    if (!(thrown instanceof CollectorError) || thrown.code !== 'BODY_TOO_LARGE') throw thrown;
    throw tooLarge('reading the request: the request size');
  }
  reservation.complete();
  if (isInflated || encoding === 'identity') return body;
  reservation.more(maxBytes);
  const inflated = await inflateBounded(body, maxBytes);
  reservation.less(maxBytes - inflated.length);
  return inflated;
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
