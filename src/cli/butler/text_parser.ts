import { LOG_BYTES_MAX, type Content, type LogParser } from './parser.js';

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** How many bytes at a time are looked at: the lines that they complete make a log. As large as the Butler's reads. */
const SLICE_BYTES = 4096;

interface Line {
  value: Buffer;
  delimiter: string;
}

/**
 * Text: lines that end in `\n` or `\r\n`. Of a line that is given out in parts, all but the last have an empty
 * delimiter, and so has a last line without a newline (protocol section 1).
 */
export class TextParser implements LogParser {
  readonly missing = undefined;
  /** The beginning of a line whose end has not come. */
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  /** How many lines have ended. */
  private lines = 0;

  append(chunk: Buffer): Content[] {
    const logs: Content[] = [];
    for (let at = 0; at < chunk.length; at += SLICE_BYTES) {
      const slice = chunk.subarray(at, at + SLICE_BYTES);
      const end = slice.lastIndexOf(NEWLINE) + 1;
      if (end > 0) logs.push(this.whole(this.take(slice.subarray(0, end))));
      this.keep(slice.subarray(end));
      if (this.pendingBytes >= LOG_BYTES_MAX) logs.push(...this.flush(false));
    }
    return logs;
  }

  flush(closed: boolean): Content[] {
    const value = this.take(Buffer.alloc(0));
    const end = closed ? value.length : safeEnd(value);
    this.keep(value.subarray(end));
    return end === 0 ? [] : [this.log([{ value: value.subarray(0, end), delimiter: '' }], end)];
  }

  private keep(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.pending.push(bytes);
    this.pendingBytes += bytes.length;
  }

  /** What is pending, with these bytes after it. */
  private take(bytes: Buffer): Buffer {
    const all = this.pendingBytes === 0 ? bytes : Buffer.concat([...this.pending, bytes]);
    this.pending = [];
    this.pendingBytes = 0;
    return all;
  }

  /** A log of bytes that end in a newline. */
  private whole(bytes: Buffer): Content {
    const lines: Line[] = [];
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

  private log(lines: Line[], bytes: number): Content {
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
