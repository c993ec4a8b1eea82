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
    throw await writeError(thrown, environment, storageError);
  }
}

/**
 * Runs a change in a write transaction, while nothing else writes; resolves when it is on the disk. It waits for no turn
 * of `Commits`: where a transaction has been asked for and not begun, lmdb makes the change in that one, and begins no
 * commit of its own.
 *
 * @throws what the change throws, and what lmdb fails with
 */
export async function durableTransaction(
  environment: Pick<Environment, 'transaction' | 'flushed'>,
  change: () => void,
): Promise<void> {
  // Asked for in the same turn: later it would be another commit's.
  await Promise.all([environment.transaction(change), environment.flushed]);
}

/** The error of a write that failed, made by `make` where it is lmdb's. */
export async function writeError(
  thrown: unknown,
  { dir }: Pick<Environment, 'dir'>,
  make: (...of: Parameters<typeof storageError>) => Error,
): Promise<Error> {
  if (thrown instanceof CollectorError) return thrown;
  const cause = await causeOf(thrown);
  const what = `the write to DATA_DIR ${dir} failed: ${messageOf(cause)}`;
  return make('Unavailable', `${what}; is its disk full?`, { cause });
}

const commitsOf = new WeakMap<Environment, Commits>();

function commitsFor(environment: Environment): Commits {
  const known = commitsOf.get(environment);
  if (known !== undefined) return known;
  const commits = new Commits(() => environment.flushed);
  environment.onCommit(() => commits.endTurn());
  commitsOf.set(environment, commits);
  return commits;
}

/** A failed commit tells why in a promise of its own. */
async function causeOf(thrown: unknown): Promise<unknown> {
  const commitError: unknown = (thrown as { commitError?: unknown }).commitError;
  if (!(commitError instanceof Promise)) return thrown;
  return commitError.then(
    () => thrown,
    (cause: unknown) => cause,
  );
}
