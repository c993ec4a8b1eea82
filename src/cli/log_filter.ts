import type { RE2JS } from 're2js';
import { lateModule } from '../common/late_module.js';
import { nanosecondsOf } from '../common/proto_time.js';
import type { logpb } from '../proto/gen/logpb.js';
import { UsageError } from './arguments.js';
import { parseTime } from './time_argument.js';

type Log = logpb.LogEntry.$Properties;
type Line = logpb.Text.Line.$Properties;

/** The options of every command that prints some of the logs. */
export const FILTER_OPTIONS = {
  since: { type: 'string' },
  until: { type: 'string' },
  grep: { type: 'string' },
} as const;

export const FILTER_HELP = `  --since TIME         leaves out logs that are older, --until those that are newer; TIME is a time, as
  --until TIME         2026-11-03T19:51:34Z, without a zone a local one, or a duration before now, as 10m
  --grep PATTERN       of a stream of text, the lines that match a regular expression (RE2's: no look-around and
                       no back-references, so that the time it takes is linear), the first 4 MiB of one that spans
                       logs; with --json, the logs that have such a line
`;

/** How much is kept of a line that spans logs, in bytes: what is longer is cut. */
const MAX_LINE_BYTES = 4 * 1024 * 1024;

const patterns = lateModule(
  () => require('./pattern.js') as typeof import('./pattern.js'),
  'regular expressions',
);

/** Which logs are printed: with times in nanoseconds since 1970. */
export interface Selection {
  readonly since: bigint | undefined;
  readonly until: bigint | undefined;
  readonly pattern: RE2JS | undefined;
}

/** @throws UsageError */
export function parseSelection(
  { since, until, grep }: { since?: string; until?: string; grep?: string },
  now = Date.now(),
): Selection {
  const from = since === undefined ? undefined : parseTime('--since', since, now);
  const to = until === undefined ? undefined : parseTime('--until', until, now);
  if (from !== undefined && to !== undefined && from > to) {
    throw new UsageError(`--since ${since!} is later than --until ${until!}`);
  }
  return {
    since: from,
    until: to,
    pattern: grep === undefined ? undefined : patterns.get().compilePattern('--grep', grep),
  };
}

/** Goes through the logs of a stream in their order, and selects what is printed of them. */
export class LogFilter {
  /** The beginning of a line that goes on in the next log. */
  private begun: Line[] = [];
  private begunBytes = 0;
  private begunOffset: NonNullable<Log['timeOffset']> | null = null;

  /** @param whole selects logs as they are, not lines */
  constructor(
    private readonly selection: Selection,
    private readonly whole: boolean,
  ) {}

  /**
   * @param started when the stream began, in nanoseconds since 1970
   * @returns what is printed; a line that spans logs comes with the one that ends it
   */
  select(log: Log, started: bigint): Log[] {
    const { since, until, pattern } = this.selection;
    const time = started + nanosecondsOf(log.timeOffset);
    if (since !== undefined && time < since) return [];
    if (until !== undefined && time > until) return [];
    if (pattern === undefined) return [log];
    const lines = log.text?.lines ?? [];
    if (!this.whole) return this.matchingLines(log, lines, pattern);
    return lines.some((line) => matches(pattern, [line])) ? [log] : [];
  }

  /** Returns the last line where it does not end. */
  end(): Log[] {
    const { pattern } = this.selection;
    const { begun, begunOffset } = this;
    this.begun = [];
    if (pattern === undefined || begun.length === 0 || !matches(pattern, begun)) return [];
    return [{ timeOffset: begunOffset, text: { lines: begun } }];
  }

  private matchingLines(log: Log, lines: readonly Line[], pattern: RE2JS): Log[] {
    const selected: Log[] = [];
    for (const line of lines) {
      if (this.begun.length === 0 && line.delimiter) {
        if (matches(pattern, [line])) selected.push({ ...log, text: { lines: [line] } });
        continue;
      }
      this.begin(line, log);
      if (line.delimiter) selected.push(...this.end());
    }
    return selected;
  }

  private begin(line: Line, { timeOffset }: Log): void {
    if (this.begun.length === 0) {
      this.begunBytes = 0;
      this.begunOffset = timeOffset ?? null;
    }
    const { length } = line.value ?? '';
    this.begunBytes += length;
    if (this.begunBytes <= MAX_LINE_BYTES) this.begun.push(line);
    else if (line.delimiter) this.begun.push({ delimiter: line.delimiter });
  }
}

function matches(pattern: RE2JS, line: readonly Line[]): boolean {
  const [first, ...others] = line.map(({ value }) => value ?? new Uint8Array(0));
  const bytes = others.length === 0 ? first! : Buffer.concat([first!, ...others]);
  return pattern.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString());
}
