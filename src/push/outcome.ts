import type { EntryResult, ProcessResult } from '../collector/result.js';
import { ProcessError } from '../collector/result.js';
import { CollectorError, type Refusal } from '../errors.js';
import type { Log } from '../telemetry/log.js';
import { countOutcomes } from './answer.js';
import { MAX_LOGGED_STREAMS } from './limits.js';

/** How a push ended: with a result, or with an error. */
export interface Outcome {
  messageId?: string | undefined;
  result?: ProcessResult;
  error?: CollectorError;
}

/** Logs what was refused and what must come again, one line a push; what went well says nothing. */
export function logOutcome(log: Log, { messageId, result, error }: Outcome): void {
  const ended = error instanceof ProcessError ? error.result : result;
  const entries = ended?.entries.filter((entry) => entry.refusal !== undefined) ?? [];
  const refusal: Refusal | undefined = error ?? result?.refusal ?? entries[0]?.refusal;
  if (refusal === undefined) return;
  const { code, message: reason } = refusal;
  const { project, prefix } = ended ?? {};
  const fields = { code, messageId, project, prefix, ...streamsOf(entries, ended) };
  if (code === 'INTERNAL') {
    log.write('error', `a bug: ${reason}`, { ...fields, ...traceOf(error) });
  } else {
    const verdict = error?.retryable === true ? 'must come again' : 'was refused';
    log.write('warning', `a push ${verdict}: ${reason}`, fields);
  }
}

function streamsOf(entries: EntryResult[], ended: ProcessResult | undefined): object {
  if (ended === undefined || entries.length === 0) return {};
  const streams = entries.slice(0, MAX_LOGGED_STREAMS).map(({ path }) => path);
  return { streams, entries: countOutcomes(ended.entries) };
}

/** Where a bug was thrown. Its message is left out: Node's own messages quote the values that they complain about. */
function traceOf(error: unknown): object {
  let bug = error;
  while (bug instanceof CollectorError && bug.cause !== undefined) bug = bug.cause;
  if (!(bug instanceof Error)) return {};
  const frames = (bug.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { stack_trace: [bug.name, ...frames].join('\n') };
}
