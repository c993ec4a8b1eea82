import { setTimeout as sleep } from 'node:timers/promises';
import { BigtableStorage } from '../../../src/storage/bigtable/bigtable.js';
import { GrpcTable } from '../../../src/storage/bigtable/grpc_table.js';
import { formatRowKey, rowKeyPrefix } from '../../../src/storage/row_key.js';
import { recordsOf } from '../../../src/testing/records.js';
import { BigtableServer } from '../../fakes/bigtable_server.js';
import { FakeTable } from '../../fakes/table.js';

const ROWS = 1000;
/** At once: as many messages as an instance has under way. */
const AT_ONCE = 16;
/** How much longer than without a row that hangs a row may wait, and what a busy machine adds. */
const EXTRA_MS = 100;

let bigtable: BigtableServer;
let storage: BigtableStorage;
/** The keys of rows that are never answered for. */
let held: ReadonlySet<string>;

beforeEach(async () => {
  held = new Set();
  const fake = new FakeTable({
    write: async ({ rows, settle }) => {
      for (const [index, { key }] of rows.entries()) if (!held.has(key)) settle(index, undefined);
      if (rows.some(({ key }) => held.has(key))) await new Promise(() => undefined);
    },
  });
  bigtable = await BigtableServer.start(fake);
  const table = new GrpcTable(bigtable.name);
  const retries = { budgetMs: 10_000, attemptMs: 5000, random: () => 0 };
  storage = new BigtableStorage({ table, writes: 'grouped', retries });
});

afterEach(async () => {
  await storage.close();
  bigtable.stop();
});

/** Never answers for rows of these streams, and answers for the others at once. */
function hang(paths: readonly string[]): void {
  const row = { lastIndex: 0n, count: 1 };
  held = new Set(paths.map((path) => formatRowKey(rowKeyPrefix('p', path), row)));
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
