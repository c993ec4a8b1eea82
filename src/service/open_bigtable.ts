import type { Config } from './config.js';
import { RETRIES } from '../storage/bigtable/bigtable.js';
import { openBigtableStorage as open } from '../storage/bigtable/open.js';
import { WRITE_LIMITS } from '../storage/bigtable/writer.js';
import type { RowStorage } from '../storage/row_storage.js';

/** The storage of the settings BIGTABLE_*; nothing is connected yet. */
export function openBigtableStorage(config: Config): RowStorage {
  // A message that is given up can say why only while there is time left: then two attempts of it have ended.
  const budgetMs = Math.min(RETRIES.budgetMs, config.messageDeadlineMs / 2);
  const attemptMs = Math.min(RETRIES.attemptMs, budgetMs / 2);
  const { bigtableEmulatorHost: emulatorHost } = config;
  // Google's client reads this variable too, but does not hand it to its check of the credentials.
  const universeDomain = process.env.GOOGLE_CLOUD_UNIVERSE_DOMAIN;
  return open({
    project: config.bigtableProject,
    instance: config.bigtableInstance,
    table: config.bigtableTable,
    appProfile: config.bigtableAppProfile,
    ...(emulatorHost !== '' && { emulatorHost }),
    ...(universeDomain && { universeDomain }),
    writes: config.bigtableWrites,
    maxRowSize: config.rowLimitBytes,
    retries: { ...RETRIES, budgetMs, attemptMs },
    limits: {
      ...WRITE_LIMITS,
      maxCalls: config.bigtableMaxCalls,
      maxBatches: config.bigtableMaxGroups,
      maxQueuedRows: config.bigtableMaxQueue,
      maxQueuedBytes: config.bigtableMaxQueueBytes,
    },
  });
}
