import { isUtf8 } from 'node:buffer';
import { CollectorError } from '../common/errors.js';
import { MAX_FIELDS, MAX_GROUP_DEPTH } from './limits.js';

/**
 * The protobuf wire format, read without making an object (protocol section 1).
 *
 * A function takes a position, returns the one after what it read, and leaves what it read in `read`: JavaScript has no
 * second return value, and an object a varint would be the costliest part of the scan.
 */
export const read = {
  /** A length or a tag, or the low 32 bits of a varint, unsigned. */
  low: 0,
  /** The high 32 bits of a varint, unsigned. */
  high: 0,
};

/** Wire types, as in the low three bits of a tag. */
export const VARINT = 0;
export const LEN = 2;

const FIXED64 = 1;
const START_GROUP = 3;
const END_GROUP = 4;
const FIXED32 = 5;

export function malformed(what: string): CollectorError {
  return new CollectorError('BAD_PROTOBUF', `the bundle is not a ButlerLogBundle: ${what}`);
}

export function tooManyFields(): CollectorError {
  return malformed(`a message in it has more than ${MAX_FIELDS} fields`);
}

/** Skips a varint: up to 10 bytes, the tenth at most 1. */
export function skipVarint(bytes: Uint8Array, start: number, end: number): number {
  const last = start + 9;
  for (let pos = start; pos < end && pos <= last; pos++) {
    const byte = bytes[pos]!;
    if (byte < 0x80) {
      if (pos === last && byte > 1) break;
      return pos + 1;
    }
  }
  throw malformed('a varint does not end, or overflows 64 bits');
}

/** Reads a varint into `read.low` and `read.high`. */
export function readVarint(bytes: Uint8Array, start: number, end: number): number {
  if (start < end && bytes[start]! < 0x80) {
    read.low = bytes[start]!;
    read.high = 0;
    return start + 1;
  }
  const next = skipVarint(bytes, start, end);
  let low = 0;
  let high = 0;
  for (let pos = start, shift = 0; pos < next; pos++, shift += 7) {
    const bits = bytes[pos]! & 0x7f;
    if (shift < 32) low |= bits << shift;
    // The fifth byte stands astride: its low four bits end the low half, the others begin the high one.
    if (shift === 28) high = bits >>> 4;
    else if (shift > 28) high |= bits << (shift - 32);
  }
  read.low = low >>> 0;
  read.high = high >>> 0;
  return next;
}

/** Reads a length into `read.low`; what it counts lies before `end`. */
export function readLength(bytes: Uint8Array, start: number, end: number): number {
  // Most take one byte.
  if (start < end && bytes[start]! < 0x80 && start + bytes[start]! < end) {
    read.low = bytes[start]!;
    return start + 1;
  }
  const next = readVarint(bytes, start, end);
  if (read.high !== 0 || read.low > end - next) throw malformed('a field is cut short');
  return next;
}

/** Reads a tag into `read.low`; its field number is 1 to 2^29-1, which is what 32 bits leave room for. */
export function readTag(bytes: Uint8Array, start: number, end: number): number {
  // Most take one byte.
  if (start < end && bytes[start]! < 0x80 && bytes[start]! >= 8) {
    read.low = bytes[start]!;
    return start + 1;
  }
  const next = readVarint(bytes, start, end);
  if (read.high !== 0 || read.low < 8) throw malformed('a field number is wrong');
  return next;
}

/** Skips the value of a field that has this tag. */
export function skipField(bytes: Uint8Array, pos: number, end: number, tag: number): number {
  switch (tag & 7) {
    case VARINT:
      return skipVarint(bytes, pos, end);
    case FIXED64:
      return skipFixed(pos, 8, end);
    case LEN: {
      const next = readLength(bytes, pos, end);
      return next + read.low;
    }
    case START_GROUP:
      return skipGroup(bytes, pos, end, tag);
    case FIXED32:
      return skipFixed(pos, 4, end);
    default:
      throw malformed('a wire type is wrong, or a group ends that did not begin');
  }
}

/** Skips every field of a message that has no string and no message in it that we know. */
export function skipFields(bytes: Uint8Array, start: number, end: number): void {
  let pos = start;
  for (let fields = 0; pos < end; fields++) {
    if (fields === MAX_FIELDS) throw tooManyFields();
    pos = readTag(bytes, pos, end);
    pos = skipField(bytes, pos, end, read.low);
  }
}

/** Checks that a `string` field is UTF-8. */
export function checkUtf8(bytes: Uint8Array, start: number, end: number): void {
  for (let pos = start; pos < end; pos++) {
    if (bytes[pos]! >= 0x80) {
      if (isUtf8(bytes.subarray(pos, end))) return;
      throw malformed('a string is not UTF-8');
    }
  }
}

function skipFixed(pos: number, size: number, end: number): number {
  if (end - pos < size) throw malformed('a field is cut short');
  return pos + size;
}

/** Skips a group and those in it, with a stack of its own: the input chooses the depth. */
function skipGroup(bytes: Uint8Array, start: number, end: number, tag: number): number {
  const open = [tag >>> 3];
  let pos = start;
  for (let fields = 0; open.length > 0; fields++) {
    if (fields === MAX_FIELDS) throw tooManyFields();
    pos = readTag(bytes, pos, end);
    const field = read.low >>> 3;
    switch (read.low & 7) {
      case START_GROUP:
        if (open.length === MAX_GROUP_DEPTH) throw malformed('groups nest too deep');
        open.push(field);
        break;
      case END_GROUP:
        if (open.pop() !== field) throw malformed('a group ends that did not begin');
        break;
      default:
        pos = skipField(bytes, pos, end, read.low);
    }
  }
  return pos;
}
