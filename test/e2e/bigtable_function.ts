import type { WriteMode } from '../../src/storage/bigtable/bigtable.js';
import type { TableName } from '../../src/storage/bigtable/grpc_table.js';

/** The settings of a function that stores in this table. */
export function bigtableSettings(table: TableName, writes: WriteMode): NodeJS.ProcessEnv {
  return {
    BIGTABLE_PROJECT: table.project,
    BIGTABLE_INSTANCE: table.instance,
    BIGTABLE_TABLE: table.table,
    BIGTABLE_APP_PROFILE: table.appProfile,
    BIGTABLE_EMULATOR_HOST: table.emulatorHost,
    BIGTABLE_WRITES: writes,
  };
}
