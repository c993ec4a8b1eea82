import { createRequire } from 'node:module';
import type { DestinationStream, Logger } from 'pino';
import { printable, printableLines } from '../printable.js';

/** The severities that a log line may have, as settings spell them; in rising order. */
const SEVERITIES = ['debug', 'info', 'warning', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Structured logs: a line of JSON each, with the fields that Cloud Logging knows: severity, message, time. */
export interface Log {
  /** @param fields codes, names and counts: never content of a log, nor a secret */
  write(severity: Severity, message: string, fields: object): void;

  /** Whether lines of this severity are written: what nobody reads need not be gathered. */
  writes(severity: Severity): boolean;
}

/** pino calls one of them by another name. */
const METHODS = { debug: 'debug', info: 'info', warning: 'warn', error: 'error' } as const;
const SHOWN: Record<string, string> = { warn: 'WARNING' };

// pino takes 50 ms to load: most instances have nothing to say, and none has while it starts.
const load = createRequire(__filename);

/** Writes to standard error, at once, so that nothing is lost however the process ends. */
export class PinoLog implements Log {
  private logger: Logger | undefined;

  /**
   * @param destination where lines go, if not to standard error
   * @param pretty for a person's eyes, not as JSON: so on a terminal, unless told
   */
  constructor(
    private readonly level: Severity,
    private readonly destination?: DestinationStream,
    private readonly pretty = destination === undefined && process.stderr.isTTY,
  ) {}

  write(severity: Severity, message: string, fields: object): void {
    this.logger ??= this.open();
    this.logger[METHODS[severity]](fields, message);
  }

  writes(severity: Severity): boolean {
    return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(this.level);
  }

  private open(): Logger {
    const { pino } = load('pino') as typeof import('pino');
    const out = this.destination ?? standardError(pino);
    const options = {
      level: METHODS[this.level],
      messageKey: 'message',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label: string) => ({ severity: SHOWN[label] ?? label.toUpperCase() }),
      },
    };
    return pino(options, this.pretty ? prettyLines(out) : jsonLines(out));
  }
}

function standardError(pino: typeof import('pino').pino): DestinationStream {
  const stream = pino.destination({ fd: 2, sync: true });
  // A line that cannot be written (nobody reads any more) must not take the function with it.
  stream.on('error', () => undefined);
  return stream;
}

/** A line is still the same JSON, and does nothing to a terminal that it is shown on. */
function jsonLines(out: DestinationStream): DestinationStream {
  return {
    write: (line) => {
      out.write(printableLines(line));
    },
  };
}

/** pino-pretty prints texts as they are, so that they have to be harmless before. */
function prettyLines(out: DestinationStream): DestinationStream {
  const { prettyFactory } = load('pino-pretty') as typeof import('pino-pretty');
  const format = prettyFactory({
    messageKey: 'message',
    levelKey: 'severity',
    timestampKey: 'time',
    customLevels: { DEBUG: 20, INFO: 30, WARNING: 40, ERROR: 50 },
    colorize: true,
  });
  return {
    write: (line) => {
      out.write(format(JSON.parse(line, harmless)));
    },
  };
}

function harmless(key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return key === 'stack_trace' ? printableLines(value) : printable(value);
}
