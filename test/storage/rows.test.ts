import { cutLogs, Frames, MAX_ROWS_AT_ONCE, putInRows, type Row } from '../../src/storage/rows.js';
import { codeOf, rejectionOf } from '../codes.js';
import { Random } from '../../src/testing/random.js';
import { recordsOf } from '../../src/testing/records.js';

const STREAM = { project: 'project', path: 'prefix/+/name' };

function cut(sizes: readonly number[], maxRowSize: number) {
  const records = recordsOf(sizes.map((size) => Buffer.alloc(size)));
  const request = { ...STREAM, index: 10n, count: sizes.length, records };
  return { records, ...cutLogs(request, maxRowSize) };
}

describe('cutting logs into rows', () => {
  // Sizes of the logs, without the byte that a frame adds; what each row then is: last index and count.
  test.each<[string, number[], number, string, bigint | undefined]>([
    ['logs that fit into one row', [9, 9], 20, '11:2', undefined],
    ['logs of which two fit into a row', [9, 9, 9], 29, '11:2 12:1', undefined],
    ['logs of which each fills a row', [9, 9, 9], 10, '10:1 11:1 12:1', undefined],
    ['logs without data, which take a byte each', [0, 0, 0], 2, '11:2 12:1', undefined],
    ['small logs around one that fills a row', [4, 9, 4], 10, '10:1 11:1 12:1', undefined],
    ['a log that is too large between others', [4, 4, 10, 4], 10, '11:2', 12n],
    ['a first log that is too large', [10], 10, '', 10n],
    ['a last log that is too large', [4, 10], 10, '10:1', 11n],
  ])(
    '%s: sizes %j, rows of %d bytes: rows %j (last index:count), too large: %p',
    (_, sizes, maxRowSize, expected, tooLarge) => {
      const result = cut(sizes, maxRowSize);
      const keys = result.rows.map(({ lastIndex, count }) => `${lastIndex}:${count}`);
      expect(keys.join(' ')).toBe(expected);
      expect(result.tooLarge).toBe(tooLarge);
    },
  );

  test('the length of a frame counts: 128 bytes take two bytes more', () => {
    expect(cut([128], 130).tooLarge).toBeUndefined();
    expect(cut([128], 129).tooLarge).toBe(10n);
  });

  test('the rows are views of the records, without a copy', () => {
    const { records, rows } = cut([9, 9, 9], 20);
    for (const { value } of rows) expect(value.buffer).toBe(records.buffer);
    const [whole] = cutLogs({ ...STREAM, index: 0n, count: 3, records }, 100).rows;
    expect(whole!.value).toBe(records);
  });

  test('rows hold all the logs in order, and no two of them fit into one', () => {
    const random = new Random(11);
    for (let i = 0; i < 200; i++) {
      const sizes = Array.from({ length: random.between(1, 40) }, () => random.below(300));
      const maxRowSize = random.between(302, 1000);
      const { records, rows } = cut(sizes, maxRowSize);
      expect(Buffer.concat(rows.map(({ value }) => value)).equals(records)).toBe(true);
      expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(sizes.length);
      rows.forEach(({ value }, at) => {
        expect(value.length).toBeLessThanOrEqual(maxRowSize);
        const next = rows[at + 1];
        if (next === undefined) return;
        const frames = new Frames(next.value);
        frames.next();
        expect(value.length + frames.end).toBeGreaterThan(maxRowSize);
      });
    }
  });
});

describe('logs that come to very many rows', () => {
  const LOGS = 2 * MAX_ROWS_AT_ONCE + 5;
  const records = recordsOf(Array.from({ length: LOGS }, () => Buffer.from('x')));
  const request = { ...STREAM, index: 7n, count: LOGS, records };

  test('are stored some rows at a time, each time after the one before', async () => {
    const writes: (readonly Row[])[] = [];
    let underWay = 0;
    await putInRows(request, 2, async (rows) => {
      expect(++underWay).toBe(1);
      await Promise.resolve();
      writes.push(rows);
      underWay--;
    });
    expect(writes.map(({ length }) => length)).toEqual([MAX_ROWS_AT_ONCE, MAX_ROWS_AT_ONCE, 5]);
    const rows = writes.flat();
    expect(rows.every(({ lastIndex }, at) => lastIndex === 7n + BigInt(at))).toBe(true);
    expect(Buffer.concat(rows.map(({ value }) => value)).equals(records)).toBe(true);
  });

  test('are stored no further than a write that fails', async () => {
    const failing = new Error('as the test says');
    let writes = 0;
    const put = putInRows(request, 2, () => {
      writes++;
      return Promise.reject(failing);
    });
    await expect(put).rejects.toBe(failing);
    expect(writes).toBe(1);
  });

  test('are refused from one on that is too large for a row, also past the first of them', async () => {
    const large = Buffer.concat([records, recordsOf([Buffer.from('xx')])]);
    let rows = 0;
    const put = putInRows({ ...request, count: LOGS + 1, records: large }, 2, (some) => {
      rows += some.length;
      return Promise.resolve();
    });
    expect((await rejectionOf(put)).code).toBe('LOG_TOO_LARGE');
    expect(rows).toBe(LOGS);
  });
});

describe('frames', () => {
  test('may have an over-long length, as they came', () => {
    const frames = new Frames(Buffer.from([0x82, 0x80, 0x00, 7, 8, 0x00]));
    expect(frames.next()).toBe(true);
    expect([frames.start, frames.end]).toEqual([3, 5]);
    expect(frames.next()).toBe(true);
    expect([frames.start, frames.end]).toEqual([6, 6]);
    expect(frames.next()).toBe(false);
  });

  test.each([
    ['a frame that is cut short', [3, 1, 1]],
    ['a length that is cut short', [0x80]],
    ['a length past all sizes', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1]],
  ])('%s is an error', (_, bytes) => {
    const frames = new Frames(Buffer.from(bytes));
    expect(codeOf(() => frames.next())).toBe('STORAGE_FAILED');
  });
});
