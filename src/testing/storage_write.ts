import assert from 'node:assert/strict';
import { recordsOf } from './records.js';
import {
  codeOf,
  indices,
  LOG_BYTES,
  logsOf,
  NEIGHBOURS,
  put,
  putLogs,
  read,
  type StorageCases,
  STREAM,
  texts,
} from './storage_cases.js';

/** Which rules depend on the storage. */
export interface StorageKind {
  /** Whether data outlives the storage that wrote it. Default: true. */
  readonly durable?: boolean;
  /** Whether a row is written again where the same message, and so the same bytes, comes again. Default: false. */
  readonly overwrites?: boolean;
}

/** Adds the rules of `Storage.put`. */
export function addPutCases(
  contract: StorageCases,
  { durable = true, overwrites = false }: StorageKind,
): void {
  contract.add('put: what is put is read back byte for byte', async (storage) => {
    const logs = [Buffer.from([0, 0xff, 0x80]), Buffer.alloc(0), Buffer.alloc(200, 7)];
    await putLogs(storage, 0n, logs);
    const got = (await read(storage)).map(({ data }) => Buffer.from(data));
    assert.deepEqual(got, logs);
  });

  contract.add(
    'put: once it has settled, the memory of the records may be used again',
    async (storage) => {
      const records = recordsOf(logsOf(0, 3));
      await storage.put({ ...STREAM, index: 0n, count: 3, records }, {});
      records.fill(0xff);
      assert.deepEqual(texts(await read(storage)), logsOf(0, 3));
    },
  );

  contract.add('put: streams whose names look alike are kept apart', async (storage) => {
    const streams = [STREAM, ...NEIGHBOURS];
    for (const [at, stream] of streams.entries()) await put(storage, 10 * at, 1, stream);
    for (const [at, stream] of streams.entries()) {
      assert.deepEqual(texts(await read(storage, {}, stream)), logsOf(10 * at, 1));
    }
  });

  contract.add('put: putting again changes nothing', async (storage) => {
    await put(storage, 0, 3);
    await put(storage, 0, 3);
    assert.deepEqual(texts(await read(storage)), logsOf(0, 3));
  });

  if (!overwrites)
    contract.add('put: other bytes for a row: the first ones stay', async (storage) => {
      await put(storage, 0, 3);
      await putLogs(storage, 0n, ['one', 'two', 'three']);
      assert.deepEqual(texts(await read(storage)), logsOf(0, 3));
    });

  contract.add(
    'put: many puts of the same logs at once store them once, and all are done',
    async (storage) => {
      await Promise.all(Array.from({ length: 50 }, () => put(storage, 0, 3)));
      assert.deepEqual(texts(await read(storage)), logsOf(0, 3));
    },
  );

  contract.addWith(
    { maxRowSize: 3 * LOG_BYTES },
    'put: logs that do not fit into one row go into several',
    async (storage) => {
      await put(storage, 5, 10);
      assert.deepEqual(texts(await read(storage)), logsOf(5, 10));
    },
  );

  contract.addWith(
    { maxRowSize: 2 * LOG_BYTES },
    'put: rows that exist do not keep the others from being stored (departure 5)',
    async (storage) => {
      await put(storage, 2, 2);
      await put(storage, 0, 6);
      assert.deepEqual(texts(await read(storage)), logsOf(0, 6));
    },
  );

  contract.addWith(
    { maxRowSize: 100 },
    'put: a log that fills a row is stored',
    async (storage) => {
      await putLogs(storage, 0n, ['x'.repeat(99)]);
      assert.deepEqual(await indices(storage), [0n]);
    },
  );

  contract.addWith(
    { maxRowSize: 100 },
    'put: a log that is larger than a row is refused, and those before it are stored',
    async (storage) => {
      const logs = ['x'.repeat(90), 'x'.repeat(90), 'x'.repeat(101), 'x'];
      assert.equal(await codeOf(putLogs(storage, 7n, logs)), 'LOG_TOO_LARGE');
      assert.deepEqual(await indices(storage), [7n, 8n]);
    },
  );

  contract.addWith(
    { maxRowSize: 100 },
    'put: where the first log is larger than a row, nothing is stored',
    async (storage) => {
      const logs = ['x'.repeat(101), 'x'];
      assert.equal(await codeOf(putLogs(storage, 0n, logs)), 'LOG_TOO_LARGE');
      assert.deepEqual(await indices(storage), []);
    },
  );

  contract.add('put: the last index of all can be stored', async (storage) => {
    const last = 2n ** 63n - 1n;
    await putLogs(storage, last - 1n, ['a', 'b']);
    assert.deepEqual(await indices(storage, { index: last }), [last]);
  });

  if (durable)
    contract.add(
      'put: what is put is there when the storage is opened again',
      async (storage, reopen) => {
        await put(storage, 0, 3);
        assert.deepEqual(texts(await read(await reopen())), logsOf(0, 3));
      },
    );

  contract.add('put: nothing is put once the storage is closed', async (storage) => {
    await storage.close();
    assert.equal(await codeOf(put(storage, 0, 1)), 'SHUTTING_DOWN');
  });
}

/** Adds the rules of `Storage.expunge`. */
export function addExpungeCases(contract: StorageCases, { durable = true }: StorageKind): void {
  contract.addWith(
    { maxRowSize: LOG_BYTES },
    'expunge: removes every row of the stream, and none of another one',
    async (storage, reopen) => {
      for (const stream of [STREAM, ...NEIGHBOURS]) await put(storage, 0, 20, stream);
      await storage.expunge(STREAM, {});
      assert.deepEqual(await indices(storage), []);
      assert.equal(await storage.tail(STREAM, {}), undefined);
      for (const stream of NEIGHBOURS) {
        assert.deepEqual(texts(await read(storage, {}, stream)), logsOf(0, 20));
      }
      if (durable) assert.deepEqual(await indices(await reopen()), []);
    },
  );

  contract.addWith(
    { maxRowSize: LOG_BYTES },
    'expunge: removes a stream of many rows',
    async (storage) => {
      // More than any storage removes in one call.
      const puts = Array.from({ length: 12 }, (_, at) => put(storage, at * 100, 100));
      await Promise.all(puts);
      assert.equal((await indices(storage)).length, 1200);
      await storage.expunge(STREAM, {});
      assert.deepEqual(await indices(storage), []);
    },
  );

  contract.add('expunge: removes nothing where there is nothing', async (storage) => {
    await storage.expunge(STREAM, {});
    assert.deepEqual(await indices(storage), []);
  });

  contract.add('expunge: a stream can be put again', async (storage) => {
    await put(storage, 0, 3);
    await storage.expunge(STREAM, {});
    await put(storage, 0, 2);
    assert.deepEqual(texts(await read(storage)), logsOf(0, 2));
  });
}
