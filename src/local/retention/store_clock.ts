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
interface ClockState {
  confirmedMs: number;
  /** How far ahead the machine's clock is, where it has jumped; else 0. */
  aheadMs: number;
  stoodMs: number;
}

/**
 * A time that no jump of the machine's clock moves: it goes on by the monotonic clock, follows the machine's clock where
 * that is a little ahead, and never goes back. Where that clock is far ahead, it follows once that has stood for an
 * hour; the hour may be spread over several starts.
 */
export class StoreClock implements StoreTimes {
  private readonly table: Table<ClockState, string>;
  /** Undefined until it is read from the store. */
  private state: ClockState | undefined;
  private keptMs = 0;
  private atMonotonicMs = 0;

  constructor(
    private readonly environment: Environment,
    private readonly sources: ClockSources,
  ) {
    this.table = environment.openDB<ClockState, string>({ name: 'clock', encoding: 'json' });
  }

  latestMs(): number {
    const confirmed = this.confirmedMs();
    return Math.max(confirmed, Math.floor(this.sources.now()));
  }

  confirmedMs(): number {
    const state = (this.state ??= this.load());
    const { now, monotonic } = this.sources;
    const atMs = monotonic();
    const passedMs = atMs - this.atMonotonicMs;
    this.atMonotonicMs = atMs;
    state.confirmedMs += passedMs;
    this.follow(state, now() - state.confirmedMs, passedMs);
    return Math.floor(state.confirmedMs);
  }

  /** Keeps the confirmed time for the next start, where it has moved. */
  async keep(everyMs = KEEP_MS): Promise<void> {
    const confirmedMs = this.confirmedMs();
    if (confirmedMs - this.keptMs < everyMs) return;
    this.keptMs = confirmedMs;
    const kept = { ...this.state!, confirmedMs };
    await durable(this.environment, () => [this.table.put('confirmed', kept)]);
  }

  private load(): ClockState {
    const { now, monotonic } = this.sources;
    // Where nothing was kept, nothing says that the clock is wrong.
    const state = this.table.get('confirmed') ?? { confirmedMs: now(), aheadMs: 0, stoodMs: 0 };
    this.atMonotonicMs = monotonic();
    this.keptMs = state.confirmedMs;
    // While nothing ran, the clock went on, and the confirmed time did not.
    if (state.aheadMs > 0) state.aheadMs = Math.max(state.aheadMs, now() - state.confirmedMs);
    return state;
  }

  /** @param aheadMs how far the machine's clock is ahead now */
  private follow(state: ClockState, aheadMs: number, passedMs: number): void {
    if (aheadMs <= JUMP_MS) {
      state.confirmedMs += Math.max(0, aheadMs);
      state.aheadMs = 0;
      return;
    }
    if (state.aheadMs > 0 && Math.abs(aheadMs - state.aheadMs) <= JUMP_MS) {
      state.stoodMs += passedMs;
    } else {
      state.aheadMs = aheadMs;
      state.stoodMs = 0;
      const far = Math.round(aheadMs / 60_000);
      const why = `the clock is ${far} minutes ahead of the latest time in DATA_DIR`;
      const hold = `nothing is expunged or expires by it until it has stood for ${CONFIRM_MS / 60_000} minutes`;
      this.sources.warn?.(`${why}: ${hold}`);
    }
    if (state.stoodMs < CONFIRM_MS) return;
    state.confirmedMs += aheadMs;
    state.aheadMs = 0;
  }
}
