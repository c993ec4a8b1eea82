import { abortReason, type AbortWaiter, stopWaiting, waitForAbort } from '../../common/abort.js';
import { CollectorError, coordinatorError } from '../../common/errors.js';
import { durableTransaction, writeFailure } from '../durable.js';
import { type Environment } from '../environment.js';

/** How many changes share a transaction at most: a write transaction holds the event loop, for some 20 ms. */
export const MAX_CHANGES = 512;

/**
 * Changes of what the local Coordinator knows, each as a whole and on the disk. Those that come before a transaction
 * begins share it.
 */
export class Transactions {
  private readonly underWay = new Set<Promise<unknown>>();
  /** Those that the next transaction makes. */
  private next: Change[] | undefined;
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
  run<T>(make: () => T, signal: AbortSignal | undefined): Promise<T> {
    if (this.closing) return Promise.reject(new CollectorError('SHUTTING_DOWN'));
    if (signal?.aborted === true) return Promise.reject(abortReason(signal));
    return new Promise<unknown>((resolve, reject) => {
      const change = new Change(make, signal, resolve, reject);
      const open = this.next !== undefined && this.next.length < MAX_CHANGES;
      const changes = open ? this.next! : this.open();
      // Also where no transaction can begin: then all of them fail with what it failed with.
      changes.push(change);
    }) as Promise<T>;
  }

  /** Takes nothing more in, and waits for what is under way. */
  async close(): Promise<void> {
    this.closing = true;
    await Promise.allSettled(this.underWay);
  }

  private open(): Change[] {
    const changes: Change[] = [];
    this.next = changes;
    const done = this.commit(changes);
    this.underWay.add(done);
    const end = () => this.underWay.delete(done);
    done.then(end, end);
    return changes;
  }

  private async commit(changes: Change[]): Promise<void> {
    const { environment } = this;
    try {
      await durableTransaction(environment, () => {
        if (this.next === changes) this.next = undefined;
        this.begin();
        for (const change of changes) change.make();
      });
      for (const change of changes) change.settle();
    } catch (thrown) {
      if (this.next === changes) this.next = undefined;
      const failure = await commitFailure(thrown, environment);
      for (const change of changes) change.fail(failure);
    }
  }
}

/** One change, and the caller that waits for it. */
class Change implements AbortWaiter {
  private result: unknown;
  private error: unknown;
  private failed = false;

  constructor(
    private readonly change: () => unknown,
    private readonly signal: AbortSignal | undefined,
    private readonly resolve: (result: unknown) => void,
    private readonly reject: (reason: unknown) => void,
  ) {
    if (signal !== undefined) waitForAbort(signal, this);
  }

  onAbort(): void {
    this.reject(abortReason(this.signal!));
  }

  /** In the transaction: makes the change, unless its caller has given it up. */
  make(): void {
    if (this.signal?.aborted === true) return;
    try {
      this.result = this.change();
    } catch (thrown) {
      this.failed = true;
      this.error = thrown;
    }
  }

  /** The transaction is on the disk. */
  settle(): void {
    if (this.failed) this.fail(this.error);
    else {
      this.leave();
      this.resolve(this.result);
    }
  }

  fail(error: unknown): void {
    this.leave();
    this.reject(error);
  }

  private leave(): void {
    if (this.signal !== undefined) stopWaiting(this.signal, this);
  }
}

async function commitFailure(
  thrown: unknown,
  environment: Pick<Environment, 'dir'>,
): Promise<unknown> {
  if (thrown instanceof CollectorError) return thrown;
  const { detail, cause } = await writeFailure(thrown, environment);
  return coordinatorError('Unavailable', detail, { cause });
}
