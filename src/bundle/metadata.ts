import { CollectorError } from '../common/errors.js';
import { MAX_METADATA_BYTES } from './limits.js';
import { checkUtf8, read, readLength, readTag, readVarint, skipField } from './wire.js';

/** The protocol version that this Collector, and every known Butler, speaks. */
export const PROTO_VERSION = '1';

/** Values of the enums, and tags of the fields (protocol section 1). */
const BUTLER_LOG_BUNDLE = 1;
const NONE = 0;
const ZLIB = 1;
const TYPE = 0x08;
const COMPRESSION = 0x10;
const VERSION = 0x1a;

export interface Metadata {
  readonly zlib: boolean;
  readonly protoVersion: string;
}

/**
 * Reads the content of the first frame, a ButlerMetadata.
 *
 * @throws CollectorError BAD_METADATA, UNKNOWN_TYPE, UNKNOWN_COMPRESSION, UNKNOWN_VERSION
 */
export function readMetadata(bytes: Uint8Array, start: number, end: number): Metadata {
  if (end - start > MAX_METADATA_BYTES) {
    const why = `the first frame is longer than any ButlerMetadata: more than ${MAX_METADATA_BYTES} bytes`;
    throw new CollectorError('BAD_METADATA', why);
  }
  const { type, compression, protoVersion } = decode(bytes, start, end);
  if (type !== BUTLER_LOG_BUNDLE) throw new CollectorError('UNKNOWN_TYPE');
  if (compression !== NONE && compression !== ZLIB) throw new CollectorError('UNKNOWN_COMPRESSION');
  if (protoVersion !== PROTO_VERSION) throw new CollectorError('UNKNOWN_VERSION');
  return { zlib: compression === ZLIB, protoVersion };
}

function decode(
  bytes: Uint8Array,
  start: number,
  end: number,
): { type: number; compression: number; protoVersion: string } {
  const found = { type: 0, compression: NONE, protoVersion: '' };
  let pos = start;
  try {
    while (pos < end) {
      pos = readTag(bytes, pos, end);
      const tag = read.low;
      if (tag === TYPE || tag === COMPRESSION) {
        pos = readVarint(bytes, pos, end);
        found[tag === TYPE ? 'type' : 'compression'] = read.low | 0;
      } else if (tag === VERSION) {
        const from = readLength(bytes, pos, end);
        pos = from + read.low;
        checkUtf8(bytes, from, pos);
        found.protoVersion = Buffer.from(bytes.subarray(from, pos)).toString();
      } else {
        pos = skipField(bytes, pos, end, tag);
      }
    }
  } catch (cause) {
    throw new CollectorError('BAD_METADATA', undefined, { cause });
  }
  return found;
}
