import { checkTexts, checkWhole } from '../../common/check_options.js';
import { CollectorError } from '../../common/errors.js';
import type { RowStorage } from '../row_storage.js';
import { BigtableStorage, type WriteMode } from './bigtable.js';
import { MAX_ROW_BYTES } from '../rows.js';
import { GrpcTable } from './grpc_table.js';
import type { RetryPolicy } from './retry.js';
import type { WriteLimits } from './writer.js';

const WRITE_MODES: readonly WriteMode[] = ['grouped', 'conditional'];

/** The table, and how it is written. */
export interface BigtableOptions {
  /** The Google Cloud project. */
  readonly project: string;
  /** The Bigtable instance in it. */
  readonly instance: string;
  /** The table, which has the column family `log`. */
  readonly table: string;
  /** Default: the instance's default profile. */
  readonly appProfile?: string;
  /** The emulator's address, `host:port`. Default: the service. */
  readonly emulatorHost?: string;
  /** The domain of the service's universe. Default: googleapis.com. */
  readonly universeDomain?: string | undefined;
  /** `grouped` shares calls among rows and works with every app profile; `conditional` writes row by row. Default: grouped. */
  readonly writes?: WriteMode;
  /** The most bytes of a row's value. Default, and at most: 10 MiB. */
  readonly maxRowSize?: number;
  /** How long a call is tried. Default: 30 s in all, and 10 s an attempt. */
  readonly retries?: RetryPolicy;
  /** What is under way at once, and what may wait. Default: the settings' defaults. */
  readonly limits?: WriteLimits;
}

/**
 * Opens the storage in a Bigtable table; nothing is connected until it is used.
 *
 * @throws CollectorError BAD_SETTINGS where an option makes no sense
 */
export function openBigtableStorage({
  project,
  instance,
  table,
  appProfile = '',
  emulatorHost,
  universeDomain,
  writes = 'grouped',
  ...options
}: BigtableOptions): RowStorage {
  checkTexts('Bigtable storage', { project, instance, table });
  checkWhole('Bigtable storage', { maxRowSize: options.maxRowSize }, 1, MAX_ROW_BYTES);
  if (!WRITE_MODES.includes(writes)) {
    const why = `must be one of ${WRITE_MODES.join(', ')}`;
    throw new CollectorError('BAD_SETTINGS', `the Bigtable storage's writes ${why}`);
  }
  const name = { project, instance, table, appProfile, emulatorHost, universeDomain };
  return new BigtableStorage({ table: new GrpcTable(name), writes, ...options });
}
