import { asCollectorError, CollectorError, type Refusal } from '../common/errors.js';
import type { EntryResult, FailedEntry, RefusedEntryResult } from './entry_result.js';
import type { EntryTimes } from './entry_times.js';

/** What became of a message: acked, or to be sent again. */
export type ProcessResult = AckResult | RetryResult;

/** A message that is done with: acked. */
export type AckResult = DoneResult | PartlyRefusedResult | RefusedResult;

/** What is known of a message, however it ended. */
export interface MessageFacts {
  /** Known where the bundle could be read. */
  readonly project?: string;
  /** Known with the project. */
  readonly prefix?: string;
  /** What became of each entry, in the bundle's order; none where the message ended before its entries did. */
  readonly entries: readonly EntryResult[];
  /** The entries by type and time; only where a stopwatch was passed. */
  readonly entryTimes?: EntryTimes;
}

/** Every log is stored, or there was nothing to do. */
export interface DoneResult extends MessageFacts {
  readonly outcome: 'done';
}

/** Some entries were refused as bad input; the others are done. */
export interface PartlyRefusedResult extends MessageFacts {
  readonly outcome: 'partly refused';
  /** Why the first of them was refused. */
  readonly reason: Refusal;
}

/** The message was refused as a whole as bad input. */
export interface RefusedResult extends MessageFacts {
  readonly outcome: 'refused';
  /** Why: a code that is not retryable. */
  readonly reason: Refusal;
}

/** The message must be sent again: something failed that may work then. */
export interface RetryResult extends MessageFacts {
  readonly outcome: 'retry';
  /** Why: the first thing that failed, with a code that is retryable. */
  readonly reason: CollectorError;
}

/** What `Collector.process` rejects with: a message that must be sent again, with what became of its entries. */
export class ProcessError extends CollectorError {
  /** What became of the message, entry by entry. */
  readonly result: RetryResult;

  constructor(result: RetryResult) {
    const { reason } = result;
    super(reason.code, reason.message, { cause: reason });
    this.name = 'ProcessError';
    this.result = result;
  }
}

/** Returns whether a backend may still read the message: a put that was rejected or aborted may have rows under way. */
export function mayBeRead({ outcome }: ProcessResult): boolean {
  return outcome === 'retry' || outcome === 'partly refused';
}

/** Returns the refused entries of a message. */
export function refusedEntries({ entries }: MessageFacts): RefusedEntryResult[] {
  return entries.filter((entry) => entry.outcome === 'refused');
}

/** Returns why the message as a whole was refused or must be sent again; undefined where its entries say it. */
export function wholeReason(result: ProcessResult): Refusal | undefined {
  return result.outcome === 'refused' || result.outcome === 'retry' ? result.reason : undefined;
}

/** Returns the result of a message whose entries are all done with, refused or failed. */
export function settledResult(facts: MessageFacts): ProcessResult {
  const { entries } = facts;
  const failed = entries.filter((entry) => entry.outcome === 'failed');
  if (failed.length > 0) return { outcome: 'retry', reason: failureOf(facts, failed), ...facts };
  const [refused] = refusedEntries(facts);
  if (refused === undefined) return { outcome: 'done', ...facts };
  return { outcome: 'partly refused', reason: refused.reason, ...facts };
}

/** Returns the result of a message that an error ended: bad input is refused, anything else must be sent again. */
export function errorResult(
  thrown: unknown,
  facts: MessageFacts = { entries: [] },
): RefusedResult | RetryResult {
  if (thrown instanceof ProcessError) return thrown.result;
  const reason = asCollectorError(thrown);
  if (reason.retryable) return { outcome: 'retry', reason, ...facts };
  const { code, message } = reason;
  return { outcome: 'refused', reason: { code, message }, ...facts };
}

function failureOf(
  { project, prefix, entries }: MessageFacts,
  failed: readonly FailedEntry[],
): CollectorError {
  const first = failed[0]!;
  const why = `${failed.length} of ${entries.length} entries of ${project}/${prefix} must come again; first ${first.path}: ${first.reason.message}`;
  // A bug is told from a backend's failure even where both happened: it is answered with another status.
  const { reason } = failed.find((entry) => entry.reason.code === 'INTERNAL') ?? first;
  return new CollectorError(reason.code, why, { cause: reason });
}
