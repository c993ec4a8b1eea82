import { type LineSink, logLine, SEVERITIES, type Severity } from './log_line.js';
import { standardError } from './standard_error.js';

/** Structured logs: a line of JSON each, with the fields that Cloud Logging knows: severity, message, time. */
export interface Log {
  /**
   * Writes a line, if lines of this severity are written.
   *
   * @param fields codes, names and counts: never content of a log, nor a secret
   */
  write(severity: Severity, message: string, fields: object): void;

  /** Whether lines of this severity are written: what is not written need not be gathered. */
  writes(severity: Severity): boolean;
}

/**
 * Writes lines of JSON, each at once, so that none is lost however the process ends. It needs no module that could fail
 * to load: why the process cannot go on must be said also where no file can be opened any more.
 */
export class JsonLog implements Log {
  /**
   * @param sink default: standard error
   * @param pretty writes for a person and not as JSON; default: where standard error is a terminal
   */
  constructor(
    private readonly level: Severity,
    private readonly sink: LineSink = standardError,
    private readonly pretty = sink === standardError && standardError.isTTY === true,
  ) {}

  write(severity: Severity, message: string, fields: object): void {
    if (this.writes(severity)) this.sink.write(logLine(severity, message, fields, this.pretty));
  }

  writes(severity: Severity): boolean {
    return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(this.level);
  }
}
