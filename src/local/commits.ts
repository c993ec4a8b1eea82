import { IdleWaiters } from '../common/idle_waiters.js';

/** The writes of one turn of the event loop: they share a commit. */
interface Turn {
  readonly writes: Promise<unknown>[];
  readonly done: Promise<void>;
}

/**
 * Waits for commits, once for all writes of a turn of the event loop: a message of 20,000 streams would otherwise have a
 * hundred thousand promises.
 */
export class Commits {
  private turn: Turn | undefined;
  private readonly turnEnd = new IdleWaiters();

  /** @param flushed resolves when the commit is on the disk of the writes that were begun in this turn */
  constructor(private readonly flushed: () => PromiseLike<unknown>) {}

  /**
   * Waits until writes are on the disk, with the others of this turn.
   *
   * @param begin begins the writes
   * @throws what `begin` throws, and what a commit fails with
   */
  join(begin: () => readonly Promise<unknown>[]): Promise<void> {
    const writes = begin();
    if (writes.length === 0) return Promise.resolve();
    this.turn ??= this.begin();
    this.turn.writes.push(...writes);
    return this.turn.done;
  }

  /** The commit begins: what is written from now on belongs to the next one. */
  endTurn(): void {
    this.turn = undefined;
    this.turnEnd.notify();
  }

  private begin(): Turn {
    const writes: Promise<unknown>[] = [];
    return { writes, done: this.commit(writes) };
  }

  private async commit(writes: readonly Promise<unknown>[]): Promise<void> {
    // Asked for now: later it would be another commit's.
    const flush = Promise.all([this.flushed()]);
    flush.catch(() => undefined);
    await this.turnEnd.wait();
    await Promise.all([...writes, flush]);
  }
}
