import { deflateSync } from 'node:zlib';
import { SECRET } from '../../src/testing/message.js';
import { recordsOf } from '../../src/testing/records.js';
import { delimited, varint } from '../plain/encode.js';

/** The largest bundle. */
export const MAX_BUNDLE_BYTES = 10 * 1024 * 1024;

/** ButlerMetadata: a ButlerLogBundle of version 1, and how it is compressed. */
const METADATA = {
  zlib: Buffer.from('080110011a0131', 'hex'),
  none: Buffer.from('08011a0131', 'hex'),
};

/** A field of bytes: a string, or a message. */
export function field(number: number, content: Uint8Array | string): Buffer {
  return Buffer.concat([varint(BigInt(number * 8 + 2)), delimited(Buffer.from(content))]);
}

/** A field of a number. */
export function scalar(number: number, value: number): Buffer {
  return Buffer.concat([varint(BigInt(number * 8)), varint(BigInt(value))]);
}

export function join(...parts: readonly Uint8Array[]): Buffer {
  return Buffer.concat(parts);
}

/** Bytes over and over again. */
export function repeated(bytes: Uint8Array | string, times: number): Buffer {
  const one = typeof bytes === 'string' ? Buffer.from(bytes, 'hex') : bytes;
  return Buffer.alloc(one.length * Math.floor(times), one);
}

/** Bytes over and over again, up to a size. */
export function filled(bytes: Uint8Array | string, size: number): Buffer {
  const one = typeof bytes === 'string' ? Buffer.from(bytes, 'hex') : bytes;
  return repeated(one, size / one.length);
}

/** What `make` gives for each number, one after another. */
export function numbered(count: number, make: (number: number) => Uint8Array): Buffer {
  return Buffer.concat(Array.from({ length: count }, (_, number) => make(number)));
}

/** A valid LogStreamDescriptor without a prefix. */
export function descriptor(name: string, type = 0, more: Uint8Array = Buffer.alloc(0)): Buffer {
  const own = [field(2, name), scalar(3, type), field(4, 'text/plain'), field(5, scalar(1, 1))];
  return join(...own, more);
}

/** An entry with a descriptor, and whatever follows. */
export function entry(desc: Uint8Array, ...rest: readonly Uint8Array[]): Buffer {
  return field(3, join(field(1, desc), ...rest));
}

/** A tag that 1 MiB of fills a descriptor with nearly as many fields as it may have. */
export function largeTag(key = 'k'): Buffer {
  return field(6, join(field(1, key), field(2, 'v'.repeat(110))));
}

/** A log of one line, with index 0. */
export const LOG = field(5, field(10, field(1, field(1, 'x'))));

/** An empty datagram, which is a valid log. */
export function datagram(index: number): Buffer {
  return field(5, join(scalar(3, index), field(12, '')));
}

let bundles = 0;

/** A bundle's header around its entries; the prefix is new each time, and so are the streams. */
export function bundle(entries: Uint8Array, prefix = 'stalls/'): Buffer {
  return bundleUnder(`${prefix}${++bundles}`, entries);
}

/** A bundle of a given prefix. */
export function bundleUnder(prefix: string, entries: Uint8Array): Buffer {
  return join(entries, field(4, 'stalls'), field(5, prefix), field(6, SECRET));
}

/** What a bundle of the largest size can have beside its header, or an entry beside a small descriptor. */
export const MOST_BYTES = MAX_BUNDLE_BYTES - 512;

/** A message whose bundle is compressed. */
export function zipped(content: Uint8Array): Buffer {
  return recordsOf([METADATA.zlib, deflateSync(content, { level: 1 })]);
}

/** A message whose second frame is this, said to be compressed. */
export function asZlib(second: Uint8Array): Buffer {
  return recordsOf([METADATA.zlib, second]);
}

/** A message whose bundle is not compressed. */
export function plain(content: Uint8Array): Buffer {
  return recordsOf([METADATA.none, content]);
}
