import type { Config } from './config.js';
import { BigtableStorage, RETRIES } from '../storage/bigtable/bigtable.js';
import { GrpcTable } from '../storage/bigtable/grpc_table.js';

/** The storage of the settings BIGTABLE_*; nothing is connected yet. */
export function openBigtableStorage(config: Config): BigtableStorage {
  const table = new GrpcTable({
    project: config.bigtableProject,
    instance: config.bigtableInstance,
    table: config.bigtableTable,
    appProfile: config.bigtableAppProfile,
    emulatorHost: config.bigtableEmulatorHost || undefined,
  });
  // A message that is given up can say why only while there is time left: then two attempts of it have ended.
  const budgetMs = Math.min(RETRIES.budgetMs, config.messageDeadlineMs / 2);
  const attemptMs = Math.min(RETRIES.attemptMs, budgetMs / 2);
  return new BigtableStorage({
    table,
    writes: config.bigtableWrites,
    maxRowSize: config.rowLimitBytes,
    retries: { ...RETRIES, budgetMs, attemptMs },
    limits: {
      maxCalls: config.bigtableMaxCalls,
      maxBatches: config.bigtableMaxGroups,
      maxQueuedRows: config.bigtableMaxQueue,
      maxQueuedBytes: config.bigtableMaxQueueBytes,
    },
  });
}
