import { promisify } from 'node:util';
import { inflate as inflateCallback, inflateSync } from 'node:zlib';
import { CollectorError } from '../errors.js';
import { MAX_FRAME_BYTES } from './limits.js';

const inflateAside = promisify(inflateCallback);

/**
 * What the first piece of output has room for, as a multiple of the input. Too little costs a copy of everything. Too
 * much costs garbage collections, which come by the bytes that were asked for, whether they are used or not.
 */
const GUESSED_RATIO = 2.75;
/** The same for noise: Deflate stores it, and says so in its first block. */
const STORED_RATIO = 1.01;
const MIN_CHUNK_BYTES = 16 * 1024;

/**
 * From here on another thread inflates, while the event loop goes on: it costs some 90 µs of CPU a message, which is 2 %
 * of what a body of this size takes, and 70 % more for a small one (docs/decisions/0002-inflate.md).
 */
const ASIDE_FROM_BYTES = 256 * 1024;

/**
 * Inflates one zlib stream to at most 10 MiB; bytes after its end are ignored (protocol section 1). A large one comes as
 * a promise.
 *
 * @throws CollectorError BAD_ZLIB, BUNDLE_TOO_LARGE
 */
export function inflate(bytes: Uint8Array): Buffer | Promise<Buffer> {
  const stored = beginsStored(bytes);
  const ratio = stored ? STORED_RATIO : GUESSED_RATIO;
  const guess = Math.max(MIN_CHUNK_BYTES, Math.ceil(bytes.length * ratio));
  const options = {
    chunkSize: Math.min(guess, MAX_FRAME_BYTES + 1),
    maxOutputLength: MAX_FRAME_BYTES,
  };
  // What was stored is only copied.
  if (!stored && bytes.length >= ASIDE_FROM_BYTES) {
    return inflateAside(bytes, options).catch((cause: unknown) => {
      throw refusal(cause);
    });
  }
  try {
    return inflateSync(bytes, options);
  } catch (cause) {
    throw refusal(cause);
  }
}

function refusal(cause: unknown): CollectorError {
  const tooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
  return tooLarge
    ? new CollectorError('BUNDLE_TOO_LARGE')
    : new CollectorError('BAD_ZLIB', undefined, { cause });
}

/** Whether the first Deflate block is a stored one (RFC 1951 section 3.2.3); it stands behind the two bytes of zlib. */
function beginsStored(bytes: Uint8Array): boolean {
  return bytes.length > 2 && (bytes[2]! & 0b110) === 0;
}
