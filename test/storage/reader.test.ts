import { CollectorError } from '../../src/common/errors.js';
import type { ReadRows } from '../../src/storage/look_ahead.js';
import { getLogs, type LogRange, tailLog } from '../../src/storage/reader.js';
import { firstIndex, isAfter } from '../../src/storage/row_key.js';
import type { Row } from '../../src/storage/rows.js';
import { Random } from '../../src/testing/random.js';
import { recordsOf } from '../../src/testing/records.js';

/** A stream's rows in memory, which counts what is read of them. */
class Rows {
  keysRead = 0;
  valuesRead = 0;
  readonly rows: readonly Row[];

  constructor(rows: readonly Row[]) {
    this.rows = [...rows].sort((one, other) => (isAfter(one, other) ? 1 : -1));
  }

  readonly read: ReadRows = (from, keysOnly) => this.iterate(from, keysOnly);

  private async *iterate(from: bigint, keysOnly: boolean): AsyncGenerator<Row> {
    for (const row of this.rows) {
      if (row.lastIndex < from) continue;
      await Promise.resolve();
      if (keysOnly) this.keysRead++;
      else this.valuesRead++;
      yield keysOnly ? { ...row, value: new Uint8Array(0) } : row;
    }
  }
}

function row(first: number, last: number): Row {
  const count = last - first + 1;
  const value = recordsOf(Array.from({ length: count }, (_, i) => String(first + i)));
  return { lastIndex: BigInt(last), count, value };
}

async function get(rows: Rows, range: LogRange = {}): Promise<number[]> {
  const got: number[] = [];
  for await (const { index, data } of getLogs(rows.read, range)) {
    if (range.keysOnly !== true) expect(Buffer.from(data).toString()).toBe(String(index));
    got.push(Number(index));
  }
  return got;
}

/** What rows hold, from an index on. */
function held(rows: Rows, from: number): number[] {
  const logs = new Set<number>();
  for (const row of rows.rows)
    for (let at = Number(firstIndex(row)); at <= row.lastIndex; at++) if (at >= from) logs.add(at);
  return [...logs].sort((one, other) => one - other);
}

describe('the cost of reading', () => {
  test('a stream without gaps: every value once, and no key besides', async () => {
    const rows = new Rows(Array.from({ length: 100 }, (_, i) => row(10 * i, 10 * i + 9)));
    expect(await get(rows)).toHaveLength(1000);
    expect([rows.valuesRead, rows.keysRead]).toEqual([100, 0]);
  });

  test('a limit: no more rows than it takes', async () => {
    const rows = new Rows(Array.from({ length: 100 }, (_, i) => row(10 * i, 10 * i + 9)));
    await get(rows, { index: 15n, limit: 10 });
    expect([rows.valuesRead, rows.keysRead]).toEqual([2, 0]);
  });

  test('a gap at every row: every key once at most', async () => {
    const rows = new Rows(Array.from({ length: 1000 }, (_, i) => row(10 * i, 10 * i + 4)));
    expect(await get(rows)).toHaveLength(5000);
    expect(rows.valuesRead).toBe(1000);
    expect(rows.keysRead).toBeLessThanOrEqual(1000);
  });

  test('gaps and overlaps at every row: every key about once', async () => {
    const groups = Array.from({ length: 500 }, (_, i) => [
      row(20 * i + 6, 20 * i + 8),
      row(20 * i + 4, 20 * i + 10),
    ]);
    const rows = new Rows(groups.flat());
    expect(await get(rows)).toEqual(held(rows, 0));
    // Where it goes on with a later row, the keys and values between are read again.
    expect(rows.keysRead).toBeLessThan(2 * 1000);
    expect(rows.valuesRead).toBeLessThan(2 * 1000);
  });

  test('a gap that a row closes: no key past that row', async () => {
    const later = Array.from({ length: 1000 }, (_, i) => row(100 + i, 100 + i));
    const rows = new Rows([row(50, 59), row(0, 99), ...later]);
    await get(rows, { limit: 1 });
    expect(rows.keysRead).toBe(2);
  });

  test('a gap: no key so far past it that no row can reach back', async () => {
    const far = 10 * 1024 * 1024 + 100;
    const later = Array.from({ length: 1000 }, (_, i) => row(far + i, far + i));
    const rows = new Rows([row(50, 59), ...later]);
    expect(await get(rows, { limit: 1 })).toEqual([50]);
    expect(rows.keysRead).toBeLessThan(5);
    rows.keysRead = 0;
    expect(await tailLog(rows.read)).toBeUndefined();
    expect(rows.keysRead).toBeLessThan(5);
  });

  test('a tail: every key once, and one value', async () => {
    const rows = new Rows(Array.from({ length: 100 }, (_, i) => row(10 * i, 10 * i + 9)));
    expect((await tailLog(rows.read))?.index).toBe(999n);
    expect([rows.keysRead, rows.valuesRead]).toEqual([100, 1]);
  });
});

test('random rows: get loses no log and gives none twice (departure 12), tail ends with the run from 0 (departure 11)', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
  console.info(`reader: SEED=${seed}`);
  const random = new Random(seed);
  for (let i = 0; i < 400; i++) {
    const span = random.between(5, 120);
    const distinct = new Map<string, Row>();
    for (let j = random.below(25); j >= 0; j--) {
      const first = random.below(span);
      const last = first + random.below(random.pick([1, 5, 40]));
      distinct.set(`${first} ${last}`, row(first, last));
    }
    const rows = new Rows([...distinct.values()]);
    const index = random.below(span);
    const limit = random.oneIn(2) ? undefined : random.between(1, 20);
    const range = { index: BigInt(index), keysOnly: random.oneIn(3) };
    const got = await get(rows, limit === undefined ? range : { ...range, limit });
    expect([i, ...got]).toEqual([i, ...held(rows, index).slice(0, limit)]);
    const run = held(rows, 0).filter((log, at) => log === at);
    expect([i, (await tailLog(rows.read))?.index]).toEqual([
      i,
      run.length === 0 ? undefined : BigInt(run.length - 1),
    ]);
  }
});

describe('a row that holds fewer logs than its key says', () => {
  const broken = new Rows([{ ...row(0, 1), count: 3, lastIndex: 2n }]);
  test.each<[string, () => Promise<unknown>]>([
    ['fails a get', () => get(broken, { index: 2n })],
    ['fails a tail', () => tailLog(broken.read)],
  ])('%s', async (_, read) => {
    const thrown: unknown = await read().catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(CollectorError);
    expect((thrown as CollectorError).code).toBe('STORAGE_FAILED');
  });
});
