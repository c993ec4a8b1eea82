import type { EntryResult, ProcessResult } from '../collector/result.js';
import type { CollectorError } from '../common/errors.js';
import { MAX_REPORTED } from './limits.js';
import { DONE, REFUSED, statusOf } from './status.js';

/** An HTTP response, still without HTTP. */
export interface Answer {
  readonly status: number;
  /** To be sent as JSON; none in an empty answer. */
  readonly body?: object;
}

/** The answer to a message that is done with: acked. */
export function answerResult(result: ProcessResult): Answer {
  if (result.refusal !== undefined) return { status: REFUSED, body: report(result) };
  if (result.entries.some(isRefused)) return { status: REFUSED, body: report(result) };
  return { status: DONE };
}

/** The answer to a push that failed: nacked, unless the error is bad input. */
export function answerError({ code, message }: CollectorError): Answer {
  const status = statusOf(code);
  if (status === REFUSED) return answerResult({ refusal: { code, message }, entries: [] });
  return { status, body: { code, message } };
}

/** How many entries there were of each outcome. */
export function countOutcomes(entries: readonly EntryResult[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of entries) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

export function isRefused({ outcome }: EntryResult): boolean {
  return outcome === 'refused';
}

function report({ project, prefix, refusal, entries }: ProcessResult): object {
  const refused = entries.filter(isRefused);
  const listed = refused.slice(0, MAX_REPORTED).map(({ path, refusal: why, logs }) => {
    return { path, ...why, logs };
  });
  const more = refused.length - listed.length;
  const streams = entries.length > 0 && { entries: countOutcomes(entries), refused: listed };
  return { ...refusal, project, prefix, ...streams, ...(more > 0 && { more }) };
}
