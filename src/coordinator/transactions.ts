import { abortReason, untilAborted } from '../abort.js';
import { asCollectorError, CollectorError, coordinatorError } from '../errors.js';
import type { Environment } from '../storage/environment.js';

/** Writes to an environment that are done when they are flushed to disk. Those of one turn share a commit. */
export class Transactions {
  private readonly underWay = new Set<Promise<unknown>>();
  /** How many of them touch a thing, by its key. */
  private readonly touching = new Map<string, number>();
  private closing = false;

  constructor(private readonly environment: Environment) {}

  /** Whether a change of the thing is under way: what is read of it may not be on disk yet. */
  touches(key: string): boolean {
    return this.touching.has(key);
  }

  /**
   * Runs a change in a write transaction; no other process writes meanwhile. A change must check before it writes, for
   * throwing does not undo, and must write something where its answer has to outlive a crash: a transaction without
   * changes is not flushed, though what it read may not be on disk yet.
   *
   * @param key names the thing that is changed
   * @throws CollectorError what the change throws; COORDINATOR_FAILED where it cannot be committed
   */
  run<T>(key: string, change: () => T, signal: AbortSignal | undefined): Promise<T> {
    if (this.closing) return Promise.reject(new CollectorError('SHUTTING_DOWN'));
    if (signal?.aborted === true) return Promise.reject(abortReason(signal));
    const done = this.commit(() => {
      // Nobody waits for it any more.
      if (signal?.aborted === true) throw abortReason(signal);
      return change();
    });
    this.track(key, done);
    return untilAborted(done, signal);
  }

  /** Takes nothing more in, and waits for what is under way. */
  async close(): Promise<void> {
    this.closing = true;
    await Promise.allSettled(this.underWay);
  }

  /** Counts a write until it is flushed, also where nobody waits for it any more. */
  private track(key: string, done: Promise<unknown>): void {
    this.underWay.add(done);
    this.touching.set(key, (this.touching.get(key) ?? 0) + 1);
    const end = () => {
      this.underWay.delete(done);
      const others = this.touching.get(key)! - 1;
      if (others === 0) this.touching.delete(key);
      else this.touching.set(key, others);
    };
    done.then(end, end);
  }

  private async commit<T>(change: () => T): Promise<T> {
    try {
      const committed = this.environment.transaction(change);
      // Asked for at once: later it would be a later write's. It never resolves where the commit fails.
      const flushed = this.environment.flushed.then(() => undefined);
      const result = await committed;
      await flushed;
      return result;
    } catch (thrown) {
      if (thrown instanceof CollectorError) throw thrown;
      throw await commitFailure(thrown);
    }
  }
}

/** lmdb's error of a commit says nothing but where to wait for the cause; whoever does not, has it thrown unhandled. */
async function commitFailure(thrown: unknown): Promise<CollectorError> {
  if (!(thrown instanceof Error && 'commitError' in thrown)) return asCollectorError(thrown);
  try {
    await thrown.commitError;
    return coordinatorError('Unavailable', 'the embedded store did not commit', { cause: thrown });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : 'unknown';
    return coordinatorError('Unavailable', `the embedded store did not commit: ${why}`, { cause });
  }
}
