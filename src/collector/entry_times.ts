import type { StreamType } from '../bundle/bundle.js';
import type { EntryResult } from './entry_result.js';

/** How long an entry of a bundle took; times are those of `performance.now`, in milliseconds. */
export interface EntryTime {
  readonly streamType: StreamType;
  readonly startMs: number;
  readonly endMs: number;
  readonly result: EntryResult;
}

/** The types of a message's entries, and the times that they took: of the whole bundle, also where its processing was aborted. */
export class EntryTimes {
  /** The types of the bundle's entries, in its order; none where the bundle could not be read. */
  streamTypes: readonly StreamType[] = [];
  /** The entries that are done with, in the order of their ends. */
  readonly ended: EntryTime[] = [];

  /** @param now the time in milliseconds */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Records the time of an entry when it ends. */
  async follow(streamType: StreamType, work: Promise<EntryResult>): Promise<EntryResult> {
    const startMs = this.now();
    const result = await work;
    this.ended.push({ streamType, startMs, endMs: this.now(), result });
    return result;
  }
}
