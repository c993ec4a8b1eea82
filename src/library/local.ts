/** The storage and the Coordinator of one machine, in a directory. */
import { checkTexts, checkWhole } from '../common/check_options.js';
import type { Coordinator } from '../coordinator/coordinator.js';
import { openLocal as open } from '../local/local.js';
import { MAX_ROW_BYTES } from '../storage/rows.js';
import type { Storage } from '../storage/storage.js';

/** A storage and a Coordinator in one directory. */
export interface LocalStore {
  /** The logs. */
  readonly storage: Storage;
  /** The streams. */
  readonly coordinator: Coordinator;
  /** Waits for what is under way, and closes the files. */
  close(): Promise<void>;
}

/** The rules and bounds of a local store. */
export interface LocalStoreOptions {
  /** The most bytes of a row's value. Default, and at most: 10 MiB. */
  readonly maxRowSize?: number;
  /** Refuses streams of prefixes that are not registered. Default: false, they register themselves. */
  readonly strict?: boolean;
  /** How long after its registration a prefix takes new streams, in milliseconds. Default: 24 hours. */
  readonly prefixExpirationMs?: number;
}

/**
 * Opens the store in a directory, and makes it where there is none; several processes may share it. Nothing is ever
 * removed from it: the function's settings DATA_MAX_BYTES and DATA_MAX_AGE do that.
 *
 * @throws CollectorError BAD_SETTINGS
 */
export function openLocal(dir: string, options: LocalStoreOptions = {}): LocalStore {
  checkTexts('local store', { directory: dir });
  checkWhole('local store', { maxRowSize: options.maxRowSize }, 1, MAX_ROW_BYTES);
  checkWhole('local store', { prefixExpirationMs: options.prefixExpirationMs }, 0);
  return open(dir, options);
}
