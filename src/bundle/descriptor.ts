import {
  MAX_DESCRIPTOR_BYTES,
  MAX_FIELDS,
  MAX_TAG_KEY_BYTES,
  MAX_TAG_VALUE_BYTES,
} from './limits.js';
import { isStreamName } from './stream_name.js';
import {
  checkUtf8,
  LEN,
  read,
  readLength,
  readTag,
  readVarint,
  skipField,
  skipFields,
  tooManyFields,
} from './wire.js';

/** A LogStreamDescriptor: positions in the bytes that hold it. */
export interface Descriptor {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  /** How many fields it has; where they are too many, one more than are looked at. */
  fields: number;
  /** What bound it is past, in words. */
  past: string | undefined;
  prefixStart: number;
  prefixEnd: number;
  nameStart: number;
  nameEnd: number;
  /** 0 text, 1 binary, 2 datagram; anything else is wrong. */
  streamType: number;
  contentTypeBytes: number;
  hasTimestamp: boolean;
  /** Where each tag's key and value begin and end: four numbers a tag. */
  tags: number[] | undefined;
}

/** Tags of the fields: field number and wire type. */
const PREFIX = 0x0a;
const NAME = 0x12;
const STREAM_TYPE = 0x18;
const CONTENT_TYPE = 0x22;
const TIMESTAMP = 0x2a;
const TAGS = 0x32;
const BINARY_FILE_EXT = 0x3a;
const KEY = 0x0a;
const VALUE = 0x12;

/**
 * Reads a serialized LogStreamDescriptor; the last of a repeated field wins. Where it has more than MAX_FIELDS, the first of
 * them are read.
 *
 * @throws CollectorError BAD_PROTOBUF
 */
export function scanDescriptor(bytes: Buffer, start: number, end: number): Descriptor {
  const found: Descriptor = {
    bytes,
    start,
    end,
    fields: 0,
    past: undefined,
    prefixStart: 0,
    prefixEnd: 0,
    nameStart: 0,
    nameEnd: 0,
    streamType: 0,
    contentTypeBytes: 0,
    hasTimestamp: false,
    tags: undefined,
  };
  let pos = start;
  while (pos < end && found.fields++ < MAX_FIELDS) {
    pos = readTag(bytes, pos, end);
    const tag = read.low;
    if (tag === STREAM_TYPE) {
      pos = readVarint(bytes, pos, end);
      found.streamType = read.low | 0;
    } else if ((tag & 7) === LEN) {
      const from = readLength(bytes, pos, end);
      pos = from + read.low;
      take(found, tag, from, pos);
    } else {
      pos = skipField(bytes, pos, end, tag);
    }
  }
  found.past = pastBounds(end - start, found.fields);
  return found;
}

/** What bound a descriptor is past, in words; undefined where it is past none. */
export function pastBounds(bytes: number, fields: number): string | undefined {
  if (bytes > MAX_DESCRIPTOR_BYTES) return `it is longer than ${MAX_DESCRIPTOR_BYTES} bytes`;
  return fields > MAX_FIELDS ? `it has more than ${MAX_FIELDS} fields` : undefined;
}

/** What is wrong with a descriptor, apart from its prefix; undefined where nothing is (protocol section 2). */
export function refuseDescriptor(descriptor: Descriptor): string | undefined {
  const { bytes, nameStart, nameEnd, streamType, contentTypeBytes, hasTimestamp, tags } =
    descriptor;
  if (descriptor.past !== undefined) return descriptor.past;
  if (!isStreamName(bytes, nameStart, nameEnd)) {
    return 'the name is not a stream name';
  }
  if (streamType < 0 || streamType > 2) return 'the stream type is unknown';
  if (contentTypeBytes === 0) return 'there is no content type';
  if (!hasTimestamp) return 'there is no timestamp';
  return tags === undefined ? undefined : refuseTags(bytes, tags);
}

/** The descriptor's bytes as they came. */
export function serialized({ bytes, start, end }: Descriptor): Buffer {
  return bytes.subarray(start, end);
}

/** Takes a field that has a length, known or not. */
function take(found: Descriptor, tag: number, from: number, to: number): void {
  switch (tag) {
    case NAME:
      found.nameStart = from;
      found.nameEnd = to;
      checkUtf8(found.bytes, from, to);
      break;
    case PREFIX:
      found.prefixStart = from;
      found.prefixEnd = to;
      checkUtf8(found.bytes, from, to);
      break;
    case CONTENT_TYPE:
      found.contentTypeBytes = to - from;
      checkUtf8(found.bytes, from, to);
      break;
    case BINARY_FILE_EXT:
      checkUtf8(found.bytes, from, to);
      break;
    case TIMESTAMP:
      skipFields(found.bytes, from, to);
      found.hasTimestamp = true;
      break;
    case TAGS:
      scanTag(found.bytes, from, to, (found.tags ??= []));
  }
}

/** Reads an entry of the map, and adds where its key and value lie. */
function scanTag(bytes: Uint8Array, start: number, end: number, tags: number[]): void {
  const at = tags.length;
  tags.push(0, 0, 0, 0);
  let pos = start;
  for (let fields = 0; pos < end; fields++) {
    if (fields === MAX_FIELDS) throw tooManyFields();
    pos = readTag(bytes, pos, end);
    const tag = read.low;
    if (tag !== KEY && tag !== VALUE) {
      pos = skipField(bytes, pos, end, tag);
      continue;
    }
    const from = readLength(bytes, pos, end);
    pos = from + read.low;
    checkUtf8(bytes, from, pos);
    const part = tag === KEY ? at : at + 2;
    tags[part] = from;
    tags[part + 1] = pos;
  }
}

function refuseTags(bytes: Buffer, tags: number[]): string | undefined {
  let tooLong = false;
  for (let i = 0; i < tags.length; i += 4) {
    if (!isStreamName(bytes, tags[i]!, tags[i + 1]!, MAX_TAG_KEY_BYTES)) {
      return 'the key of a tag is not a stream name of at most 64 bytes';
    }
    tooLong ||= tags[i + 3]! - tags[i + 2]! > MAX_TAG_VALUE_BYTES;
  }
  if (!tooLong) return undefined;
  // In a map the last value of a key counts, so a long one may have been replaced.
  const lengths = new Map<string, number>();
  for (let i = 0; i < tags.length; i += 4) {
    lengths.set(bytes.toString('latin1', tags[i], tags[i + 1]), tags[i + 3]! - tags[i + 2]!);
  }
  for (const length of lengths.values()) {
    if (length > MAX_TAG_VALUE_BYTES) {
      return 'the value of a tag is longer than 4096 bytes';
    }
  }
  return undefined;
}
