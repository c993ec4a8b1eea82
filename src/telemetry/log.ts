import { printable, printableJson, printableLines } from '../common/printable.js';
import { type LineSink, standardError } from './standard_error.js';

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
    private readonly pretty = sink === standardError && process.stderr.isTTY,
  ) {}

  write(severity: Severity, message: string, fields: object): void {
    if (!this.writes(severity)) return;
    const shown = severity.toUpperCase();
    const time = new Date().toISOString();
    this.sink.write(
      this.pretty
        ? prettyLines(time, shown, message, fields)
        : `${printableJson({ severity: shown, time, ...fields, message })}\n`,
    );
  }

  writes(severity: Severity): boolean {
    return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(this.level);
  }
}

/** The message in a line, each field in lines of its own, indented; nothing that a terminal obeys. */
function prettyLines(time: string, severity: string, message: string, fields: object): string {
  const lines = [`[${time}] ${severity}: ${printable(message)}`];
  for (const [name, value] of Object.entries(fields) as [string, unknown][]) {
    if (value !== undefined) lines.push(`${name}: ${prettyValue(name, value)}`);
  }
  return `${lines.join('\n').replaceAll('\n', '\n    ')}\n`;
}

function prettyValue(name: string, value: unknown): string {
  if (name === 'stack_trace' && typeof value === 'string') return printableLines(value);
  return printableLines(JSON.stringify(value, undefined, 2));
}
