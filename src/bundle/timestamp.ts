import { read, readTag, readVarint, skipField } from './wire.js';

/** Tags of a google.protobuf.Timestamp's fields. */
const SECONDS = 0x08;
const NANOS = 0x10;

/** Years 1 to 9999, which is what a Timestamp may say; in seconds of Unix time. */
const MIN_SECONDS = -62_135_596_800;
const MAX_SECONDS = 253_402_300_799;
const MAX_NANOS = 999_999_999;

/** A google.protobuf.Timestamp, read without making a message. */
export class Timestamp {
  private seconds = 0;
  private nanos = 0;
  private present = false;

  /** Checks and reads a serialized Timestamp; where the field comes again, its fields are merged. */
  merge(bytes: Uint8Array, start: number, end: number): void {
    this.present = true;
    let pos = start;
    while (pos < end) {
      pos = readTag(bytes, pos, end);
      const tag = read.low;
      if (tag === SECONDS) {
        pos = readVarint(bytes, pos, end);
        this.seconds = (read.high | 0) * 2 ** 32 + read.low;
      } else if (tag === NANOS) {
        pos = readVarint(bytes, pos, end);
        this.nanos = read.low | 0;
      } else {
        pos = skipField(bytes, pos, end, tag);
      }
    }
  }

  /** Returns whole milliseconds of Unix time, rounded down; undefined where it is missing or out of range. */
  toMillis(): number | undefined {
    const { seconds, nanos } = this;
    if (!this.present || nanos < 0 || nanos > MAX_NANOS) return undefined;
    if (seconds < MIN_SECONDS || seconds > MAX_SECONDS) return undefined;
    return seconds * 1000 + Math.floor(nanos / 1_000_000);
  }
}
