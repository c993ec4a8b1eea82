import { Metadata } from '@grpc/grpc-js';
import { TableClient } from '../../../src/storage/bigtable/client.js';
import type { MutateRowsPart, WriteStub } from '../../../src/storage/bigtable/stub.js';
import { WriteCalls } from '../../../src/storage/bigtable/write_calls.js';
import { BigtableServer } from '../../fakes/bigtable_server.js';

const NAMES = { tableName: 'projects/p/instances/i/tables/t', appProfileId: 'a' };
const SMALL = { key: 'key', value: Buffer.from('log'), timestampMicros: 1000 };
const LARGE = { ...SMALL, value: Buffer.alloc(300 * 1024) };

/** Records what is asked of an object: names of properties, and of those of its methods. */
function recorded<T extends object>(target: T, asked: Set<string>, path = ''): T {
  return new Proxy(target, {
    get: (_, name) => {
      const value: unknown = Reflect.get(target, name);
      asked.add(`${path}${String(name)}`);
      if (typeof value !== 'function' || path !== '') return value;
      const method = recorded(value, asked, `${String(name)}.`);
      // A method is called on the stub itself, which looks at its own insides.
      return new Proxy(method, {
        apply: (_method, _this, args) =>
          Reflect.apply(value as () => unknown, target, args) as unknown,
      });
    },
  });
}

test("the library's gRPC stub: exactly this is asked of it, and it is there", async () => {
  const bigtable = await BigtableServer.start();
  const client = await TableClient.open(bigtable.name);
  const asked = new Set<string>();
  const stub = recorded<WriteStub>(client.stub, asked);
  const calls = new WriteCalls(stub, NAMES, new Metadata());
  for (const row of [SMALL, LARGE]) {
    for (const method of ['checkAndMutateRow', 'mutateRow'] as const) {
      const error = await new Promise((resolve) => calls[method](row, {}, resolve));
      expect(error).toBeNull();
    }
  }
  const statuses: unknown[] = [];
  await new Promise((resolve, reject) => {
    const call = calls.mutateRows([SMALL, SMALL], {});
    call.on('data', ({ entries }: MutateRowsPart) => statuses.push(...entries));
    call.on('end', resolve);
    call.on('error', reject);
  });
  // 64-bit numbers are strings, and defaults are filled in.
  expect(statuses).toMatchObject([
    { index: '0', status: { code: 0, message: '' } },
    { index: '1', status: { code: 0, message: '' } },
  ]);
  expect([...asked].sort()).toEqual([
    'checkAndMutateRow',
    'checkAndMutateRow.path',
    'checkAndMutateRow.requestSerialize',
    'makeBidiStreamRequest',
    'makeClientStreamRequest',
    'makeUnaryRequest',
    'mutateRow',
    'mutateRow.path',
    'mutateRow.requestSerialize',
    'mutateRows',
    'mutateRows.path',
    'mutateRows.requestSerialize',
    'mutateRows.responseDeserialize',
  ]);
  expect(bigtable.calls.map(({ method }) => method)).toEqual([
    'CheckAndMutateRow',
    'MutateRow',
    'CheckAndMutateRow',
    'MutateRow',
    'MutateRows',
  ]);
  await client.close();
  bigtable.stop();
});
