import assert from 'node:assert/strict';
import type { Contract } from './contract.js';
import {
  indices,
  LOG_BYTES,
  logsOf,
  put,
  read,
  type StorageRun,
  STREAM,
  texts,
} from './storage_run.js';

/** Adds the rules of `Storage.get` and `Storage.tail`. */
export function addReadCases(contract: Contract<StorageRun>): void {
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
    contract.add(`get: ${what}`, async (run) => {
      const storage = await run.start({ maxRowSize: 2 * LOG_BYTES });
      await put(storage, 0, 4);
      await put(storage, 6, 2);
      const got = await read(storage, range);
      assert.deepEqual(
        got.map(({ index }) => index),
        expected,
      );
      assert.deepEqual(
        texts(got),
        expected.flatMap((index) => logsOf(Number(index), 1)),
      );
      const keys = await read(storage, { ...range, keysOnly: true });
      assert.deepEqual(
        keys.map(({ index }) => index),
        expected,
      );
      assert.equal(
        keys.every(({ data }) => data.length === 0),
        true,
      );
    });

  contract.add('get: reads a stream that was put while it is read', async (run) => {
    const storage = await run.start();
    await put(storage, 0, 2);
    const got: bigint[] = [];
    for await (const { index } of storage.get(STREAM, {})) {
      if (index === 0n) await put(storage, 2, 2);
      got.push(index);
    }
    assert.deepEqual(got.slice(0, 2), [0n, 1n]);
    assert.deepEqual(await indices(storage), [0n, 1n, 2n, 3n]);
  });
  contract.add('tail: gives the data of the last log', async (run) => {
    const storage = await run.start();
    await put(storage, 0, 3);
    const tail = await storage.tail(STREAM, {});
    assert.deepEqual(tail === undefined ? [] : texts([tail]), logsOf(2, 1));
  });
}
