import type { CollectorError, Refusal } from '../common/errors.js';

/** What became of an entry of a bundle. */
export type EntryResult = SettledEntry | RefusedEntryResult | FailedEntry;

interface EntryFacts {
  /** `prefix/+/name`, where it is known. */
  readonly path: string | undefined;
  /** How many logs the entry has. */
  readonly logs: number;
}

/** An entry that is done with; `stored` also where it has only a terminal index. */
export interface SettledEntry extends EntryFacts {
  readonly outcome: 'stored' | 'junk' | 'archived' | 'purged';
}

/** An entry that was refused as bad input. */
export interface RefusedEntryResult extends EntryFacts {
  readonly outcome: 'refused';
  /** Why: a code that is not retryable. */
  readonly reason: Refusal;
}

/** An entry that brings the message again. */
export interface FailedEntry extends EntryFacts {
  readonly outcome: 'failed';
  /** Why: a code that is retryable. */
  readonly reason: CollectorError;
}
