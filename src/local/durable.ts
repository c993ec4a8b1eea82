import { CollectorError, messageOf, storageError } from '../common/errors.js';
import { Commits } from './commits.js';
import type { Environment } from './environment.js';

/**
 * Waits until writes are on the disk, not merely committed. To be called in the turn of the event loop that began them.
 *
 * @param begin begins the writes
 * @throws CollectorError STORAGE_FAILED, or what `begin` throws of that kind
 */
export async function durable(
  environment: Environment,
  begin: () => readonly Promise<unknown>[],
): Promise<void> {
  try {
    await commitsFor(environment).join(begin);
  } catch (thrown) {
    if (thrown instanceof CollectorError) throw thrown;
    const cause = await causeOf(thrown);
    const detail = `the write to DATA_DIR failed: ${messageOf(cause)}; is its disk full?`;
    throw storageError('Unavailable', detail, { cause });
  }
}

const commitsOf = new WeakMap<Environment, Commits>();

function commitsFor(environment: Environment): Commits {
  const known = commitsOf.get(environment);
  if (known !== undefined) return known;
  const commits = new Commits(() => environment.flushed);
  environment.onCommit(() => {
    commits.endTurn();
  });
  commitsOf.set(environment, commits);
  return commits;
}

/** Why a write failed: a failed commit tells that in a promise of its own. */
export async function causeOf(thrown: unknown): Promise<unknown> {
  const commitError: unknown = (thrown as { commitError?: unknown }).commitError;
  if (!(commitError instanceof Promise)) return thrown;
  return commitError.then(
    () => thrown,
    (cause: unknown) => cause,
  );
}
