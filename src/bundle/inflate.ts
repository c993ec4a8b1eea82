import { inflateSync } from 'node:zlib';
import { CollectorError } from '../errors.js';
import { MAX_FRAME_BYTES } from './limits.js';

/**
 * What the first piece of output has room for, as a multiple of the input: logs shrink to a half or a quarter. Room that
 * stays empty costs nothing, for its memory is never touched; a second piece costs a copy of everything.
 */
const GUESSED_RATIO = 4;
const MIN_CHUNK_BYTES = 16 * 1024;

/**
 * Inflates one zlib stream to at most 10 MiB; bytes after its end are ignored (protocol section 1).
 *
 * @throws CollectorError BAD_ZLIB, BUNDLE_TOO_LARGE
 */
export function inflate(bytes: Uint8Array): Buffer {
  const guess = Math.max(MIN_CHUNK_BYTES, bytes.length * GUESSED_RATIO);
  try {
    return inflateSync(bytes, {
      chunkSize: Math.min(guess, MAX_FRAME_BYTES + 1),
      maxOutputLength: MAX_FRAME_BYTES,
    });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new CollectorError('BUNDLE_TOO_LARGE');
    }
    throw new CollectorError('BAD_ZLIB', undefined, { cause });
  }
}
