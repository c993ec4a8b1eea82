import { printable, printableJson, printableLines } from '../common/printable.js';

/** The severities that a log line may have, as settings spell them; in rising order. */
export const SEVERITIES = ['debug', 'info', 'warning', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where lines go. */
export interface LineSink {
  /** Never throws. */
  write(line: string): unknown;
  /** Whether a person reads them, at a terminal. */
  readonly isTTY?: boolean;
}

/**
 * Formats a line of the log, with its line feed: JSON with the fields that Cloud Logging knows (severity, message, time).
 *
 * @param pretty formats for a person and not as JSON
 */
export function logLine(
  severity: Severity,
  message: string,
  fields: object,
  pretty: boolean,
): string {
  const shown = severity.toUpperCase();
  const time = new Date().toISOString();
  if (pretty) return prettyLines(time, shown, message, fields);
  return `${printableJson({ severity: shown, time, ...fields, message })}\n`;
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
