import { logpb } from '../proto/gen/logpb.js';
import { lateModule } from '../common/late_module.js';
import { nanosecondsOf } from '../common/proto_time.js';
import { printableJson } from '../common/printable.js';
import { parseChoice } from './arguments.js';
import { hexDump } from './hex_dump.js';
import type { Io } from './io.js';
import { TerminalText } from './terminal_text.js';

const json = lateModule(
  () => require('./log_json.js') as typeof import('./log_json.js'),
  'the JSON of logs',
);

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
On a terminal, colours and styles pass, and nothing else that a terminal would obey: it is shown as \\u001b. What a
carriage return overwrites is left out. Binary data and datagrams are shown in hexadecimal, and the last line ends.
`;

export interface Rendering {
  readonly raw: boolean;
  readonly json: boolean;
  readonly timestamps: TimeZone | undefined;
}

/** @throws UsageError */
export function parseRendering({
  raw,
  json,
  timestamps: zone,
}: Omit<Rendering, 'timestamps'> & { timestamps?: string }): Rendering {
  if (zone === undefined) return { raw, json, timestamps: undefined };
  return { raw, json, timestamps: parseChoice('--timestamps', zone.toLowerCase(), TIME_ZONES) };
}

/** Makes of a stream's logs, one after another, what is printed. */
export class Renderer {
  private readonly rendering: Rendering;
  /** Where a terminal shows it. */
  private readonly terminal: TerminalText | undefined;
  /** Whether a line begins with the next byte of text. */
  private lineStart = true;
  /** How many bytes of a partial datagram have been shown. */
  private offset = 0;

  constructor(rendering: Rendering, io: Io) {
    this.rendering = rendering;
    const pretty = !rendering.raw && io.stdout.isTTY === true;
    this.terminal = pretty ? new TerminalText() : undefined;
  }

  /** @param started when the stream began, in nanoseconds since 1970 */
  render(log: logpb.LogEntry.$Properties, started: bigint): string | Uint8Array {
    if (this.rendering.json) return `${printableJson(json.get().logToJson(log))}\n`;
    if (log.text) return this.text(log, log.text, started);
    if (log.binary) return this.binary(log.binary.data ?? new Uint8Array(0));
    if (log.datagram) return this.datagram(log, log.datagram);
    return '';
  }

  /** Returns what has come of a line that goes on, where it was not returned yet. */
  flush(): string {
    return this.terminal?.flush() ?? '';
  }

  /** Returns what comes after the last log. */
  end(): string {
    return this.terminal?.end() ?? '';
  }

  private text(
    log: logpb.LogEntry.$Properties,
    text: logpb.Text.$Properties,
    started: bigint,
  ): string | Uint8Array {
    const zone = this.rendering.timestamps;
    const time = started + nanosecondsOf(log.timeOffset);
    const prefix = zone ? `${stamp(time, zone)}| ` : '';
    const pieces: Uint8Array[] = [];
    for (const { value, delimiter } of text.lines ?? []) {
      if (this.lineStart && !this.terminal) pieces.push(Buffer.from(prefix));
      if (value) pieces.push(value);
      if (delimiter) pieces.push(Buffer.from(delimiter));
      this.lineStart = !!delimiter;
    }
    const bytes = Buffer.concat(pieces);
    return this.terminal?.write(bytes, prefix) ?? bytes;
  }

  private binary(data: Uint8Array): string | Uint8Array {
    if (!this.terminal) return data;
    const dump = hexDump(data, this.offset);
    this.offset += data.length;
    return dump;
  }

  private datagram(
    log: logpb.LogEntry.$Properties,
    datagram: logpb.Datagram.$Properties,
  ): string | Uint8Array {
    const data = datagram.data ?? new Uint8Array(0);
    if (!this.terminal) return data;
    const { partial } = datagram;
    const size = partial ? String(partial.size) : String(data.length);
    const head = partial?.index ? '' : `Datagram #${String(log.sequence ?? 0)} (${size} bytes)\n`;
    const dump = hexDump(data, this.offset);
    const last = !partial || partial.last === true;
    this.offset = last ? 0 : this.offset + data.length;
    return `${head}${dump}${last ? '\n' : ''}`;
  }
}

export const TIME_ZONES = ['local', 'utc'] as const;
export type TimeZone = (typeof TIME_ZONES)[number];

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A day less than what a Date can have on either side of 1970, for the offset of a time zone. */
const DATE_MS_MAX = 8_640_000_000_000_000n - 86_400_000n;

/** 400 years, after which the calendar repeats itself. */
const CYCLE_MS = 146_097n * 86_400_000n;

/**
 * Returns a time as the `logdog` client shows it: `Nov  3 19:51:34.480`.
 *
 * @param ns nanoseconds since 1970; any that a Timestamp and a Duration can come to
 */
export function stamp(ns: bigint, zone: TimeZone): string {
  const ms = floorDivide(ns, 1_000_000n);
  const inRange = ms >= -DATE_MS_MAX && ms <= DATE_MS_MAX;
  // The year is not shown.
  const time = new Date(Number(inRange ? ms : modulo(ms, CYCLE_MS)));
  // Shown as UTC, a local time is that much off.
  if (zone === 'local') time.setTime(time.getTime() - time.getTimezoneOffset() * 60_000);
  const month = MONTHS[time.getUTCMonth()] ?? '';
  const clock = time.toISOString().split('T')[1] ?? '';
  return `${month} ${String(time.getUTCDate()).padStart(2)} ${clock.slice(0, 12)}`;
}

function modulo(value: bigint, by: bigint): bigint {
  return ((value % by) + by) % by;
}

function floorDivide(value: bigint, by: bigint): bigint {
  return (value - modulo(value, by)) / by;
}
