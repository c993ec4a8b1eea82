import { CollectorError } from '../../common/errors.js';
import { LOG_BYTES_MAX, type Content, type LogParser } from './parser.js';

/** The largest size that still is an exact number. A varint of 8 bytes holds more, and no datagram is as large. */
const SIZE_BYTES_MAX = 7;

/**
 * Datagrams, each with its size before it as an unsigned varint: the framing of a Butler's stream. One that is too
 * large for a log, or too slow to come, is given out in parts that say so (`partial`, protocol section 1).
 */
export class DatagramParser implements LogParser {
  /** The number of the datagram under way, or of the next one. */
  private sequence = 0;
  /** The bytes of its size that have come, while that is incomplete. */
  private sizeBytes = 0;
  private size = 0;
  /** Whether its size has come whole. */
  private open = false;
  /** How much of it has not come yet. */
  private remaining = 0;
  /** How many parts of it have been given out. */
  private parts = 0;
  private pending: Buffer[] = [];
  private pendingBytes = 0;

  get missing(): string | undefined {
    if (this.open) return `${this.remaining} of ${this.size} bytes of datagram ${this.sequence}`;
    return this.sizeBytes > 0 ? `the rest of the size of datagram ${this.sequence}` : undefined;
  }

  /** @throws CollectorError COMMAND_FAILED where the size of a datagram makes no sense */
  append(chunk: Buffer): Content[] {
    const logs: Content[] = [];
    let at = 0;
    while (at < chunk.length) {
      if (!this.open) {
        this.readSize(chunk[at++]!);
      } else {
        const room = Math.min(this.remaining, LOG_BYTES_MAX - this.pendingBytes);
        const data = chunk.subarray(at, at + room);
        this.pending.push(data);
        this.pendingBytes += data.length;
        this.remaining -= data.length;
        at += data.length;
      }
      const complete = this.open && this.remaining === 0;
      if (complete || this.pendingBytes === LOG_BYTES_MAX) logs.push(this.log());
    }
    return logs;
  }

  flush(): Content[] {
    return this.pendingBytes > 0 ? [this.log()] : [];
  }

  private readSize(byte: number): void {
    if (this.sizeBytes === SIZE_BYTES_MAX) {
      const what = `datagram ${this.sequence} on the input has no sensible size before it`;
      throw new CollectorError('COMMAND_FAILED', `${what}: an unsigned varint is expected`);
    }
    this.size += (byte & 0x7f) * 2 ** (7 * this.sizeBytes++);
    if (byte >= 0x80) return;
    this.open = true;
    this.remaining = this.size;
  }

  private log(): Content {
    const data = Buffer.concat(this.pending);
    const last = this.remaining === 0;
    const whole = last && this.parts === 0;
    const partial = { index: this.parts, size: this.size, last };
    const sequence = this.sequence;
    this.pending = [];
    this.pendingBytes = 0;
    this.parts++;
    if (last) this.next();
    return { sequence, datagram: { data, ...(!whole && { partial }) }, bytes: data.length };
  }

  private next(): void {
    this.sequence++;
    this.sizeBytes = 0;
    this.size = 0;
    this.open = false;
    this.parts = 0;
  }
}
