import { durable } from '../durable.js';
import { type Environment } from '../environment.js';
import type { Table } from '../table.js';

/** The times that the local store goes by, in milliseconds since 1970. */
export interface StoreTimes {
  /** What is noted now is noted with this time: no earlier than anything before it. */
  latestMs(): number;
  /** What is older than this may go, or expire: a clock that has jumped ahead does not count until it is confirmed. */
  confirmedMs(): number;
}

export interface ClockSources {
  /** Milliseconds since 1970, by the clock of the machine, which may jump. */
  readonly now: () => number;
  /** Milliseconds since some time, by a clock that does not jump. */
  readonly monotonic: () => number;
  /** Is called once for each jump ahead. */
  readonly warn?: ((message: string) => void) | undefined;
}

/** A clock that is further ahead than this has jumped, or the store was not in use meanwhile. */
export const JUMP_MS = 10 * 60_000;

/** For so long, while the store is in use, a clock that has jumped ahead must stand before it is confirmed. */
export const CONFIRM_MS = 60 * 60_000;

/** How often the confirmed time is kept: what a crash takes of it is no jump. */
const KEEP_MS = 5 * 60_000;

/** What outlives the process. */
interface Kept {
  readonly confirmedMs: number;
  readonly aheadMs: number;
  readonly stoodMs: number;
}

/**
 * A time that no jump of the machine's clock moves: it goes on by the monotonic clock, follows the machine's clock where
 * that is a little ahead, and never goes back. Where that clock is far ahead, it follows once that has stood for an
 * hour; the hour may be spread over several starts.
 */
export class StoreClock implements StoreTimes {
  private readonly table: Table<Kept, string>;
  private kept: Kept | undefined;
  private confirmed = 0;
  private atMonotonicMs = 0;
  /** How far ahead the machine's clock is, where it has jumped; else 0. */
  private ahead = 0;
  private stoodMs = 0;

  constructor(
    private readonly environment: Environment,
    private readonly sources: ClockSources,
  ) {
    this.table = environment.openDB<Kept, string>({ name: 'clock', encoding: 'json' });
  }

  latestMs(): number {
    const confirmed = this.confirmedMs();
    return Math.max(confirmed, Math.floor(this.sources.now()));
  }

  confirmedMs(): number {
    if (this.kept === undefined) this.load();
    const { now, monotonic } = this.sources;
    const atMs = monotonic();
    const passedMs = atMs - this.atMonotonicMs;
    this.atMonotonicMs = atMs;
    this.confirmed += passedMs;
    this.follow(now() - this.confirmed, passedMs);
    return Math.floor(this.confirmed);
  }

  /** Keeps the confirmed time for the next start, where it has moved. */
  async keep(everyMs = KEEP_MS): Promise<void> {
    const confirmedMs = this.confirmedMs();
    const { ahead: aheadMs, stoodMs, kept } = this;
    if (kept !== undefined && confirmedMs - kept.confirmedMs < everyMs) return;
    this.kept = { confirmedMs, aheadMs, stoodMs };
    const begin = () => [this.table.put('confirmed', { confirmedMs, aheadMs, stoodMs })];
    await durable(this.environment, begin);
  }

  private load(): void {
    const { now, monotonic } = this.sources;
    // Where nothing was kept, nothing says that the clock is wrong.
    const kept = this.table.get('confirmed') ?? { confirmedMs: now(), aheadMs: 0, stoodMs: 0 };
    this.confirmed = kept.confirmedMs;
    this.ahead = kept.aheadMs;
    this.stoodMs = kept.stoodMs;
    this.atMonotonicMs = monotonic();
    this.kept = kept;
    // While nothing ran, the clock went on, and the confirmed time did not.
    if (this.ahead > 0) this.ahead = Math.max(this.ahead, now() - this.confirmed);
  }

  /** @param aheadMs how far the machine's clock is ahead now */
  private follow(aheadMs: number, passedMs: number): void {
    if (aheadMs <= JUMP_MS) {
      this.confirmed += Math.max(0, aheadMs);
      this.ahead = 0;
      return;
    }
    if (this.ahead > 0 && Math.abs(aheadMs - this.ahead) <= JUMP_MS) {
      this.stoodMs += passedMs;
    } else {
      this.ahead = aheadMs;
      this.stoodMs = 0;
      const far = Math.round(aheadMs / 60_000);
      const why = `the clock is ${far} minutes ahead of the latest time in DATA_DIR`;
      const hold = `nothing is expunged or expires by it until it has stood for ${CONFIRM_MS / 60_000} minutes`;
      this.sources.warn?.(`${why}: ${hold}`);
    }
    if (this.stoodMs < CONFIRM_MS) return;
    this.confirmed += aheadMs;
    this.ahead = 0;
  }
}
