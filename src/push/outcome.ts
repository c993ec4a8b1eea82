import { type ProcessResult, wholeReason } from '../collector/result.js';
import { CollectorError, type ErrorCode } from '../common/errors.js';
import { STAGES } from '../common/stopwatch.js';
import type { Log } from '../telemetry/log.js';
import { describeBug } from '../telemetry/stack_trace.js';
import type { EndedPush } from '../telemetry/telemetry.js';
import { countOutcomes } from './answer.js';
import { MAX_LOGGED_STREAMS } from './limits.js';

/**
 * Logs what was refused and what must come again, one line a push; what went well says nothing.
 *
 * @param traceOf gives the fields that put a line with the request's trace
 */
export function logOutcome(
  log: Log,
  { messageId, deadLetter, result }: EndedPush,
  traceOf: () => object,
): void {
  if (result.outcome === 'done') return;
  const { outcome, project, prefix } = result;
  const { code, message: reason } = result.reason;
  const known = { code, reason, messageId, deadLetter, project, prefix };
  const fields = { ...known, ...streamsOf(result), ...traceOf() };
  if (code === 'INTERNAL') {
    log.write('error', `a bug: ${reason}`, { ...fields, ...stackTrace(result.reason) });
  } else {
    const verdict = outcome === 'retry' ? 'must come again' : 'was refused';
    log.write('warning', `a push ${verdict}: ${reason}`, fields);
  }
}

/** Logs what a message was and where its time went: streams, logs, bytes, and milliseconds of each stage. */
export function logSummary(
  log: Log,
  { messageId, result, times }: EndedPush,
  traceOf: () => object,
): void {
  if (times === undefined || !log.writes('debug')) return;
  const { project, prefix, entries, entryTimes } = result;
  const ms = Object.fromEntries(STAGES.map((stage) => [stage, rounded(times.stageMs(stage))]));
  log.write('debug', 'a push has ended', {
    code: wholeReason(result)?.code,
    messageId,
    project,
    prefix,
    streams: entryTimes?.streamTypes.length ?? 0,
    entries: countOutcomes(entries),
    logs: entries.reduce((sum, { logs }) => sum + logs, 0),
    bytes: { message: times.messageBytes, bundle: times.bundleBytes },
    ms: { total: rounded(times.totalMs()), ...ms },
    ...traceOf(),
  });
}

/** To microseconds. */
function rounded(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.round(ms * 1000) / 1000;
}

function streamsOf({ entries }: ProcessResult): object {
  const notStored = entries.filter((entry) => 'reason' in entry);
  if (notStored.length === 0) return {};
  const known = notStored.flatMap(({ path }) => path ?? []);
  const streams = known.slice(0, MAX_LOGGED_STREAMS);
  return { streams, entries: countOutcomes(entries) };
}

/** What a bug is and where it was thrown, as the fields of a line. */
export function stackTrace(error: unknown): object {
  let bug = error;
  while (bug instanceof CollectorError && bug.cause !== undefined) bug = bug.cause;
  if (!(bug instanceof Error)) return {};
  return { stack_trace: describeBug(bug) };
}

/** One line per code and minute, in ms: rejected callers must not fill the log. */
const REJECTED_MS = 60_000;

/** Logs rejected pushes: the first at once, then the number of further ones. */
export class RejectionLog {
  private readonly since = new Map<ErrorCode, { atMs: number; more: number }>();

  constructor(private readonly log: Log) {}

  write({ code, message }: CollectorError): void {
    const last = this.since.get(code);
    const nowMs = performance.now();
    if (last !== undefined && nowMs - last.atMs < REJECTED_MS) {
      last.more++;
      return;
    }
    this.since.set(code, { atMs: nowMs, more: 0 });
    const more = last === undefined || last.more === 0 ? {} : { more: last.more };
    this.log.write('warning', `a push was rejected: ${message}`, { code, ...more });
  }
}
