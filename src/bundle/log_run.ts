import { MAX_FIELDS } from './limits.js';
import { scanBinary, scanDatagram, scanText, text } from './log_content.js';
import {
  malformed,
  read,
  readLength,
  readTag,
  readVarint,
  skipField,
  skipFields,
  skipVarint,
  tooManyFields,
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

/** A log that a slice of the scan has ended in, within a text: what it has so far. */
interface OpenLog {
  readonly at: number;
  readonly body: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
  readonly fields: number;
  /** Whether there is a line already. */
  filled: boolean;
  textPos: number;
  readonly textEnd: number;
}

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
  private open: OpenLog | undefined;

  constructor(private readonly bytes: Uint8Array) {}

  /** Whether a slice of the scan has ended in a log: `resume` goes on with it. */
  get isOpen(): boolean {
    return this.open !== undefined;
  }

  /**
   * Takes the log whose length begins at `at`, and returns the position after it.
   *
   * @param stop the slice of the scan ends with the first line of a text that is not before this position: then the log
   *   stays open, and what is returned is where that is
   * @throws CollectorError BAD_PROTOBUF
   */
  add(at: number, limit: number, stop: number): number {
    const body = readLength(this.bytes, at, limit);
    const size = read.low;
    const end = body + size;
    const pos = this.scanLog(at, body, end, stop, undefined);
    if (pos === end) this.move(at, body, size);
    return pos;
  }

  /** Goes on with the log that is open; returns as `add`. */
  resume(stop: number): number {
    const open = this.open!;
    const { at, body, end, textEnd } = open;
    open.textPos = scanText(this.bytes, open.textPos, textEnd, stop);
    open.filled ||= text.hasLines;
    if (open.textPos < textEnd) return open.textPos;
    this.open = undefined;
    const pos = this.scanLog(at, body, end, stop, open);
    if (pos === end) this.move(at, body, end - body);
    return pos;
  }

  /** Moves a log to the others, behind a length that is as short as it goes. */
  private move(at: number, body: number, size: number): void {
    const { bytes } = this;
    const end = body + size;
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

  /** @param open where a log is gone on with, behind a text */
  private scanLog(
    at: number,
    body: number,
    end: number,
    stop: number,
    open: OpenLog | undefined,
  ): number {
    const { bytes } = this;
    let pos = body;
    let low = 0;
    let high = 0;
    let member = 0;
    let filled = false;
    let fields = 0;
    if (open !== undefined) {
      ({ low, high, filled, fields, textEnd: pos } = open);
      member = TEXT;
    }
    while (pos < end) {
      if (fields++ === MAX_FIELDS) throw tooManyFields();
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
          const textEnd = from + read.low;
          pos = scanText(bytes, from, textEnd, stop);
          // A member that comes again is merged; one that follows another member replaces it.
          filled = text.hasLines || (member === TEXT && filled);
          member = TEXT;
          if (pos < textEnd) {
            this.open = { at, body, end, low, high, fields, filled, textPos: pos, textEnd };
            return pos;
          }
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
    return end;
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
