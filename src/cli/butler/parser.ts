import type { logpb } from '../../proto/gen/logpb.js';

/** The most content that a log holds: what is longer goes on in the next log. Keeps a bundle far below a message's limit. */
export const LOG_BYTES_MAX = 256 * 1024;

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
