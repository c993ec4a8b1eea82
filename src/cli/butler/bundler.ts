import type { google, logpb } from '../../proto/gen/logpb.js';
import { buildMessage } from './message.js';
import { type Content, type LogParser, TYPES } from './parsers.js';

/** Logs are bundled up to this size: one message stays far below the 10 MB that Pub/Sub takes. */
export const BUNDLE_BYTES_MAX = 1024 * 1024;

/** What a log, and a line of it, cost in a bundle beyond their content, at most; bounds how many of them a bundle holds. */
const LOG_OVERHEAD_BYTES = 64;
const LINE_OVERHEAD_BYTES = 12;

export type StreamType = keyof typeof TYPES;
export const STREAM_TYPES = Object.keys(TYPES) as StreamType[];

export interface StreamOptions {
  readonly project: string;
  readonly prefix: string;
  readonly name: string;
  readonly type: StreamType;
  readonly contentType: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** The prefix's secret, 36 bytes. */
  readonly secret: Uint8Array;
  /** Milliseconds since 1970, never going back. */
  readonly now?: () => number;
}

/** The data of a Pub/Sub message, and what it carries. */
export interface Message {
  readonly data: Buffer;
  readonly logs: number;
  /** Bytes of the stream that its logs hold. */
  readonly bytes: number;
}

/**
 * Makes bundles of one stream's bytes, as a Butler does: logs with contiguous indices, and with the last of them the
 * terminal index. Indices begin at 0 in every stream, those within the prefix too.
 */
export class LogStreamWriter {
  private readonly now: () => number;
  private readonly descriptor: logpb.LogStreamDescriptor.$Properties;
  private readonly started: number;
  private readonly parser: LogParser;
  private logs: logpb.LogEntry.$Properties[] = [];
  private bytes = 0;
  private cost = 0;
  private nextIndex = 0;

  constructor(private readonly options: StreamOptions) {
    this.now = options.now ?? monotonic;
    this.started = this.now();
    this.parser = new TYPES[options.type].Parser();
    this.descriptor = {
      name: options.name,
      streamType: TYPES[options.type].number,
      contentType: options.contentType,
      timestamp: instant(this.started),
      tags: { ...options.tags },
    };
  }

  /** Takes the stream's next bytes, and gives the messages that are full. Keeps less than a message and this chunk. */
  write(chunk: Buffer): Message[] {
    return this.collect(this.parser.append(chunk));
  }

  /** Gives the logs that have come; with `partial`, also the beginning of a line or datagram that is incomplete. */
  flush(partial: boolean): Message[] {
    const messages = partial ? this.collect(this.parser.flush(false)) : [];
    if (this.logs.length > 0) messages.push(this.cut(false));
    return messages;
  }

  /** Ends the stream: the last message is terminal. A stream without a log has none, as the Butler has it. */
  end(): Message[] {
    const messages = this.collect(this.parser.flush(true));
    if (this.nextIndex > 0) messages.push(this.cut(true));
    return messages;
  }

  /** What a stream that was cut short lacks. */
  get missing(): string | undefined {
    return this.parser.missing;
  }

  private collect(contents: readonly Content[]): Message[] {
    const messages: Message[] = [];
    if (contents.length === 0) return messages;
    const timeOffset = instant(this.now() - this.started);
    for (const { bytes, ...content } of contents) {
      const lines = content.text?.lines?.length ?? 0;
      const cost = bytes + LOG_OVERHEAD_BYTES + lines * LINE_OVERHEAD_BYTES;
      if (this.logs.length > 0 && this.cost + cost > BUNDLE_BYTES_MAX) {
        messages.push(this.cut(false));
      }
      const index = this.nextIndex++;
      this.logs.push({ ...content, timeOffset, streamIndex: index, prefixIndex: index });
      this.bytes += bytes;
      this.cost += cost;
    }
    return messages;
  }

  private cut(terminal: boolean): Message {
    const { project, prefix, secret } = this.options;
    const logs = this.logs;
    const bytes = this.bytes;
    this.logs = [];
    this.bytes = 0;
    this.cost = 0;
    const end = terminal ? { terminal, terminalIndex: this.nextIndex - 1 } : {};
    const entry = { desc: this.descriptor, ...end, logs };
    const timestamp = instant(this.now());
    const data = buildMessage({ timestamp, entries: [entry], project, prefix, secret });
    return { data, logs: logs.length, bytes };
  }
}

/** Milliseconds as a Timestamp or a Duration, to the microsecond. */
function instant(ms: number): google.protobuf.Timestamp.$Properties {
  const seconds = Math.floor(ms / 1000);
  return { seconds, nanos: Math.floor((ms - seconds * 1000) * 1000) * 1000 };
}

function monotonic(): number {
  return performance.timeOrigin + performance.now();
}
