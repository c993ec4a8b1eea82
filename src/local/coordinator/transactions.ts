import { abortReason, untilAborted } from '../../common/abort.js';
import { attempted } from '../../common/attempted.js';
import { CollectorError, coordinatorError } from '../../common/errors.js';
import { durableTransaction, writeError } from '../durable.js';
import { type Environment } from '../environment.js';

/** How many changes share a transaction at most: a write transaction holds the event loop, for some 20 ms. */
export const MAX_CHANGES = 512;

/** Changes that one transaction makes, one after another; `done` resolves when they are on the disk. */
interface Transaction {
  readonly changes: (() => void)[];
  readonly done: Promise<void>;
}

/**
 * Changes of what the local Coordinator knows, each as a whole and on the disk. Those that come before a transaction
 * begins share it.
 */
export class Transactions {
  private readonly underWay = new Set<Promise<void>>();
  /** The transaction that has not begun, and takes changes. */
  private next: Transaction | undefined;
  private closing = false;

  /** @param begin is called in each transaction, before its changes */
  constructor(
    private readonly environment: Pick<Environment, 'transaction' | 'flushed' | 'dir'>,
    private readonly begin: () => void = () => undefined,
  ) {}

  /**
   * Runs a change in a write transaction, while nothing else writes, nor any other process; resolves when it is on the
   * disk. A change that throws must do so before it writes: what it has written stays.
   *
   * @throws CollectorError what the change throws; COORDINATOR_FAILED where it cannot be committed; SHUTTING_DOWN
   */
  async run<T>(make: () => T, signal: AbortSignal | undefined): Promise<T> {
    if (this.closing) throw new CollectorError('SHUTTING_DOWN');
    if (signal?.aborted === true) throw abortReason(signal);
    let result: () => T;
    const isFull = this.next !== undefined && this.next.changes.length >= MAX_CHANGES;
    if (this.next === undefined || isFull) this.next = this.open();
    const { changes, done } = this.next;
    changes.push(() => {
      // Unless its caller has given it up.
      if (signal?.aborted !== true) result = attempted(make);
    });
    await untilAborted(done, signal);
    return result!();
  }

  /** Takes nothing more in, and waits for what is under way. */
  async close(): Promise<void> {
    this.closing = true;
    await Promise.allSettled(this.underWay);
  }

  private open(): Transaction {
    const changes: (() => void)[] = [];
    const done = this.commit(changes);
    this.underWay.add(done);
    const end = () => this.underWay.delete(done);
    done.then(end, end);
    return { changes, done };
  }

  private async commit(changes: readonly (() => void)[]): Promise<void> {
    const takeNoMore = () => {
      if (this.next?.changes === changes) this.next = undefined;
    };
    try {
      await durableTransaction(this.environment, () => {
        takeNoMore();
        this.begin();
        for (const change of changes) change();
      });
    } catch (thrown) {
      takeNoMore();
      throw await writeError(thrown, this.environment, coordinatorError);
    }
  }
}
