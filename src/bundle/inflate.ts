import { promisify } from 'node:util';
import { inflate as inflateCallback, inflateSync } from 'node:zlib';
import { CollectorError } from '../common/errors.js';
import { MAX_FRAME_BYTES } from './limits.js';

const inflateAside = promisify(inflateCallback);

/**
 * What the first piece of output has room for, as a multiple of the input that is not stored. Too little costs a copy of
 * everything. Too much costs garbage collections, which come by the bytes that were asked for, whether they are used or not.
 */
const GUESSED_RATIO = 2.75;
/** The same of what is stored: the end of the stream, which is small, may unpack to more than is guessed. */
const STORED_RATIO = 1.01;
const MIN_CHUNK_BYTES = 4 * 1024;

/**
 * From this many compressed bytes on another thread inflates, while the event loop goes on: it costs some 90 µs of CPU a
 * message, which is 2 % of what a body of this size takes, and 70 % more for a small one (docs/decisions/0002-inflate.md).
 */
const ASIDE_FROM_BYTES = 256 * 1024;

/** The most stored blocks that are looked at: 10 MiB of noise are 160. */
const MAX_STORED_BLOCKS = 1024;

/** The bytes of zlib before the first block, and of a stored block before its content (RFC 1950, RFC 1951). */
const ZLIB_HEAD = 2;
const STORED_HEAD = 5;

/**
 * Inflates one zlib stream to at most 10 MiB; bytes after its end are ignored (protocol section 1). A large one comes as
 * a promise.
 *
 * @throws CollectorError BAD_ZLIB, BUNDLE_TOO_LARGE
 */
export function inflate(bytes: Uint8Array): Buffer | Promise<Buffer> {
  // What is stored is only copied: noise, or what was compressed before.
  const stored = storedBytes(bytes);
  const compressed = bytes.length - stored;
  const guess = Math.max(
    MIN_CHUNK_BYTES,
    Math.ceil(stored * STORED_RATIO + compressed * GUESSED_RATIO),
  );
  const options = {
    chunkSize: Math.min(guess, MAX_FRAME_BYTES + 1),
    maxOutputLength: MAX_FRAME_BYTES,
  };
  if (compressed >= ASIDE_FROM_BYTES) {
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

/** How many bytes the stored blocks at the beginning take (RFC 1951 section 3.2.4): each begins with a byte of its own. */
function storedBytes(bytes: Uint8Array): number {
  let at = ZLIB_HEAD;
  for (let blocks = 0; blocks < MAX_STORED_BLOCKS; blocks++) {
    const next = at + STORED_HEAD;
    if (next > bytes.length || (bytes[at]! & 0b110) !== 0) return at;
    const isLast = (bytes[at]! & 1) === 1;
    at = next + (bytes[at + 1]! | (bytes[at + 2]! << 8));
    // What follows the last block is skipped.
    if (isLast || at >= bytes.length) return bytes.length;
  }
  return at;
}
