import { BigtableStorage, type WriteMode } from '../../src/storage/bigtable/bigtable.js';
import { GrpcTable } from '../../src/storage/bigtable/grpc_table.js';
import { SERVER_TIME } from '../../src/storage/bigtable/table.js';
import type { Emulator } from '../e2e/emulator.js';
import type { OpenGoldenStore } from './reads.js';
import type { RowLine } from './reads_line.js';

const ATTEMPT = { signal: undefined, timeoutMs: 10_000 };
/** All keys: those of rows begin with a letter, a digit, `-` or `_`. */
const ALL = { start: '-', end: '~' };

/** Stores in tables of an emulator, each its own. */
export function bigtableStores(emulator: () => Emulator, writes: WriteMode): OpenGoldenStore {
  return async (options) => {
    const table = new GrpcTable(await emulator().createTable());
    const storage = new BigtableStorage({ table, writes, ...options });
    return {
      storage,
      rows: async () => {
        const rows: RowLine[] = [];
        for await (const { key, value } of table.readRows(ALL, false, ATTEMPT)) {
          rows.push({ key, value: Buffer.from(value).toString('base64') });
        }
        return rows;
      },
      plant: ({ key, value }) =>
        table.putRow(
          { key, value: Buffer.from(value, 'base64'), timestampMicros: SERVER_TIME },
          ATTEMPT,
        ),
      close: () => storage.close(),
    };
  };
}
