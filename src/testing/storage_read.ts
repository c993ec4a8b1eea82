import assert from 'node:assert/strict';
import {
  indices,
  indicesOf,
  LOG_BYTES,
  logsAt,
  logsOf,
  put,
  read,
  type StorageCases,
  STREAM,
  texts,
} from './storage_cases.js';

/** Adds the rules of `Storage.get` and `Storage.tail`. */
export function addReadCases(contract: StorageCases): void {
  const cases: [string, { index?: bigint; limit?: number }, bigint[]][] = [
    ['begins with the first log by default', {}, [0n, 1n, 2n, 3n, 6n, 7n]],
    ['begins in the middle of a row', { index: 2n }, [2n, 3n, 6n, 7n]],
    ['begins where a gap ends', { index: 4n }, [6n, 7n]],
    ['ends in the middle of a row', { limit: 3 }, [0n, 1n, 2n]],
    ['counts what it gives against the limit', { index: 3n, limit: 2 }, [3n, 6n]],
    ['gives nothing where nothing is asked for', { limit: 0 }, []],
    ['gives nothing past the end', { index: 8n }, []],
  ];
  for (const [what, range, expected] of cases)
    contract.addWith({ maxRowSize: 2 * LOG_BYTES }, `get: ${what}`, async (storage) => {
      await put(storage, 0, 4);
      await put(storage, 6, 2);
      const got = await read(storage, range);
      assert.deepEqual(indicesOf(got), expected);
      assert.deepEqual(texts(got), logsAt(expected));
      const keys = await read(storage, { ...range, keysOnly: true });
      assert.deepEqual(indicesOf(keys), expected);
      assert.ok(keys.every(({ data }) => data.length === 0));
    });

  contract.add('get: reads a stream that was put while it is read', async (storage) => {
    await put(storage, 0, 2);
    const got: bigint[] = [];
    for await (const { index } of storage.get(STREAM, {})) {
      if (index === 0n) await put(storage, 2, 2);
      got.push(index);
    }
    assert.deepEqual(got.slice(0, 2), [0n, 1n]);
    assert.deepEqual(await indices(storage), [0n, 1n, 2n, 3n]);
  });
  contract.add('tail: gives the data of the last log', async (storage) => {
    await put(storage, 0, 3);
    const tail = await storage.tail(STREAM, {});
    assert.deepEqual(tail === undefined ? [] : texts([tail]), logsOf(2, 1));
  });
}

/** Adds the rules of reading rows that overlap (departures 11 and 12). */
export function addOverlapCases(contract: StorageCases): void {
  // The rows in the order of their puts, what get gives, and where tail ends.
  const cases: [what: string, rows: string, read: string, tail: bigint | undefined][] = [
    ['no row', '', '', undefined],
    ['one row', '0-2', '0-2', 2n],
    ['rows side by side', '0-2 3-4', '0-4', 4n],
    ['a stream that does not begin with 0', '1-3', '1-3', undefined],
    ['a gap', '0-2 5-6', '0-2 5-6', 2n],
    ['a row that begins within the one before it', '0-3 2-6', '0-6', 6n],
    ['a shorter row with the same end', '0-3 2-3', '0-3', 3n],
    ['a row within a later one', '3-4 0-7', '0-7', 7n],
    ['many rows within a later one', '1-1 3-3 5-5 0-7', '0-7', 7n],
    ['a row within a later one, past a gap', '0-0 5-6 3-10', '0-0 3-10', 0n],
    ['a later row that closes a gap', '0-1 4-5 1-9', '0-9', 9n],
    ['two later rows, one in the other', '6-6 5-7 4-8', '4-8', undefined],
    ['two later rows, one after the other', '9-9 2-10 4-12', '2-12', undefined],
    ['gaps before and after a later row', '0-0 8-8 6-9 14-14 12-15', '0-0 6-9 12-15', 0n],
  ];
  for (const [what, rows, expected, tail] of cases)
    contract.add(`overlapping rows: ${what}`, async (storage) => {
      for (const [, first, last] of rows.matchAll(/(\d+)-(\d+)/g)) {
        await put(storage, Number(first), Number(last) - Number(first) + 1);
      }
      assert.equal(ranges(await indices(storage)), expected);
      assert.equal((await storage.tail(STREAM, {}))?.index, tail);
    });
}

/** `0-3 5-5` for 0, 1, 2, 3 and 5. */
function ranges(indices: readonly bigint[]): string {
  const runs: [bigint, bigint][] = [];
  for (const index of indices) {
    const run = runs.at(-1);
    if (run?.[1] === index - 1n) run[1] = index;
    else runs.push([index, index]);
  }
  return runs.map((run) => run.join('-')).join(' ');
}
