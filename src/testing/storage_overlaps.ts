import assert from 'node:assert/strict';
import type { Contract } from './contract.js';
import { indices, put, type StorageRun, STREAM } from './storage_run.js';

/** Adds the rules of reading rows that overlap (departures 11 and 12). */
export function addOverlapCases(contract: Contract<StorageRun>): void {
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
  for (const [what, rows, expected, tail] of cases)
    contract.add(`overlapping rows: ${what}`, async (run) => {
      const storage = await run.start();
      for (const [index, count] of rows) await put(storage, index, count);
      assert.equal(ranges(await indices(storage)), expected);
      assert.equal(
        (await storage.tail(STREAM, {}))?.index,
        tail === undefined ? undefined : BigInt(tail),
      );
    });
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
