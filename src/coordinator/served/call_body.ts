import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { CollectorError } from '../../errors.js';
import { type PushRequest, readBody } from '../../push/body.js';
import { MAX_BODY_BYTES } from '../../push/limits.js';
import { ProtocolError } from './protocol_error.js';

const inflate = promisify(gunzip);

/** The most bytes of a request, as it comes and inflated: that of a push. A Batch is under 9 MB (protocol section 4). */
export const MAX_REQUEST_BYTES = MAX_BODY_BYTES;

/** The room that a call's body takes while it is worked on, as far as that can be told before it is read. */
export function roomFor({ headers, rawBody }: PushRequest): number {
  if (rawBody !== undefined) return rawBody.length;
  const unknown = headers['transfer-encoding'] ?? headers['content-encoding'];
  if (unknown !== undefined) return MAX_REQUEST_BYTES;
  return Math.min(MAX_REQUEST_BYTES, Number(headers['content-length'] ?? 0));
}

/**
 * Reads a request, and inflates it where it is compressed.
 *
 * @throws ProtocolError, or the signal's reason
 */
export async function readCall(request: PushRequest, signal: AbortSignal): Promise<Buffer> {
  // What has read the body before us has inflated it too.
  const isInflated = request.rawBody !== undefined;
  const encoding = request.headers['content-encoding']?.toLowerCase() ?? 'identity';
  let body: Buffer;
  try {
    body = await readBody(request, signal);
  } catch (thrown) {
    if (!(thrown instanceof CollectorError) || thrown.code !== 'BODY_TOO_LARGE') throw thrown;
    throw tooLarge('reading the request: the request size');
  }
  if (isInflated || encoding === 'identity') return body;
  if (encoding === 'gzip') return inflated(body);
  const why = `bad Content-Encoding header: ${JSON.stringify(encoding)} is not gzip`;
  throw new ProtocolError('InvalidArgument', why, 415);
}

async function inflated(body: Buffer): Promise<Buffer> {
  try {
    return await inflate(body, { maxOutputLength: MAX_REQUEST_BYTES });
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
