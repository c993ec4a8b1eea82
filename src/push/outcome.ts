import type { EntryResult, ProcessResult } from '../collector/result.js';
import { ProcessError } from '../collector/result.js';
import { CollectorError, type Refusal } from '../common/errors.js';
import type { Log } from '../telemetry/log.js';
import { type Stopwatch, STAGES } from '../common/stopwatch.js';
import { stackFrames } from '../telemetry/stack_trace.js';
import { countOutcomes } from './answer.js';
import { MAX_LOGGED_STREAMS } from './limits.js';

/** How a push ended: with a result, or with an error. */
export interface Outcome {
  messageId?: string | undefined;
  /** Where what was refused is kept. */
  deadLetter?: string;
  result?: ProcessResult;
  error?: CollectorError;
  /** Where its time went, where somebody looks. */
  readonly times?: Stopwatch | undefined;
  /** The error where the push was not let in; it has a log of its own. */
  turnedAway?: CollectorError;
}

/**
 * Logs what was refused and what must come again, one line a push; what went well says nothing.
 *
 * @param traceOf gives the fields that put a line with the request's trace
 */
export function logOutcome(
  log: Log,
  { messageId, deadLetter, result, error }: Outcome,
  traceOf: () => object,
): void {
  const ended = error instanceof ProcessError ? error.result : result;
  const entries = ended?.entries.filter((entry) => entry.refusal !== undefined) ?? [];
  const refusal: Refusal | undefined = error ?? result?.refusal ?? entries[0]?.refusal;
  if (refusal === undefined) return;
  const { code, message: reason } = refusal;
  const { project, prefix } = ended ?? {};
  const streams = streamsOf(entries, ended);
  const known = { code, reason, messageId, deadLetter, project, prefix };
  const fields = { ...known, ...streams, ...traceOf() };
  if (code === 'INTERNAL') {
    log.write('error', `a bug: ${reason}`, { ...fields, ...stackTrace(error) });
  } else {
    const verdict = error?.retryable === true ? 'must come again' : 'was refused';
    log.write('warning', `a push ${verdict}: ${reason}`, fields);
  }
}

/** Logs what a message was and where its time went: streams, logs, bytes, and milliseconds of each stage. */
export function logSummary(log: Log, outcome: Outcome, traceOf: () => object): void {
  const { messageId, result, error, times } = outcome;
  if (times === undefined || !log.writes('debug')) return;
  const ended = error instanceof ProcessError ? error.result : result;
  const { project, prefix, entries = [] } = ended ?? {};
  const ms = Object.fromEntries(STAGES.map((stage) => [stage, rounded(times.stageMs(stage))]));
  log.write('debug', 'a push has ended', {
    code: (error ?? result?.refusal)?.code,
    messageId,
    project,
    prefix,
    streams: times.streamTypes.length,
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

function streamsOf(entries: EntryResult[], ended: ProcessResult | undefined): object {
  if (ended === undefined || entries.length === 0) return {};
  const known = entries.flatMap(({ path }) => path ?? []);
  const streams = known.slice(0, MAX_LOGGED_STREAMS);
  return { streams, entries: countOutcomes(ended.entries) };
}

/** Where a bug was thrown. Its message is left out: Node's own messages quote the values that they complain about. */
export function stackTrace(error: unknown): object {
  let bug = error;
  while (bug instanceof CollectorError && bug.cause !== undefined) bug = bug.cause;
  if (!(bug instanceof Error)) return {};
  return { stack_trace: [bug.name, ...stackFrames(bug)].join('\n') };
}
