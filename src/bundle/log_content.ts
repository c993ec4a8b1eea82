import { MAX_FIELDS } from './limits.js';
import {
  checkUtf8,
  read,
  readLength,
  readTag,
  skipField,
  skipFields,
  tooManyFields,
} from './wire.js';

/** Tags of the fields of a log's content: field number and wire type (protocol section 1). */
const TEXT_LINES = 0x0a;
const LINE_VALUE = 0x0a;
const LINE_DELIMITER = 0x12;
const BINARY_DATA = 0x12;
const DATAGRAM_PARTIAL = 0x12;

/** What `scanText` leaves beside the position that it returns, as `read` in wire.ts. */
export const text = {
  hasLines: false,
};

/**
 * Checks a Text up to the first end of a line that is not before `stop`, and returns where that is; leaves in `text` whether
 * it has met a line.
 *
 * @throws CollectorError BAD_PROTOBUF
 */
export function scanText(bytes: Uint8Array, start: number, end: number, stop: number): number {
  const last = Math.min(end, stop);
  let pos = start;
  let lines = false;
  while (pos < last) {
    pos = readTag(bytes, pos, end);
    const tag = read.low;
    if (tag === TEXT_LINES) {
      const from = readLength(bytes, pos, end);
      pos = from + read.low;
      scanLine(bytes, from, pos);
      lines = true;
    } else {
      pos = skipField(bytes, pos, end, tag);
    }
  }
  text.hasLines = lines;
  return pos;
}

function scanLine(bytes: Uint8Array, start: number, end: number): void {
  let pos = start;
  for (let fields = 0; pos < end; fields++) {
    if (fields === MAX_FIELDS) throw tooManyFields();
    pos = readTag(bytes, pos, end);
    const tag = read.low;
    if (tag === LINE_VALUE || tag === LINE_DELIMITER) {
      const from = readLength(bytes, pos, end);
      pos = from + read.low;
      if (tag === LINE_DELIMITER) checkUtf8(bytes, from, pos);
    } else {
      pos = skipField(bytes, pos, end, tag);
    }
  }
}

/**
 * Checks a Binary; returns whether it has data. The last data count.
 *
 * @param before whether it had some already
 * @throws CollectorError BAD_PROTOBUF
 */
export function scanBinary(
  bytes: Uint8Array,
  start: number,
  end: number,
  before: boolean,
): boolean {
  let pos = start;
  let filled = before;
  for (let fields = 0; pos < end; fields++) {
    if (fields === MAX_FIELDS) throw tooManyFields();
    pos = readTag(bytes, pos, end);
    const tag = read.low;
    if (tag === BINARY_DATA) {
      const from = readLength(bytes, pos, end);
      pos = from + read.low;
      filled = read.low > 0;
    } else {
      pos = skipField(bytes, pos, end, tag);
    }
  }
  return filled;
}

/**
 * Checks a Datagram.
 *
 * @throws CollectorError BAD_PROTOBUF
 */
export function scanDatagram(bytes: Uint8Array, start: number, end: number): void {
  let pos = start;
  for (let fields = 0; pos < end; fields++) {
    if (fields === MAX_FIELDS) throw tooManyFields();
    pos = readTag(bytes, pos, end);
    const tag = read.low;
    if (tag === DATAGRAM_PARTIAL) {
      const from = readLength(bytes, pos, end);
      pos = from + read.low;
      skipFields(bytes, from, pos);
    } else {
      // Also the data, which are bytes and need no look.
      pos = skipField(bytes, pos, end, tag);
    }
  }
}
