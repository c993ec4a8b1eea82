import { LOG_BYTES_MAX, type Content, type LogParser } from './parser.js';

/** Fewer bytes than this wait for more, so that a stream of small writes does not make a log of each; as the Butler does. */
const LOG_BYTES_MIN = 8 * 1024;

export class BinaryParser implements LogParser {
  readonly missing = undefined;
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  private offset = 0;

  append(chunk: Buffer): Content[] {
    this.pending.push(chunk);
    this.pendingBytes += chunk.length;
    return this.pendingBytes < LOG_BYTES_MIN ? [] : this.flush();
  }

  flush(): Content[] {
    const all = Buffer.concat(this.pending);
    this.pending = [];
    this.pendingBytes = 0;
    const logs: Content[] = [];
    for (let at = 0; at < all.length; at += LOG_BYTES_MAX) {
      const data = all.subarray(at, at + LOG_BYTES_MAX);
      logs.push({ sequence: this.offset, binary: { data }, bytes: data.length });
      this.offset += data.length;
    }
    return logs;
  }
}
