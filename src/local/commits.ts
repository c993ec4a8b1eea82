/** The writes of one turn of the event loop: they share a commit. */
interface Turn {
  readonly writes: Promise<unknown>[];
  readonly done: Promise<void>;
  /** Takes no more writes; `done` ends with the last of them. */
  end(): void;
}

/**
 * Waits for commits, once for all writes of a turn of the event loop: a message of 20,000 streams would otherwise have a
 * hundred thousand promises.
 */
export class Commits {
  private turn: Turn | undefined;

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
    this.turn ??= newTurn(this.flushed());
    this.turn.writes.push(...writes);
    return this.turn.done;
  }

  /** The commit begins: what is written from now on belongs to the next one. */
  endTurn(): void {
    this.turn?.end();
    this.turn = undefined;
  }
}

function newTurn(flushed: PromiseLike<unknown>): Turn {
  const writes: Promise<unknown>[] = [];
  let end: () => void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const all = async () => {
    // Asked for now: later it would be another commit's.
    const flush = Promise.all([flushed]);
    flush.catch(() => undefined);
    await ended;
    await Promise.all([...writes, flush]);
  };
  return { writes, done: all(), end: end! };
}
