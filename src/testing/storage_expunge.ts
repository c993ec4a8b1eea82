import assert from 'node:assert/strict';
import type { Contract } from './contract.js';
import {
  indices,
  LOG_BYTES,
  logsOf,
  NEIGHBOURS,
  put,
  read,
  type StorageRun,
  STREAM,
  texts,
} from './storage_run.js';

/** Adds the rules of `Storage.expunge`. */
export function addExpungeCases(contract: Contract<StorageRun>, durable: boolean): void {
  contract.add('expunge: removes every row of the stream, and none of another one', async (run) => {
    const storage = await run.start({ maxRowSize: LOG_BYTES });
    for (const stream of [STREAM, ...NEIGHBOURS]) await put(storage, 0, 20, stream);
    await storage.expunge(STREAM, {});
    assert.deepEqual(await indices(storage), []);
    assert.equal(await storage.tail(STREAM, {}), undefined);
    for (const stream of NEIGHBOURS) {
      assert.deepEqual(texts(await read(storage, {}, stream)), logsOf(0, 20));
    }
    if (durable) assert.deepEqual(await indices(await run.reopen()), []);
  });

  contract.add('expunge: removes a stream of many rows', async (run) => {
    const storage = await run.start({ maxRowSize: LOG_BYTES });
    // More than any storage removes in one call.
    const puts = Array.from({ length: 12 }, (_, at) => put(storage, at * 100, 100));
    await Promise.all(puts);
    assert.equal((await indices(storage)).length, 1200);
    await storage.expunge(STREAM, {});
    assert.deepEqual(await indices(storage), []);
  });

  contract.add('expunge: removes nothing where there is nothing', async (run) => {
    const storage = await run.start();
    await storage.expunge(STREAM, {});
    assert.deepEqual(await indices(storage), []);
  });

  contract.add('expunge: a stream can be put again', async (run) => {
    const storage = await run.start();
    await put(storage, 0, 3);
    await storage.expunge(STREAM, {});
    await put(storage, 0, 2);
    assert.deepEqual(texts(await read(storage)), logsOf(0, 2));
  });
}
