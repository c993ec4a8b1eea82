import { constants, inflateSync } from 'node:zlib';
import { bytesOf, decode, type Message, scalar } from './message.js';
import { orRefuse, PlainRefusal } from './bundle.js';
import { METADATA } from './schema.js';
import type { Oddity } from './wire.js';

const MAX_BYTES = 10 * 1024 * 1024;

/** What a message's frames hold. */
export interface Opened {
  readonly metadata: Message;
  /** The serialized bundle, inflated. */
  readonly bundle: Uint8Array;
}

/**
 * Opens the frames of a Pub/Sub message's data, and inflates (protocol section 1).
 *
 * @param options.oddities gets what was noticed in the metadata
 * @param options.lenient reads frames as the reference does (departure 6): the second one may be cut short or followed
 *   by something, and exactly 10 MiB are too much
 * @throws PlainRefusal
 */
export function openMessage(
  message: Uint8Array,
  { oddities = new Set<Oddity>(), lenient = false } = {},
): Opened {
  if (message.length === 0) throw new PlainRefusal('EMPTY_MESSAGE');
  const first = frame(message, false);
  const second = frame(first.rest, lenient);
  if (second.rest.length > 0 && !lenient) throw new PlainRefusal('BAD_FRAME');
  const metadata = orRefuse('BAD_METADATA', () => decode(METADATA, first.content, oddities));
  if (scalar(metadata, 'type') !== 1n) throw new PlainRefusal('UNKNOWN_TYPE');
  const compression = scalar(metadata, 'compression');
  if (compression !== 0n && compression !== 1n) throw new PlainRefusal('UNKNOWN_COMPRESSION');
  const version = Buffer.from(bytesOf(metadata, 'protoVersion')).toString();
  if (version !== '1') throw new PlainRefusal('UNKNOWN_VERSION');
  const bundle = compression === 1n ? inflate(second.content) : second.content;
  if (lenient && bundle.length === MAX_BYTES) throw new PlainRefusal('BUNDLE_TOO_LARGE');
  return { metadata, bundle };
}

/**
 * The frames of a row's value.
 *
 * @throws PlainRefusal BAD_FRAME, FRAME_TOO_LARGE
 */
export function splitFrames(bytes: Uint8Array): Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const next = frame(rest, false);
    frames.push(next.content);
    rest = next.rest;
  }
  return frames;
}

function frame(bytes: Uint8Array, lenient: boolean): { content: Uint8Array; rest: Uint8Array } {
  let size = 0n;
  let head = 0;
  for (let last = false; !last; head++) {
    const byte = bytes[head];
    if (byte === undefined || head === 10) throw new PlainRefusal('BAD_FRAME');
    size += BigInt(byte % 128) << BigInt(7 * head);
    last = byte < 128;
  }
  if (size >= 2n ** 64n) throw new PlainRefusal('BAD_FRAME');
  if (size > BigInt(MAX_BYTES)) throw new PlainRefusal('FRAME_TOO_LARGE');
  const end = head + Number(size);
  if (end > bytes.length && !lenient) throw new PlainRefusal('BAD_FRAME');
  return { content: bytes.subarray(head, end), rest: bytes.subarray(end) };
}

function inflate(bytes: Uint8Array): Uint8Array {
  let inflated: Uint8Array;
  try {
    inflated = inflateSync(bytes, {
      finishFlush: constants.Z_FINISH,
      maxOutputLength: MAX_BYTES + 1,
    });
  } catch (cause) {
    const tooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new PlainRefusal(tooLarge ? 'BUNDLE_TOO_LARGE' : 'BAD_ZLIB', cause);
  }
  if (inflated.length > MAX_BYTES) throw new PlainRefusal('BUNDLE_TOO_LARGE');
  return inflated;
}
