import { logpb } from '../proto/gen/logpb.js';
import type { StoredLog } from '../storage/storage.js';
import { parseChoice } from './arguments.js';
import type { Io } from './io.js';
import { logToJson } from './log_json.js';
import { stamp, TIME_ZONES, type TimeZone } from './timestamp.js';

/** The options of every command that prints logs, named as the `logdog` client names them. */
export const RENDER_OPTIONS = {
  raw: { type: 'boolean', default: false },
  timestamps: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

export const RENDER_HELP = `  --raw                the stream's very bytes, also on a terminal
  --timestamps local|utc
                       puts the time before each line of text
  --json               each log as a LogEntry in proto3 JSON, one a line

Into a file or a pipe go the stream's very bytes: lines with their ends, binary data, datagrams one after another.
On a terminal, binary data and datagrams are shown in hexadecimal, and the last line always ends.
`;

export interface Rendering {
  readonly raw: boolean;
  readonly json: boolean;
  readonly timestamps: TimeZone | undefined;
}

/** @throws UsageError */
export function parseRendering(values: {
  raw: boolean;
  json: boolean;
  timestamps?: string | undefined;
}): Rendering {
  const { raw, json, timestamps } = values;
  const zone = timestamps === undefined ? undefined : parseTimeZone(timestamps);
  return { raw, json, timestamps: zone };
}

function parseTimeZone(text: string): TimeZone {
  return parseChoice('--timestamps', text, TIME_ZONES);
}

/** Makes of a stream's logs, one after another, what is printed. */
export class Renderer {
  private readonly rendering: Rendering;
  /** Whether to render for a person's eyes. */
  private readonly pretty: boolean;
  /** Whether a line begins with the next byte of text. */
  private lineStart = true;
  /** How many bytes of a partial datagram have been shown. */
  private offset = 0;

  constructor(rendering: Rendering, io: Io) {
    this.rendering = rendering;
    this.pretty = !rendering.raw && io.stdout.isTTY === true;
  }

  /** @param started when the stream began, in milliseconds since 1970 */
  render({ data }: StoredLog, started: number): string | Uint8Array {
    const log = logpb.LogEntry.decode(data);
    if (this.rendering.json) return `${JSON.stringify(logToJson(log))}\n`;
    if (log.text) return this.text(log, log.text, started);
    if (log.binary) return this.binary(log.binary.data ?? new Uint8Array(0));
    if (log.datagram) return this.datagram(log, log.datagram);
    return '';
  }

  /** What comes after the last log. */
  end(): string {
    return this.pretty && !this.lineStart ? '\n' : '';
  }

  private text(log: logpb.LogEntry, text: logpb.Text.$Properties, started: number): Uint8Array {
    const zone = this.rendering.timestamps;
    const prefix = zone ? Buffer.from(`${stamp(started + milliseconds(log), zone)}| `) : undefined;
    const pieces: Uint8Array[] = [];
    for (const { value, delimiter } of text.lines ?? []) {
      if (this.lineStart && prefix) pieces.push(prefix);
      if (value) pieces.push(value);
      if (delimiter) pieces.push(Buffer.from(delimiter));
      this.lineStart = !!delimiter;
    }
    return Buffer.concat(pieces);
  }

  private binary(data: Uint8Array): string | Uint8Array {
    if (!this.pretty) return data;
    const dump = hexDump(data, this.offset);
    this.offset += data.length;
    return dump;
  }

  private datagram(log: logpb.LogEntry, datagram: logpb.Datagram.$Properties): string | Uint8Array {
    const data = datagram.data ?? new Uint8Array(0);
    if (!this.pretty) return data;
    const { partial } = datagram;
    const size = partial ? String(partial.size) : String(data.length);
    const head = partial?.index ? '' : `Datagram #${String(log.sequence)} (${size} bytes)\n`;
    const dump = hexDump(data, this.offset);
    const last = !partial || partial.last === true;
    this.offset = last ? 0 : this.offset + data.length;
    return `${head}${dump}${last ? '\n' : ''}`;
  }
}

/** 16 bytes a line: where they are, what they are, and what they look like. */
function hexDump(data: Uint8Array, offset: number): string {
  let dump = '';
  for (let at = 0; at < data.length; at += 16) {
    const row = Buffer.from(data.subarray(at, at + 16));
    const hex = row.toString('hex').replace(/../g, '$& ').padEnd(48);
    const looks = row.toString('latin1').replace(/[^ -~]/g, '.');
    dump += `${(offset + at).toString(16).padStart(8, '0')}  ${hex} |${looks}|\n`;
  }
  return dump;
}

/** How long after the stream's beginning a log was written. */
function milliseconds({ timeOffset }: logpb.LogEntry): number {
  return Number(timeOffset?.seconds ?? 0) * 1000 + (timeOffset?.nanos ?? 0) / 1e6;
}
