import type { StreamType } from '../bundle/bundle.js';
import type { EntryResult } from '../collector/result.js';

/** The stages of a message's way, in their order. */
export const STAGES = ['receive', 'inflate', 'scan', 'register', 'store', 'end'] as const;
export type Stage = (typeof STAGES)[number];

/** How long an entry of a bundle took; times are those of `performance.now`, in milliseconds. */
export interface EntryTime {
  readonly streamType: StreamType;
  readonly startMs: number;
  readonly endMs: number;
  readonly result: EntryResult;
}

/**
 * Where the time of one message went. It is filled on the message's way, and made only where somebody is going to look:
 * what nobody looks at costs nothing.
 */
export class Stopwatch {
  readonly startMs: number;
  /** The bytes of the message's data, and of its bundle as inflated; 0 where it did not come that far. */
  messageBytes = 0;
  bundleBytes = 0;
  /** The types of the bundle's entries, in its order. */
  streamTypes: readonly StreamType[] = [];
  /** The entries that are done with, in the order of their ends. */
  readonly entries: EntryTime[] = [];
  private readonly stages = new Map<Stage, number>();
  private lastMs: number;
  private endMs: number;

  /** @param now the time in milliseconds */
  constructor(private readonly now: () => number = () => performance.now()) {
    this.startMs = now();
    this.lastMs = this.startMs;
    this.endMs = this.startMs;
  }

  /**
   * Counts the time since the last call for a stage. Streams go their way side by side: between two calls, the time is
   * that of the stage which came to its end.
   */
  lap(stage: Stage): number {
    const nowMs = this.now();
    this.stages.set(stage, (this.stages.get(stage) ?? 0) + nowMs - this.lastMs);
    this.lastMs = nowMs;
    return nowMs;
  }

  /** How long a stage took, in milliseconds; undefined where the message did not come that far. */
  stageMs(stage: Stage): number | undefined {
    return this.stages.get(stage);
  }

  /** The message is done with: what comes after is not its time. */
  stop(): void {
    this.endMs = this.now();
  }

  /** How long all took until then. */
  totalMs(): number {
    return this.endMs - this.startMs;
  }

  /** Follows an entry to its end. */
  async follow<T extends { readonly result: EntryResult }>(
    streamType: StreamType,
    outcome: Promise<T>,
  ): Promise<T> {
    const startMs = this.now();
    const ended = await outcome;
    this.entries.push({ streamType, startMs, endMs: this.now(), result: ended.result });
    return ended;
  }
}
