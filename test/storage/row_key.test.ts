import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  cmpbin,
  firstIndex,
  formatRowKey,
  isAfter,
  parseRowKey,
  type RowKey,
  rowKeyPrefix,
  rowKeyRange,
} from '../../src/storage/row_key.js';
import type { ReadsLine } from '../golden/reads_line.js';
import { Random } from '../../src/testing/random.js';

const GOLDEN = resolve(__dirname, '../../../test/golden/data/reads.jsonl.gz');
const PREFIX = rowKeyPrefix('project', 'prefix/+/name');

describe('cmpbin', () => {
  test.each([
    ['0', 0n, '8000'],
    ['1', 1n, '8080'],
    ['255', 255n, '87ff'],
    ['256', 256n, '888000'],
    ['2^32-1', 2n ** 32n - 1n, '9fffffffff'],
    ['2^32', 2n ** 32n, 'a08000000000'],
    ['2^53+1', 2n ** 53n + 1n, 'b580000000000004'],
    ['2^63-1', 2n ** 63n - 1n, 'befffffffffffffffe'],
  ])('%s is its number of bits, then its bits from the top', (_, number, encoded) => {
    expect(cmpbin(number)).toBe(encoded);
  });

  test('a number and a bigint are encoded alike', () => {
    for (const number of [0, 1, 1000, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1])
      expect(cmpbin(number)).toBe(cmpbin(BigInt(number)));
  });
});

describe('a row key', () => {
  test('begins with the padded base64url hash of project and path', () => {
    const digest = createHash('sha256').update('project/prefix/+/näme').digest('base64');
    const expected = digest.replaceAll('+', '-').replaceAll('/', '_');
    expect(rowKeyPrefix('project', 'prefix/+/näme')).toBe(expected);
  });

  test('is the one that the reference gives the row', () => {
    const lines = gunzipSync(readFileSync(GOLDEN)).toString().trim().split('\n');
    let keys = 0;
    for (const line of lines.map((text) => JSON.parse(text) as ReadsLine)) {
      const prefix = rowKeyPrefix(line.project, line.path);
      const own = line.rows.filter(({ key }) => key.startsWith(prefix));
      // All but the neighbour's.
      expect(own).toHaveLength(line.rows.length - 1);
      for (const { key } of own) expect(formatRowKey(prefix, parseRowKey(key)!)).toBe(key);
      keys += own.length;
    }
    expect(keys).toBeGreaterThan(1000);
  });

  test('is read back, and sorts as its row does', () => {
    const random = new Random(7);
    const rows = Array.from({ length: 300 }, (): RowKey => ({
      lastIndex: random.bigint(63),
      count: random.between(1, 300),
    }));
    for (const row of rows) {
      const key = formatRowKey(PREFIX, row);
      expect(parseRowKey(key)).toEqual(row);
      for (const other of rows.slice(0, 20))
        expect(formatRowKey(PREFIX, other) < key).toBe(isAfter(row, other));
    }
  });

  test.each([
    ['a text without separators', 'logs'],
    ['a key with a short hash', `${PREFIX.slice(1)}~8000~8080`],
    ['a key without a count', `${PREFIX}~8000`],
    ['a key with something after it', `${PREFIX}~8000~8080~`],
  ])('%s is not read as a key', (_, key) => {
    expect(parseRowKey(key)).toBeUndefined();
  });

  test('says where its row begins', () => {
    expect(firstIndex({ lastIndex: 9n, count: 10 })).toBe(0n);
  });
});

test('a range of row keys holds the rows whose last log is at an index or later, and no others', () => {
  const { start, end } = rowKeyRange(PREFIX, 300n);
  const within = (key: string) => key >= start && key < end;
  for (const lastIndex of [0n, 1n, 255n, 299n])
    for (const count of [1, 300])
      expect(within(formatRowKey(PREFIX, { lastIndex, count }))).toBe(false);
  for (const lastIndex of [300n, 301n, 65536n, 2n ** 63n - 1n])
    for (const count of [1, 2 ** 31])
      expect(within(formatRowKey(PREFIX, { lastIndex, count }))).toBe(true);
  const neighbour = rowKeyPrefix('project', 'prefix/+/name2');
  expect(within(formatRowKey(neighbour, { lastIndex: 300n, count: 1 }))).toBe(false);
});
