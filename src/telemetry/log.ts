import { createRequire } from 'node:module';
import type { DestinationStream, Logger } from 'pino';

/** The severities that a log line may have, as settings spell them. */
export type Severity = 'debug' | 'info' | 'warning' | 'error';

/** Structured logs: a line of JSON each, with the fields that Cloud Logging knows: severity, message, time. */
export interface Log {
  /** @param fields codes, names and counts: never content of a log, nor a secret */
  write(severity: Severity, message: string, fields: object): void;
}

/** pino calls one of them by another name. */
const METHODS = { debug: 'debug', info: 'info', warning: 'warn', error: 'error' } as const;
const SEVERITIES: Record<string, string> = { warn: 'WARNING' };

/** Writes to standard error, at once, so that nothing is lost however the process ends. */
export class PinoLog implements Log {
  private logger: Logger | undefined;

  /** @param destination where lines go, if not to standard error */
  constructor(
    private readonly level: Severity,
    private readonly destination?: DestinationStream,
  ) {}

  write(severity: Severity, message: string, fields: object): void {
    this.logger ??= open(this.level, this.destination);
    this.logger[METHODS[severity]](fields, message);
  }
}

/** pino takes 50 ms to load: most instances have nothing to say, and none has while it starts. */
function open(level: Severity, destination: DestinationStream | undefined): Logger {
  const { pino } = createRequire(__filename)('pino') as typeof import('pino');
  const options = {
    level: METHODS[level],
    messageKey: 'message',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label: string) => ({ severity: SEVERITIES[label] ?? label.toUpperCase() }),
    },
  };
  return pino(options, destination ?? standardError(pino));
}

function standardError(pino: typeof import('pino').pino): DestinationStream {
  const stream = pino.destination({ fd: 2, sync: true });
  // A line that cannot be written (nobody reads any more) must not take the function with it.
  stream.on('error', () => undefined);
  return stream;
}
