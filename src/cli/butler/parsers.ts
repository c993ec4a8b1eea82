import { CollectorError } from '../../common/errors.js';
import { logpb } from '../../proto/gen/logpb.js';

/** The most content that a log holds: what is longer goes on in the next log. Keeps a bundle far below a message's limit. */
const LOG_BYTES_MAX = 256 * 1024;

/** Cuts the bytes of a stream into logs. */
export interface LogParser {
  /** Takes the next bytes, and gives the logs that they complete. Keeps at most LOG_BYTES_MAX and this chunk. */
  append(chunk: Buffer): Content[];
  /** Gives what is waiting to be completed, in part. `closed`: nothing follows. */
  flush(closed: boolean): Content[];
  /** What is missing at the end of a stream that was cut short; undefined where it ended as it should. */
  readonly missing: string | undefined;
}

/** What a LogEntry says, without its place in stream and time. */
export interface Content {
  /** Text: its first line's number; binary: the offset of its first byte; datagram: its number. All from 0. */
  readonly sequence: number;
  readonly text?: logpb.Text.$Properties;
  readonly binary?: logpb.Binary.$Properties;
  readonly datagram?: logpb.Datagram.$Properties;
  /** Bytes of the stream that it holds. */
  readonly bytes: number;
}

/** Bytes that wait for what completes them. */
class PendingBytes {
  length = 0;
  private chunks: Buffer[] = [];

  push(bytes: Buffer): void {
    this.chunks.push(bytes);
    this.length += bytes.length;
  }

  /** Returns all of them, and keeps none. */
  take(): Buffer {
    const all = Buffer.concat(this.chunks, this.length);
    this.chunks = [];
    this.length = 0;
    return all;
  }
}

/** Fewer bytes than this wait for more, so that a stream of small writes does not make a log of each; as the Butler does. */
const LOG_BYTES_MIN = 8 * 1024;

class BinaryParser implements LogParser {
  readonly missing = undefined;
  private readonly pending = new PendingBytes();
  private offset = 0;

  append(chunk: Buffer): Content[] {
    this.pending.push(chunk);
    return this.pending.length < LOG_BYTES_MIN ? [] : this.flush();
  }

  flush(): Content[] {
    const all = this.pending.take();
    const logs: Content[] = [];
    for (let at = 0; at < all.length; at += LOG_BYTES_MAX) {
      const data = all.subarray(at, at + LOG_BYTES_MAX);
      logs.push({ sequence: this.offset, binary: { data }, bytes: data.length });
      this.offset += data.length;
    }
    return logs;
  }
}

/** The largest size that still is an exact number. A varint of 8 bytes holds more, and no datagram is as large. */
const SIZE_BYTES_MAX = 7;

/**
 * Datagrams, each with its size before it as an unsigned varint: the framing of a Butler's stream. One that is too
 * large for a log, or too slow to come, is given out in parts that say so (`partial`, protocol section 1).
 */
class DatagramParser implements LogParser {
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
  private readonly pending = new PendingBytes();

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
        const room = Math.min(this.remaining, LOG_BYTES_MAX - this.pending.length);
        const data = chunk.subarray(at, at + room);
        this.pending.push(data);
        this.remaining -= data.length;
        at += data.length;
      }
      const complete = this.open && this.remaining === 0;
      if (complete || this.pending.length === LOG_BYTES_MAX) logs.push(this.log());
    }
    return logs;
  }

  flush(): Content[] {
    return this.pending.length > 0 ? [this.log()] : [];
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
    const data = this.pending.take();
    const last = this.remaining === 0;
    const whole = last && this.parts === 0;
    const partial = { index: this.parts, size: this.size, last };
    const sequence = this.sequence;
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

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** How many bytes at a time are looked at: the lines that they complete make a log. As large as the Butler's reads. */
const SLICE_BYTES = 4096;

/**
 * Text: lines that end in `\n` or `\r\n`. Of a line that is given out in parts, all but the last have an empty
 * delimiter, and so has a last line without a newline (protocol section 1).
 */
class TextParser implements LogParser {
  readonly missing = undefined;
  /** The beginning of a line whose end has not come. */
  private readonly pending = new PendingBytes();
  /** How many lines have ended. */
  private lines = 0;

  append(chunk: Buffer): Content[] {
    const logs: Content[] = [];
    for (let at = 0; at < chunk.length; at += SLICE_BYTES) {
      const slice = chunk.subarray(at, at + SLICE_BYTES);
      const end = slice.lastIndexOf(NEWLINE) + 1;
      this.pending.push(slice.subarray(0, end));
      if (end > 0) logs.push(this.whole(this.pending.take()));
      this.pending.push(slice.subarray(end));
      if (this.pending.length >= LOG_BYTES_MAX) logs.push(...this.flush(false));
    }
    return logs;
  }

  flush(closed: boolean): Content[] {
    const value = this.pending.take();
    const end = closed ? value.length : safeEnd(value);
    this.pending.push(value.subarray(end));
    return end === 0 ? [] : [this.log([{ value: value.subarray(0, end), delimiter: '' }], end)];
  }

  /** A log of bytes that end in a newline. */
  private whole(bytes: Buffer): Content {
    const lines: logpb.Text.Line.$Properties[] = [];
    for (let start = 0; start < bytes.length;) {
      const newline = bytes.indexOf(NEWLINE, start);
      const windows = newline > start && bytes[newline - 1] === RETURN;
      lines.push({
        value: bytes.subarray(start, windows ? newline - 1 : newline),
        delimiter: windows ? '\r\n' : '\n',
      });
      start = newline + 1;
    }
    const log = this.log(lines, bytes.length);
    this.lines += lines.length;
    return log;
  }

  private log(lines: logpb.Text.Line.$Properties[], bytes: number): Content {
    return { sequence: this.lines, text: { lines }, bytes };
  }
}

/** Where a line may be parted: not within a UTF-8 character, and not between `\r` and `\n`. */
function safeEnd(bytes: Buffer): number {
  const last = bytes.length - 1;
  if (bytes[last] === RETURN) return last;
  for (let at = last; at >= 0 && at > last - 4; at--) {
    const byte = bytes[at]!;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return at + length > bytes.length ? at : bytes.length;
  }
  return bytes.length;
}

/** The types of streams, with their parsers and numbers. */
export const TYPES = {
  text: { Parser: TextParser, number: logpb.StreamType.TEXT },
  binary: { Parser: BinaryParser, number: logpb.StreamType.BINARY },
  datagram: { Parser: DatagramParser, number: logpb.StreamType.DATAGRAM },
} as const;
