import type { EntryResult } from '../collector/entry_result.js';
import { type ProcessResult, refusedEntries, wholeReason } from '../collector/result.js';
import { MAX_REPORTED } from './limits.js';
import { statusOf } from './status.js';

/** An HTTP response, still without HTTP. */
export interface Answer {
  readonly status: number;
  /** To be sent as JSON; none in an empty answer. */
  readonly body?: object;
}

/** Returns the response to a push: empty when its message is done, otherwise a report of what was refused or failed. */
export function answerPush(result: ProcessResult): Answer {
  const status = statusOf(result);
  if (result.outcome === 'done') return { status };
  if (result.outcome !== 'retry') return { status, body: report(result) };
  const { code, message } = result.reason;
  return { status, body: { code, message } };
}

/** How many entries there were of each outcome. */
export function countOutcomes(entries: readonly EntryResult[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of entries) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

function report(result: ProcessResult): object {
  const { project, prefix, entries } = result;
  const refused = refusedEntries(result);
  const listed = refused.slice(0, MAX_REPORTED).map(({ path, reason, logs }) => {
    return { path, ...reason, logs };
  });
  const more = refused.length - listed.length;
  const streams = entries.length > 0 && { entries: countOutcomes(entries), refused: listed };
  return { ...wholeReason(result), project, prefix, ...streams, ...(more > 0 && { more }) };
}
