import assert from 'node:assert/strict';
import type { Contract } from './contract.js';
import { recordsOf } from './records.js';
import {
  codeOf,
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

/** Adds the rules of `Storage.put`. */
export function addPutCases(
  contract: Contract<StorageRun>,
  { durable, overwrites }: { readonly durable: boolean; readonly overwrites: boolean },
): void {
  contract.add('put: what is put is read back byte for byte', async (run) => {
    const storage = await run.start();
    const logs = [Buffer.from([0, 0xff, 0x80]), Buffer.alloc(0), Buffer.alloc(200, 7)];
    await storage.put({ ...STREAM, index: 0n, count: 3, records: recordsOf(logs) }, {});
    const got = await read(storage);
    assert.deepEqual(
      got.map(({ data }) => Buffer.from(data)),
      logs,
    );
  });

  contract.add(
    'put: once it has settled, the memory of the records may be used again',
    async (run) => {
      const storage = await run.start();
      const records = recordsOf(logsOf(0, 3));
      await storage.put({ ...STREAM, index: 0n, count: 3, records }, {});
      records.fill(0xff);
      assert.deepEqual(texts(await read(storage)), logsOf(0, 3));
    },
  );

  contract.add('put: streams whose names look alike are kept apart', async (run) => {
    const storage = await run.start();
    const streams = [STREAM, ...NEIGHBOURS];
    for (const [at, stream] of streams.entries()) await put(storage, 10 * at, 1, stream);
    for (const [at, stream] of streams.entries()) {
      assert.deepEqual(texts(await read(storage, {}, stream)), logsOf(10 * at, 1));
    }
  });

  contract.add('put: putting again changes nothing', async (run) => {
    const storage = await run.start();
    await put(storage, 0, 3);
    await put(storage, 0, 3);
    assert.deepEqual(texts(await read(storage)), logsOf(0, 3));
  });

  if (!overwrites)
    contract.add('put: other bytes for a row: the first ones stay', async (run) => {
      const storage = await run.start();
      await put(storage, 0, 3);
      const other = recordsOf(['one', 'two', 'three']);
      await storage.put({ ...STREAM, index: 0n, count: 3, records: other }, {});
      assert.deepEqual(texts(await read(storage)), logsOf(0, 3));
    });

  contract.add(
    'put: many puts of the same logs at once store them once, and all are done',
    async (run) => {
      const storage = await run.start();
      await Promise.all(Array.from({ length: 50 }, () => put(storage, 0, 3)));
      assert.deepEqual(texts(await read(storage)), logsOf(0, 3));
    },
  );

  contract.add('put: logs that do not fit into one row go into several', async (run) => {
    const storage = await run.start({ maxRowSize: 3 * LOG_BYTES });
    await put(storage, 5, 10);
    assert.deepEqual(texts(await read(storage)), logsOf(5, 10));
  });

  contract.add(
    'put: rows that exist do not keep the others from being stored (departure 5)',
    async (run) => {
      const storage = await run.start({ maxRowSize: 2 * LOG_BYTES });
      await put(storage, 2, 2);
      await put(storage, 0, 6);
      assert.deepEqual(texts(await read(storage)), logsOf(0, 6));
    },
  );

  contract.add('put: a log that fills a row is stored', async (run) => {
    const storage = await run.start({ maxRowSize: 100 });
    await storage.put({ ...STREAM, index: 0n, count: 1, records: recordsOf(['x'.repeat(99)]) }, {});
    assert.deepEqual(await indices(storage), [0n]);
  });

  contract.add(
    'put: a log that is larger than a row is refused, and those before it are stored',
    async (run) => {
      const storage = await run.start({ maxRowSize: 100 });
      const logs = ['x'.repeat(90), 'x'.repeat(90), 'x'.repeat(101), 'x'];
      const records = recordsOf(logs);
      const put = storage.put({ ...STREAM, index: 7n, count: 4, records }, {});
      assert.equal(await codeOf(put), 'LOG_TOO_LARGE');
      assert.deepEqual(await indices(storage), [7n, 8n]);
    },
  );

  contract.add('put: where the first log is larger than a row, nothing is stored', async (run) => {
    const storage = await run.start({ maxRowSize: 100 });
    const records = recordsOf(['x'.repeat(101), 'x']);
    const put = storage.put({ ...STREAM, index: 0n, count: 2, records }, {});
    assert.equal(await codeOf(put), 'LOG_TOO_LARGE');
    assert.deepEqual(await indices(storage), []);
  });

  contract.add('put: the last index of all can be stored', async (run) => {
    const storage = await run.start();
    const last = 2n ** 63n - 1n;
    await storage.put(
      { ...STREAM, index: last - 1n, count: 2, records: recordsOf(['a', 'b']) },
      {},
    );
    assert.deepEqual(await indices(storage, { index: last }), [last]);
  });

  if (durable)
    contract.add('put: what is put is there when the storage is opened again', async (run) => {
      await put(await run.start(), 0, 3);
      assert.deepEqual(texts(await read(await run.reopen())), logsOf(0, 3));
    });

  contract.add('put: nothing is put once the storage is closed', async (run) => {
    const storage = await run.start();
    await storage.close();
    assert.equal(await codeOf(put(storage, 0, 1)), 'SHUTTING_DOWN');
  });
}
