import { setTimeout as sleep } from 'node:timers/promises';
import { BigtableStorage } from '../../../src/storage/bigtable/bigtable.js';
import { GrpcTable } from '../../../src/storage/bigtable/grpc_table.js';
import { formatRowKey, rowKeyPrefix } from '../../../src/storage/row_key.js';
import { recordsOf } from '../../../src/testing/records.js';
import { BigtableServer } from '../../fakes/bigtable_server.js';
import { FakeTable } from '../../fakes/table.js';

const ROWS = 1000;
const ROUNDS = 4;
/** At once: as many messages as an instance has under way. */
const AT_ONCE = 16;
/** How much longer than without a row that hangs a row may wait, and what a busy machine adds. */
const EXTRA_MS = 100;

/** How long a row may wait that shares its call with one that hangs: until the call is slow, and what a busy machine adds. */
const BESIDE_MS = 150;
const ATTEMPT_MS = 5000;

let bigtable: BigtableServer;
let storage: BigtableStorage;
/** The keys of rows that are never answered for. */
let held: ReadonlySet<string>;
/** Whether nothing is answered for the other rows of their calls either. */
let silent: boolean;

beforeEach(async () => {
  held = new Set();
  silent = false;
  const fake = new FakeTable({
    write: async ({ rows, settle }) => {
      const hangs = rows.some(({ key }) => held.has(key));
      for (const [index, { key }] of rows.entries()) {
        if (!held.has(key) && !(hangs && silent)) settle(index, undefined);
      }
      if (hangs) await new Promise(() => undefined);
    },
  });
  bigtable = await BigtableServer.start(fake);
  storage = open(2 * ATTEMPT_MS);
});

/** @param budgetMs how long a row is tried */
function open(budgetMs: number): BigtableStorage {
  const table = new GrpcTable(bigtable.name);
  const retries = { budgetMs, attemptMs: ATTEMPT_MS, random: () => 0 };
  return new BigtableStorage({ table, writes: 'grouped', retries });
}

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

/** Writes a row, and returns how long it waits, in milliseconds. */
async function waitOf(path: string): Promise<number> {
  const begun = performance.now();
  await put(path);
  return performance.now() - begun;
}

/** Writes rows of streams of their own, and returns the longest that one waits, in milliseconds. */
async function longestOf(prefix: string): Promise<number> {
  let longest = 0;
  let left = ROWS;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) {
        longest = Math.max(longest, await waitOf(`${prefix}/+/${left}`));
      }
    }),
  );
  return longest;
}

test.each([
  ['one row that hangs', 1, false],
  // More than BIGTABLE_MAX_GROUPS.
  ['twenty rows that hang', 20, false],
  ['one row that hangs, and a call with it that answers for none', 1, true],
  ['twenty rows that hang, and calls with them that answer for none', 20, true],
])('grouped writes: %s: no other row waits for 100 ms longer', async (_, count, isSilent) => {
  const hanging = Array.from({ length: count }, (__, at) => `hangs/+/${at}`);
  silent = isSilent;
  hang(hanging);
  await longestOf('warm');
  let extraMs = Infinity;
  // A busy machine may well hold one of them.
  for (let round = 0; round < ROUNDS && extraMs >= EXTRA_MS; round++) {
    const without = await longestOf('without');
    const controller = new AbortController();
    const outcomes: Promise<unknown>[] = [];
    const others: Promise<number>[] = [];
    for (const path of hanging) {
      outcomes.push(put(path, controller.signal).catch((thrown: unknown) => thrown));
      // In the same call.
      others.push(waitOf(`beside/${path}`));
      await sleep(5);
    }
    const longest = Math.max(await longestOf('with'), ...(await Promise.all(others)));
    controller.abort();
    await Promise.all(outcomes);
    extraMs = longest - without;
  }
  expect(extraMs).toBeLessThan(EXTRA_MS);
});

test('grouped writes: a row in the call of one that hangs: acked as soon as its own status is there', async () => {
  hang(['hangs/+/0']);
  const controller = new AbortController();
  const hanging = put('hangs/+/0', controller.signal).catch((thrown: unknown) => thrown);
  const begun = performance.now();
  await Promise.all([put('other/+/1'), put('other/+/2')]);
  expect(performance.now() - begun).toBeLessThan(2000);
  expect(bigtable.calls[0]).toMatchObject({ method: 'MutateRows' });
  controller.abort();
  await hanging;
});

test('grouped writes: a row in a call that answers for none is written by itself; the one that hangs fails when its attempt ends', async () => {
  await storage.close();
  storage = open(ATTEMPT_MS);
  silent = true;
  hang(['hangs/+/0']);
  await longestOf('warm');
  let waitMs = Infinity;
  const outcomes: Promise<unknown>[] = [];
  const begun = performance.now();
  for (let round = 0; round < ROUNDS && waitMs >= BESIDE_MS; round++) {
    outcomes.push(put('hangs/+/0').catch((thrown: unknown) => thrown));
    waitMs = Math.max(...(await Promise.all([waitOf('other/+/1'), waitOf('other/+/2')])));
  }
  expect(waitMs).toBeLessThan(BESIDE_MS);
  for (const outcome of outcomes) {
    expect(await outcome).toMatchObject({ code: 'STORAGE_FAILED', retryable: true });
    expect(performance.now() - begun).toBeGreaterThan(ATTEMPT_MS - 100);
  }
});

test('grouped writes: every row of a call is written by itself: the call is given up', async () => {
  bigtable.onMutateRows = () => undefined;
  await Promise.all([put('other/+/1'), put('other/+/2')]);
  expect(bigtable.calls.map(({ method }) => method)).toEqual([
    'MutateRows',
    'MutateRow',
    'MutateRow',
  ]);
  while (!bigtable.calls[0]!.cancelled) await sleep(1);
});
