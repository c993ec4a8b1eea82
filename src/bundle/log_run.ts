import {
  checkUtf8,
  malformed,
  read,
  readLength,
  readTag,
  readVarint,
  skipField,
  skipFields,
  skipVarint,
} from './wire.js';

/** What content a log may have, as bits: `kinds` keeps those that every log of a run has. */
export const TEXT = 1;
export const BINARY = 2;
export const DATAGRAM = 4;

/** Tags of the fields: field number and wire type (protocol section 1). */
const TIME_OFFSET = 0x0a;
const PREFIX_INDEX = 0x10;
const STREAM_INDEX = 0x18;
const SEQUENCE = 0x20;
const CONTENT_TEXT = 0x52;
const CONTENT_BINARY = 0x5a;
const CONTENT_DATAGRAM = 0x62;
const TEXT_LINES = 0x0a;
const LINE_VALUE = 0x0a;
const LINE_DELIMITER = 0x12;
const BINARY_DATA = 0x12;
const DATAGRAM_PARTIAL = 0x12;

/**
 * The logs of one entry, as the scan goes over them.
 *
 * Hot: every byte of every log passes here. So there is no object and no BigInt a log (an index is two 32-bit halves),
 * and what a row needs, the logs without their field tags, is made in place: each log moves left over the tags before
 * it, by one native copy. That measured a third of the cost of copying logs one by one into a buffer of their own.
 */
export class LogRun {
  count = 0;
  /** Stream index of the first log. */
  firstLow = 0;
  firstHigh = 0;
  /** Whether each index is one more than that before it. */
  contiguous = true;
  /** Whether an index is past 2^63-1. */
  tooLarge = false;
  /** The bits of the content that every log has. */
  kinds = TEXT | BINARY | DATAGRAM;

  /** Where the records lie in `bytes`. */
  private start = 0;
  private end = 0;
  private nextLow = 0;
  private nextHigh = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /**
   * Takes the log whose length begins at `at`, and returns the position after it.
   *
   * @throws CollectorError BAD_PROTOBUF
   */
  add(at: number, limit: number): number {
    const { bytes } = this;
    const body = readLength(bytes, at, limit);
    const size = read.low;
    const end = body + size;
    this.scanLog(body, end);

    const head = size < 0x80 ? 1 : size < 0x4000 ? 2 : size < 0x200000 ? 3 : 4;
    if (this.count++ === 0) {
      this.start = this.end = body - head;
    }
    const to = this.end;
    if (body - at === head) {
      if (to !== at) bytes.copyWithin(to, at, end);
    } else {
      // The length was over-long; a frame has it as short as it goes.
      bytes.copyWithin(to + head, body, end);
      this.writeLength(to, size);
    }
    this.end = to + head + size;
    return end;
  }

  /** The logs, each as a recordio frame, back to back. */
  records(): Uint8Array {
    return this.bytes.subarray(this.start, this.end);
  }

  private writeLength(at: number, size: number): void {
    let rest = size;
    let pos = at;
    for (; rest >= 0x80; rest >>>= 7) this.bytes[pos++] = (rest & 0x7f) | 0x80;
    this.bytes[pos] = rest;
  }

  private scanLog(start: number, end: number): void {
    const { bytes } = this;
    let pos = start;
    let low = 0;
    let high = 0;
    let member = 0;
    let filled = false;
    while (pos < end) {
      let tag = bytes[pos]!;
      if (tag < 0x80) pos++;
      else {
        pos = readTag(bytes, pos, end);
        tag = read.low;
      }
      switch (tag) {
        case PREFIX_INDEX:
        case SEQUENCE:
          pos = skipVarint(bytes, pos, end);
          break;
        case STREAM_INDEX:
          pos = readVarint(bytes, pos, end);
          low = read.low;
          high = read.high;
          break;
        case TIME_OFFSET: {
          const from = readLength(bytes, pos, end);
          pos = from + read.low;
          skipFields(bytes, from, pos);
          break;
        }
        case CONTENT_TEXT: {
          const from = readLength(bytes, pos, end);
          pos = from + read.low;
          // A member that comes again is merged; one that follows another member replaces it.
          filled = scanText(bytes, from, pos) || (member === TEXT && filled);
          member = TEXT;
          break;
        }
        case CONTENT_BINARY: {
          const from = readLength(bytes, pos, end);
          pos = from + read.low;
          filled = scanBinary(bytes, from, pos, member === BINARY && filled);
          member = BINARY;
          break;
        }
        case CONTENT_DATAGRAM: {
          const from = readLength(bytes, pos, end);
          pos = from + read.low;
          scanDatagram(bytes, from, pos);
          filled = true;
          member = DATAGRAM;
          break;
        }
        default:
          if (tag < 8) throw malformed('a field number is wrong');
          pos = skipField(bytes, pos, end, tag);
      }
    }
    this.kinds &= filled ? member : 0;
    this.follow(low, high);
  }

  /** Checks that this index follows the one before it. */
  private follow(low: number, high: number): void {
    if (this.count === 0) {
      this.firstLow = low;
      this.firstHigh = high;
    } else if (low !== this.nextLow || high !== this.nextHigh) {
      this.contiguous = false;
    }
    if (high > 0x7fffffff) this.tooLarge = true;
    this.nextLow = (low + 1) >>> 0;
    this.nextHigh = this.nextLow === 0 ? high + 1 : high;
  }
}

/** Whether a Text has a line. */
function scanText(bytes: Uint8Array, start: number, end: number): boolean {
  let pos = start;
  let lines = false;
  while (pos < end) {
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
  return lines;
}

function scanLine(bytes: Uint8Array, start: number, end: number): void {
  let pos = start;
  while (pos < end) {
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

/** Whether a Binary has data, `before` saying whether it had some already: the last data counts. */
function scanBinary(bytes: Uint8Array, start: number, end: number, before: boolean): boolean {
  let pos = start;
  let filled = before;
  while (pos < end) {
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

function scanDatagram(bytes: Uint8Array, start: number, end: number): void {
  let pos = start;
  while (pos < end) {
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
