import { LocalCoordinator, type LocalCoordinatorOptions } from './coordinator/local_coordinator.js';
import type { SecretStream } from '../coordinator/coordinator.js';
import { prefixOf } from '../coordinator/request_rules.js';
import { Expunger } from './retention/expunger.js';
import { StoreClock } from './retention/store_clock.js';
import { Retention, type RetentionOptions } from './retention/retention.js';
import { REFUSED_LIMITS, DeadLetterTable } from './dead_letter_table.js';
import { type Environment, openEnvironment } from './environment.js';
import { LmdbStorage } from './lmdb.js';
import { mayBeRead, unusable } from './unusable.js';
import type { StreamRequest } from '../storage/storage.js';

/** The local backends: one environment, and what is kept in it. */
export interface LocalBackends {
  readonly storage: LmdbStorage;
  readonly coordinator: LocalCoordinator;
  readonly expunger: Expunger;
  /** Where it was asked for. */
  readonly retention: Retention | undefined;
  /** Is called with each stream that is forgotten, and the secret it was registered with. */
  onForgotten: (stream: SecretStream) => void;
  readonly deadLetters: DeadLetterTable;
  /** Says whether the store is reachable, and how large it is. */
  readonly environment: Pick<Environment, 'problem' | 'onChange' | 'bytes'>;
  close(): Promise<void>;
}

export interface LocalOptions extends Omit<LocalCoordinatorOptions, 'environment' | 'times'> {
  /** Milliseconds by a clock that does not jump; default: the process's. */
  readonly monotonic?: () => number;
  readonly maxRowSize?: number;
  /** What is kept of what is written. Default: everything. */
  readonly retention?: RetentionOptions;
}

/**
 * Opens the local backends in a directory, and makes it where there is none.
 *
 * @throws CollectorError BAD_SETTINGS
 */
export function openLocal(dir: string, options: LocalOptions = {}): LocalBackends {
  return openIn(openEnvironment(dir), options);
}

/**
 * Opens the local backends in a directory to read them, also where this user may do no more, as on a read-only mount.
 * Where the lock file may not be written, a function that writes does not know of the reading: what it changes meanwhile
 * is read again, and where it is too fast, reading fails.
 *
 * @throws CollectorError BAD_SETTINGS
 */
export function openLocalToRead(dir: string): LocalBackends {
  try {
    return openLocal(dir);
  } catch (thrown) {
    if (!mayBeRead(thrown)) throw thrown;
    return openIn(openEnvironment(dir, true), {});
  }
}

function openIn(environment: Environment, options: LocalOptions): LocalBackends {
  try {
    // Tables that are new are made together: each by itself would wait for the disk, some 10 ms of a first start.
    return environment.transactionSync(() => openTables(environment, options));
  } catch (thrown) {
    void environment.close();
    throw unusable(environment.dir, thrown);
  }
}

function openTables(environment: Environment, options: LocalOptions): LocalBackends {
  const { maxRowSize, retention: limits, ...rest } = options;
  const { now = Date.now, monotonic = () => performance.now() } = options;
  const clock = new StoreClock(environment, { now, monotonic, warn: limits?.warn });
  const coordinator = new LocalCoordinator({ environment, ...rest, times: clock });
  const storage = new LmdbStorage({
    environment,
    maxRowSize,
    admit: limits && ((stream, bytes) => local.retention!.admit(stream, bytes)),
  });
  const expunger = new Expunger(environment, storage);
  const forgotten = ({ project, path }: StreamRequest) => {
    const secret = coordinator.prefix(project, prefixOf(path))?.secret;
    if (secret !== undefined) local.onForgotten({ project, path, secret });
  };
  const refused = new DeadLetterTable(environment, refusedLimits(limits?.maxBytes), clock);
  const retention =
    limits && new Retention(environment, expunger, refused, clock, limits, forgotten);
  refused.onPut = (bytes) => retention?.note(bytes);
  let closed: Promise<void> | undefined;
  const end = async () => {
    await retention?.close();
    await storage.close();
    await expunger.close();
    await coordinator.close();
    // Last: whatever uses lmdb after it ends the process.
    await environment.close();
  };
  const close = () => (closed ??= end());
  const local: LocalBackends = {
    storage,
    coordinator,
    expunger,
    retention,
    deadLetters: refused,
    environment,
    onForgotten: () => undefined,
    close,
  };
  return local;
}

/** Of a small store, refused messages take no more than a quarter. */
function refusedLimits(maxBytes = Infinity): typeof REFUSED_LIMITS {
  return { ...REFUSED_LIMITS, bytes: Math.min(REFUSED_LIMITS.bytes, maxBytes / 4) };
}
