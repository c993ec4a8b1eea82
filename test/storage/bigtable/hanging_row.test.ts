import { setTimeout as sleep } from 'node:timers/promises';
import { google } from '@google-cloud/bigtable/build/protos/protos.js';
import { BigtableStorage } from '../../../src/storage/bigtable/bigtable.js';
import { GrpcTable } from '../../../src/storage/bigtable/grpc_table.js';
import { formatRowKey, rowKeyPrefix } from '../../../src/storage/row_key.js';
import { recordsOf } from '../../../src/testing/records.js';
import { FakeBigtable } from './fake_bigtable.js';

const { MutateRowsResponse } = google.bigtable.v2;

const ROWS = 1000;
/** At once: as many messages as an instance has under way. */
const AT_ONCE = 16;
/** How much longer than without a row that hangs a row may wait, and what a busy machine adds. */
const EXTRA_MS = 100;

let bigtable: FakeBigtable;
let storage: BigtableStorage;

beforeEach(async () => {
  bigtable = await FakeBigtable.start();
  const emulatorHost = `127.0.0.1:${bigtable.port}`;
  const names = { project: 'p', instance: 'i', table: 't', appProfile: 'a' };
  const table = new GrpcTable({ ...names, emulatorHost });
  const retries = { budgetMs: 10_000, attemptMs: 5000, random: () => 0 };
  storage = new BigtableStorage({ table, writes: 'grouped', retries });
});

afterEach(async () => {
  await storage.close();
  bigtable.stop();
});

/** Never answers for rows of these streams, and answers for the others at once. */
function hang(paths: readonly string[]): void {
  const held = new Set(
    paths.map((path) => formatRowKey(rowKeyPrefix('p', path), { lastIndex: 0n, count: 1 })),
  );
  const isHeld = (key: unknown) => held.has(Buffer.from(key as Uint8Array).toString());
  bigtable.onMutateRow = ({ rowKey }, done) => {
    if (!isHeld(rowKey)) done();
  };
  bigtable.onMutateRows = ({ entries }, call) => {
    const all = (entries ?? []).map(({ rowKey }, index) => ({ rowKey, index }));
    const good = all.filter(({ rowKey }) => !isHeld(rowKey));
    const statuses = good.map(({ index }) => ({ index, status: { code: 0 } }));
    call.write(MutateRowsResponse.encode({ entries: statuses }).finish() as Buffer);
    if (good.length === all.length) call.end();
  };
}

function put(path: string, signal?: AbortSignal): Promise<void> {
  const request = { project: 'p', path, index: 0n, count: 1, records: recordsOf(['log']) };
  return storage.put({ ...request, timestampMs: 1_700_000_000_000 }, { signal });
}

/** Writes rows of streams of their own, and returns the longest that one waits, in milliseconds. */
async function longestOf(prefix: string): Promise<number> {
  let longest = 0;
  let left = ROWS;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) {
        const begun = performance.now();
        await put(`${prefix}/+/${left}`);
        longest = Math.max(longest, performance.now() - begun);
      }
    }),
  );
  return longest;
}

test.each([
  ['one row that hangs', 1],
  // More than BIGTABLE_MAX_GROUPS.
  ['twenty rows that hang', 20],
])('grouped writes: %s: no other row waits for 100 ms longer', async (_, count) => {
  const hanging = Array.from({ length: count }, (__, at) => `hangs/+/${at}`);
  hang(hanging);
  await longestOf('warm');
  const without = await longestOf('without');
  const controller = new AbortController();
  const outcomes: Promise<unknown>[] = [];
  for (const path of hanging) {
    outcomes.push(put(path, controller.signal).catch((thrown: unknown) => thrown));
    await sleep(5);
  }
  const longest = await longestOf('with');
  controller.abort();
  await Promise.all(outcomes);
  expect(longest - without).toBeLessThan(EXTRA_MS);
});

test('grouped writes: a row in the call of one that hangs: acked as soon as its own status is there', async () => {
  hang(['hangs/+/0']);
  const controller = new AbortController();
  const hanging = put('hangs/+/0', controller.signal).catch((thrown: unknown) => thrown);
  const begun = performance.now();
  await Promise.all([put('other/+/1'), put('other/+/2')]);
  expect(performance.now() - begun).toBeLessThan(2000);
  expect(bigtable.calls.map(({ method }) => method)).toEqual(['MutateRows']);
  controller.abort();
  await hanging;
});
