import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Client } from '@grpc/grpc-js';
import { GrpcTable } from '../../../src/storage/bigtable/grpc_table.js';
import { BigtableServer } from '../../fakes/bigtable_server.js';

const METHODS = ['makeUnaryRequest', 'makeClientStreamRequest', 'makeBidiStreamRequest'] as const;
const KB = 1024;

let bigtable: BigtableServer;
let table: GrpcTable;
let controller: AbortController;
/** What gRPC has made of calls, with the functions that it was given. */
let kept: unknown[];
let collectGarbage: () => void;

beforeEach(async () => {
  setFlagsFromString('--expose-gc');
  collectGarbage = runInNewContext('gc') as () => void;
  bigtable = await BigtableServer.start();
  table = new GrpcTable(bigtable.name);
  controller = new AbortController();
  kept = [];
  for (const name of METHODS) {
    const real = Reflect.get(Client.prototype, name) as () => unknown;
    jest.spyOn(Client.prototype, name).mockImplementation(function (this: Client, ...args) {
      const call: unknown = Reflect.apply(real, this, args);
      kept.push(call, ...args);
      return call as never;
    });
  }
});

afterEach(async () => {
  jest.restoreAllMocks();
  await table.close();
  bigtable.stop();
});

const options = () => ({ signal: controller.signal, timeoutMs: 10_000 });

/** Writes a row that nothing else refers to. */
async function write(method: 'putRow' | 'setRow' | 'setRows', bytes: number) {
  const row = { key: 'key', value: Buffer.alloc(bytes), timestampMicros: 1000 };
  if (method === 'setRows') await table.setRows([row, { ...row }], options(), () => row);
  else await table[method](row, options());
  return new WeakRef(row);
}

describe.each([
  ['putRow', KB],
  ['putRow', 300 * KB],
  ['setRow', KB],
  ['setRow', 300 * KB],
  ['setRows', KB],
] as const)('a write of Bigtable: %s of %i bytes', (method, bytes) => {
  test('a call that has ended keeps nothing of its row, whatever gRPC and the signal keep', async () => {
    const row = await write(method, bytes);
    await new Promise(setImmediate);
    expect(kept.length).toBeGreaterThan(0);
    collectGarbage();
    expect(row.deref()).toBeUndefined();
  });
});

test.each(['putRow', 'setRow', 'setRows'] as const)(
  'a write of Bigtable whose signal is aborted before it begins sends nothing: %s',
  async (method) => {
    await write('setRow', KB);
    controller.abort();
    await expect(write(method, KB)).rejects.toMatchObject({ code: 'CANCELLED' });
    await new Promise(setImmediate);
    expect(bigtable.calls).toHaveLength(1);
  },
);
