/** The stages of a message's way, in their order. */
export const STAGES = ['receive', 'inflate', 'scan', 'register', 'store', 'end'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * Measures where the time of one message goes. It is made only if the result is used, because measuring costs time.
 */
export class Stopwatch {
  readonly startMs: number;
  /** The bytes of the message's data, and of its bundle as inflated; 0 where it did not come that far. */
  messageBytes = 0;
  bundleBytes = 0;
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
}
