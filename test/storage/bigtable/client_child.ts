import { GrpcTable } from '../../../src/storage/bigtable/grpc_table.js';
import { RpcError } from '../../../src/storage/bigtable/rpc_error.js';

const { UNIVERSE: universeDomain, CALL } = process.env;
const TABLE = { project: 'p', instance: 'i', table: 't', appProfile: 'collector', universeDomain };
const OPTIONS = { signal: undefined, timeoutMs: 20_000 };
const ROW = { key: 'key', value: Buffer.from('canary log'), timestampMicros: 1000 };

/** Makes each kind of call, or the one of CALL, as the first one of a table of the service, and prints their outcomes. */
async function main(): Promise<void> {
  const calls: Record<string, (table: GrpcTable) => Promise<unknown>> = {
    setRow: (table) => table.setRow(ROW, OPTIONS),
    putRow: (table) => table.putRow(ROW, OPTIONS),
    setRows: (table) => table.setRows([ROW, ROW], OPTIONS, () => undefined),
    readRows: async (table) => {
      for await (const row of table.readRows({ start: 'a', end: 'b' }, false, OPTIONS)) return row;
      return undefined;
    },
    deleteRows: (table) => table.deleteRows(['key'], OPTIONS),
  };
  for (const [name, call] of Object.entries(calls)) {
    if (name !== (CALL ?? name)) continue;
    const table = new GrpcTable(TABLE);
    try {
      await call(table);
      console.log(`${name} done`);
    } catch (thrown) {
      const status = thrown instanceof RpcError ? `${thrown.status}: ` : '';
      console.log(`${name} ${status}${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
    await table.close();
  }
}

void main();
