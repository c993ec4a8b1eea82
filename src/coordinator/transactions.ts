import { abortReason, untilAborted } from '../abort.js';
import { CollectorError, coordinatorError, messageOf } from '../errors.js';
import { causeOf, type Environment } from '../storage/environment.js';

/** Changes of what the embedded Coordinator knows, each as a whole and on the disk. Those of one turn share a commit. */
export class Transactions {
  private readonly underWay = new Set<Promise<unknown>>();
  private closing = false;

  constructor(private readonly environment: Environment) {}

  /**
   * Runs a change in a write transaction, while nobody writes, nor any other process; resolves when it is on the disk.
   * A change that throws must do so before it writes: what it has written stays.
   *
   * @throws CollectorError what the change throws; COORDINATOR_FAILED where it cannot be committed; SHUTTING_DOWN
   */
  run<T>(change: () => T, signal: AbortSignal | undefined): Promise<T> {
    if (this.closing) return Promise.reject(new CollectorError('SHUTTING_DOWN'));
    if (signal?.aborted === true) return Promise.reject(abortReason(signal));
    const done = this.commit(() => {
      // Nobody waits for it any more.
      if (signal?.aborted === true) throw abortReason(signal);
      return change();
    });
    this.underWay.add(done);
    const end = () => this.underWay.delete(done);
    done.then(end, end);
    return untilAborted(done, signal);
  }

  /** Takes nothing more in, and waits for what is under way. */
  async close(): Promise<void> {
    this.closing = true;
    await Promise.allSettled(this.underWay);
  }

  private async commit<T>(change: () => T): Promise<T> {
    const { environment } = this;
    try {
      const committed = environment.transaction(change);
      // Asked for in the same turn: later it would be another commit's.
      const [result] = await Promise.all([committed, environment.flushed]);
      return result;
    } catch (thrown) {
      if (thrown instanceof CollectorError) throw thrown;
      const cause = await causeOf(thrown);
      const why = messageOf(cause);
      const detail = `the write to DATA_DIR failed: ${why}; is its disk full?`;
      throw coordinatorError('Unavailable', detail, { cause });
    }
  }
}
