import { Coverage } from '../../../src/cli/inspect/coverage.js';
import { rangesText } from '../../../src/cli/inspect/report.js';
import { Random } from '../../../src/testing/random.js';

/** @param rows first and last index of each; they are added in the order of their keys */
function coverageOf(...rows: [first: number, last: number][]): Coverage {
  const coverage = new Coverage();
  const keys = rows.map(([first, last]) => ({ lastIndex: last, count: last - first + 1 }));
  keys.sort((one, other) => one.lastIndex - other.lastIndex || one.count - other.count);
  for (const { lastIndex, count } of keys) {
    coverage.add({ lastIndex: BigInt(lastIndex), count, value: new Uint8Array(count) });
  }
  return coverage;
}

describe('coverage of rows', () => {
  test.each<[string, [number, number][], number, string, number]>([
    ['no row', [], -1, '', 0],
    ['no row of an ended stream', [], 3, '0-3', 0],
    ['rows side by side', [[0, 1], [2, 3]], 3, '', 0], // prettier-ignore
    ['a gap at the beginning', [[2, 3]], 3, '0-1', 0],
    ['a gap between rows', [[0, 1], [4, 5]], 5, '2-3', 0], // prettier-ignore
    ['a gap at the end', [[0, 1]], 4, '2-4', 0],
    ['the last log missing', [[0, 1]], 2, '2', 0],
    ['rows that overlap', [[0, 3], [2, 5]], 5, '', 1], // prettier-ignore
    ['a row within a later one', [[3, 4], [0, 7]], 7, '', 1], // prettier-ignore
    ['a later row that closes a gap', [[0, 1], [4, 5], [1, 9]], 9, '', 1], // prettier-ignore
    ['the same logs in two rows', [[0, 3], [2, 3]], 3, '', 1], // prettier-ignore
  ])('%s', (_what, rows, terminalIndex, gaps, overlapping) => {
    const coverage = coverageOf(...rows);
    expect(rangesText(coverage.gaps(BigInt(terminalIndex)))).toBe(gaps);
    expect(coverage.overlapping).toBe(overlapping);
    expect(coverage.rows).toBe(rows.length);
  });

  const seed = Date.now() % 1_000_000_000;
  test(`random rows cover what a set of indices says (seed ${seed})`, () => {
    const random = new Random(seed);
    for (let round = 0; round < 200; round++) {
      const held = new Set<number>();
      const rows = Array.from({ length: random.below(12) }, (): [number, number] => {
        const first = random.below(30);
        const last = first + random.below(6);
        for (let index = first; index <= last; index++) held.add(index);
        return [first, last];
      });
      const coverage = coverageOf(...rows);
      const missing = Array.from({ length: 40 }, (_, index) => index).filter(
        (index) => !held.has(index),
      );
      const gaps = coverage.gaps(39n).flatMap(({ first, last }) => {
        return Array.from({ length: Number(last - first) + 1 }, (_, at) => Number(first) + at);
      });
      expect(gaps).toEqual(missing);
      expect(coverage.logs).toBe(BigInt(held.size));
    }
  });

  test('a report lists a bounded number of gaps', () => {
    const ranges = Array.from({ length: 25 }, (_, at) => {
      return { first: BigInt(at * 2), last: BigInt(at * 2) };
    });
    expect(rangesText(ranges)).toMatch(/^0, 2, .*, 38, and 5 more$/);
  });
});
