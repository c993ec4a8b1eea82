import { CollectorError, type ErrorCode } from '../../src/common/errors.js';
import type { Storage, StoredLog, StreamRequest } from '../../src/storage/storage.js';
import { Random } from '../random.js';
import { recordsOf } from '../storage/records.js';
import { StorageModel } from './storage_model.js';

export interface OpenedStorage {
  readonly storage: Storage;
  /** Closes the storage and opens it again on the same data. */
  reopen(): Promise<Storage>;
  /** Closes the storage and removes its data. */
  close(): Promise<void>;
}

/** Opens an empty storage. */
export type OpenStorage = (options: { maxRowSize?: number }) => Promise<OpenedStorage>;

const PROJECT = 'project';
const STREAM: StreamRequest = { project: PROJECT, path: 'prefix/+/name' };
const NEIGHBOURS: readonly StreamRequest[] = [
  { project: PROJECT, path: 'prefix/+/name2' },
  { project: PROJECT, path: 'prefix/+/nam' },
  { project: PROJECT, path: 'prefix/+/name/x' },
  { project: 'project2', path: 'prefix/+/name' },
];
/** A log of the tests takes this many bytes in a row. */
const LOG_BYTES = 9;

/** Logs of a stream, 8 bytes each; what an index holds is the same however the logs are cut. */
export function logsOf(index: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `log${index + i}`.padEnd(LOG_BYTES - 1));
}

/**
 * The rules of `Storage`, for every implementation.
 *
 * @param overwrites whether a row that is there is written again, where the same message, and so the same bytes, comes again
 */
export function describeStorage(name: string, open: OpenStorage, overwrites = false): void {
  describe(name, () => {
    let opened: OpenedStorage | undefined;

    async function start(options: { maxRowSize?: number } = {}): Promise<Storage> {
      opened = await open(options);
      return opened.storage;
    }

    afterEach(async () => {
      await opened?.close();
      opened = undefined;
    });

    describe('put', () => {
      test('what is put is read back byte for byte', async () => {
        const storage = await start();
        const logs = [Buffer.from([0, 0xff, 0x80]), Buffer.alloc(0), Buffer.alloc(200, 7)];
        await storage.put({ ...STREAM, index: 0n, count: 3, records: recordsOf(logs) }, {});
        const got = await read(storage);
        expect(got.map(({ data }) => Buffer.from(data))).toEqual(logs);
      });

      test('putting again changes nothing', async () => {
        const storage = await start();
        await put(storage, 0, 3);
        await put(storage, 0, 3);
        expect(texts(await read(storage))).toEqual(logsOf(0, 3));
      });

      (overwrites ? test.skip : test)('other bytes for a row: the first ones stay', async () => {
        const storage = await start();
        await put(storage, 0, 3);
        const other = recordsOf(['one', 'two', 'three']);
        await storage.put({ ...STREAM, index: 0n, count: 3, records: other }, {});
        expect(texts(await read(storage))).toEqual(logsOf(0, 3));
      });

      test('many puts of the same logs at once store them once, and all are done', async () => {
        const storage = await start();
        await Promise.all(Array.from({ length: 50 }, () => put(storage, 0, 3)));
        expect(texts(await read(storage))).toEqual(logsOf(0, 3));
      });

      test('logs that do not fit into one row go into several', async () => {
        const storage = await start({ maxRowSize: 3 * LOG_BYTES });
        await put(storage, 5, 10);
        expect(texts(await read(storage))).toEqual(logsOf(5, 10));
      });

      test('rows that exist do not keep the others from being stored (departure 5)', async () => {
        const storage = await start({ maxRowSize: 2 * LOG_BYTES });
        await put(storage, 2, 2);
        await put(storage, 0, 6);
        expect(texts(await read(storage))).toEqual(logsOf(0, 6));
      });

      test('a log that fills a row is stored', async () => {
        const storage = await start({ maxRowSize: 100 });
        await storage.put(
          { ...STREAM, index: 0n, count: 1, records: recordsOf(['x'.repeat(99)]) },
          {},
        );
        expect(await indices(storage)).toEqual([0n]);
      });

      test('a log that is larger than a row is refused, and those before it are stored', async () => {
        const storage = await start({ maxRowSize: 100 });
        const logs = ['x'.repeat(90), 'x'.repeat(90), 'x'.repeat(100), 'x'];
        const records = recordsOf(logs);
        const put = storage.put({ ...STREAM, index: 7n, count: 4, records }, {});
        expect(await codeOf(put)).toBe('LOG_TOO_LARGE');
        expect(await indices(storage)).toEqual([7n, 8n]);
      });

      test('where the first log is larger than a row, nothing is stored', async () => {
        const storage = await start({ maxRowSize: 100 });
        const records = recordsOf(['x'.repeat(100), 'x']);
        const put = storage.put({ ...STREAM, index: 0n, count: 2, records }, {});
        expect(await codeOf(put)).toBe('LOG_TOO_LARGE');
        expect(await indices(storage)).toEqual([]);
      });

      test('the last index of all can be stored', async () => {
        const storage = await start();
        const last = 2n ** 63n - 1n;
        await storage.put(
          { ...STREAM, index: last - 1n, count: 2, records: recordsOf(['a', 'b']) },
          {},
        );
        expect(await indices(storage, { index: last })).toEqual([last]);
      });

      test('what is put is there when the storage is opened again', async () => {
        await put(await start(), 0, 3);
        expect(texts(await read(await opened!.reopen()))).toEqual(logsOf(0, 3));
      });

      test('nothing is put once the storage is closed', async () => {
        const storage = await start();
        await storage.close();
        expect(await codeOf(put(storage, 0, 1))).toBe('SHUTTING_DOWN');
      });
    });

    describe('get', () => {
      const cases: [string, { index?: bigint; limit?: number }, bigint[]][] = [
        ['begins with the first log unless told', {}, [0n, 1n, 2n, 3n, 6n, 7n]],
        ['begins in the middle of a row', { index: 2n }, [2n, 3n, 6n, 7n]],
        ['begins where a gap ends', { index: 4n }, [6n, 7n]],
        ['ends in the middle of a row', { limit: 3 }, [0n, 1n, 2n]],
        ['counts what it gives against the limit', { index: 3n, limit: 2 }, [3n, 6n]],
        ['gives nothing where nothing is asked for', { limit: 0 }, []],
        ['gives nothing past the end', { index: 8n }, []],
      ];
      test.each(cases)('%s', async (_, range, expected) => {
        const storage = await start({ maxRowSize: 2 * LOG_BYTES });
        await put(storage, 0, 4);
        await put(storage, 6, 2);
        const got = await read(storage, range);
        expect(got.map(({ index }) => index)).toEqual(expected);
        expect(texts(got)).toEqual(expected.flatMap((index) => logsOf(Number(index), 1)));
        const keys = await read(storage, { ...range, keysOnly: true });
        expect(keys.map(({ index }) => index)).toEqual(expected);
        expect(keys.every(({ data }) => data.length === 0)).toBe(true);
      });

      test('reads a stream that was put while it is read', async () => {
        const storage = await start();
        await put(storage, 0, 2);
        const got: bigint[] = [];
        for await (const { index } of storage.get(STREAM, {})) {
          if (index === 0n) await put(storage, 2, 2);
          got.push(index);
        }
        expect(got.slice(0, 2)).toEqual([0n, 1n]);
        expect(await indices(storage)).toEqual([0n, 1n, 2n, 3n]);
      });
    });

    describe('overlapping rows', () => {
      // [first index, number of logs] of each row; what get gives, and where tail ends (departures 11 and 12).
      const cases: [string, [number, number][], string, number | undefined][] = [
        ['no row', [], '', undefined],
        ['one row', [[0, 3]], '0-2', 2],
        [
          'rows side by side',
          [
            [0, 3],
            [3, 2],
          ],
          '0-4',
          4,
        ],
        ['a stream that does not begin with 0', [[1, 3]], '1-3', undefined],
        [
          'a gap',
          [
            [0, 3],
            [5, 2],
          ],
          '0-2 5-6',
          2,
        ],
        [
          'a row that begins within the one before it',
          [
            [0, 4],
            [2, 5],
          ],
          '0-6',
          6,
        ],
        [
          'a shorter row with the same end',
          [
            [0, 4],
            [2, 2],
          ],
          '0-3',
          3,
        ],
        [
          'a row within a later one',
          [
            [3, 2],
            [0, 8],
          ],
          '0-7',
          7,
        ],
        [
          'many rows within a later one',
          [
            [1, 1],
            [3, 1],
            [5, 1],
            [0, 8],
          ],
          '0-7',
          7,
        ],
        [
          'a row within a later one, past a gap',
          [
            [0, 1],
            [5, 2],
            [3, 8],
          ],
          '0 3-10',
          0,
        ],
        [
          'a later row that closes a gap',
          [
            [0, 2],
            [4, 2],
            [1, 9],
          ],
          '0-9',
          9,
        ],
        [
          'two later rows, one in the other',
          [
            [6, 1],
            [5, 3],
            [4, 5],
          ],
          '4-8',
          undefined,
        ],
        [
          'two later rows, one after the other',
          [
            [9, 1],
            [2, 9],
            [4, 9],
          ],
          '2-12',
          undefined,
        ],
        [
          'gaps before and after a later row',
          [
            [0, 1],
            [8, 1],
            [6, 4],
            [14, 1],
            [12, 4],
          ],
          '0 6-9 12-15',
          0,
        ],
      ];
      test.each(cases)('%s', async (_, rows, expected, tail) => {
        const storage = await start();
        for (const [index, count] of rows) await put(storage, index, count);
        expect(ranges(await indices(storage))).toBe(expected);
        expect((await storage.tail(STREAM, {}))?.index).toBe(
          tail === undefined ? undefined : BigInt(tail),
        );
      });
    });

    describe('tail', () => {
      test('gives the data of the last log', async () => {
        const storage = await start();
        await put(storage, 0, 3);
        const tail = await storage.tail(STREAM, {});
        expect(tail === undefined ? [] : texts([tail])).toEqual(logsOf(2, 1));
      });
    });

    describe('expunge', () => {
      test('removes every row of the stream, and none of another one', async () => {
        const storage = await start({ maxRowSize: LOG_BYTES });
        for (const stream of [STREAM, ...NEIGHBOURS]) await put(storage, 0, 20, stream);
        await storage.expunge(STREAM, {});
        expect(await indices(storage)).toEqual([]);
        expect(await storage.tail(STREAM, {})).toBeUndefined();
        for (const stream of NEIGHBOURS) {
          expect(texts(await read(storage, {}, stream))).toEqual(logsOf(0, 20));
        }
        expect(await collect((await opened!.reopen()).get(STREAM, {}))).toEqual([]);
      });

      test('removes a stream of many rows', async () => {
        const storage = await start({ maxRowSize: LOG_BYTES });
        // More than any storage removes in one call.
        const puts = Array.from({ length: 12 }, (_, at) => put(storage, at * 100, 100));
        await Promise.all(puts);
        expect((await indices(storage)).length).toBe(1200);
        await storage.expunge(STREAM, {});
        expect(await indices(storage)).toEqual([]);
      });

      test('removes nothing where there is nothing', async () => {
        const storage = await start();
        await storage.expunge(STREAM, {});
        expect(await indices(storage)).toEqual([]);
      });

      test('a stream can be put again', async () => {
        const storage = await start();
        await put(storage, 0, 3);
        await storage.expunge(STREAM, {});
        await put(storage, 0, 2);
        expect(texts(await read(storage))).toEqual(logsOf(0, 2));
      });
    });

    describe('an aborted signal', () => {
      const calls: [string, (storage: Storage, signal: AbortSignal) => Promise<unknown>][] = [
        ['put', (storage, signal) => put(storage, 0, 1, STREAM, signal)],
        ['get', (storage, signal) => collect(storage.get(STREAM, { signal }))],
        ['tail', (storage, signal) => storage.tail(STREAM, { signal })],
        ['expunge', (storage, signal) => storage.expunge(STREAM, { signal })],
      ];
      const reasons: [string, unknown, ErrorCode][] = [
        ['its reason, if that is from the catalogue', new CollectorError('DEADLINE'), 'DEADLINE'],
        ['CANCELLED', undefined, 'CANCELLED'],
      ];
      describe.each(calls)('makes %s reject', (_, call) => {
        test.each(reasons)('with %s', async (__, reason, code) => {
          const storage = await start();
          await put(storage, 0, 1);
          expect(await codeOf(call(storage, AbortSignal.abort(reason)))).toBe(code);
        });
      });
    });

    test('random puts, cuts and expunges read as a plain model says', async () => {
      const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
      console.info(`${name}: SEED=${seed}`);
      const random = new Random(seed);
      const storage = await start({ maxRowSize: 4 * LOG_BYTES });
      const model = new StorageModel();
      const streams = [STREAM, ...NEIGHBOURS.slice(0, 2)];
      for (let step = 0; step < 150; step++) {
        const stream = random.pick(streams);
        if (random.oneIn(40)) {
          await storage.expunge(stream, {});
          model.expunge(stream);
        } else {
          const [index, count] = [random.below(60), random.between(1, 15)];
          await put(storage, index, count, stream);
          model.put(stream, index, count);
        }
        const [index, limit] = [BigInt(random.below(70)), random.between(0, 30)];
        const keysOnly = random.oneIn(3);
        const checked = random.pick(streams);
        const got = await read(storage, { index, limit, keysOnly }, checked);
        const where = `step ${step}, get ${index} ${limit} ${keysOnly}`;
        expect([where, ...got.map((log) => log.index)]).toEqual([
          where,
          ...model.get(checked, index, limit),
        ]);
        if (!keysOnly) {
          expect(texts(got)).toEqual(got.flatMap((log) => logsOf(Number(log.index), 1)));
        }
        const tail = await storage.tail(checked, {});
        expect([where, tail?.index]).toEqual([where, model.tail(checked)]);
      }
    });
  });

  async function put(
    storage: Storage,
    index: number,
    count: number,
    stream = STREAM,
    signal?: AbortSignal,
  ): Promise<void> {
    const records = recordsOf(logsOf(index, count));
    await storage.put({ ...stream, index: BigInt(index), count, records }, { signal });
  }

  function read(
    storage: Storage,
    range: { index?: bigint; limit?: number; keysOnly?: boolean } = {},
    stream = STREAM,
  ): Promise<StoredLog[]> {
    return collect(storage.get({ ...stream, ...range }, {}));
  }

  async function indices(storage: Storage, range: { index?: bigint } = {}): Promise<bigint[]> {
    return (await read(storage, range)).map(({ index }) => index);
  }
}

function texts(logs: readonly StoredLog[]): string[] {
  return logs.map(({ data }) => Buffer.from(data).toString());
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** `0-3 5` for 0, 1, 2, 3 and 5. */
function ranges(indices: readonly bigint[]): string {
  const runs: [bigint, bigint][] = [];
  for (const index of indices) {
    const run = runs.at(-1);
    if (run?.[1] === index - 1n) run[1] = index;
    else runs.push([index, index]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(' ');
}

async function codeOf(work: Promise<unknown>): Promise<ErrorCode | 'no error'> {
  try {
    await work;
  } catch (thrown) {
    if (thrown instanceof CollectorError) return thrown.code;
    throw thrown;
  }
  return 'no error';
}
