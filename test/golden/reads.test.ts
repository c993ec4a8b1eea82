import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openLmdbStore } from './lmdb_store.js';
import { runReadsLine } from './reads.js';
import type { ReadsLine } from './reads_line.js';

const FILE = resolve(__dirname, '../../../test/golden/data/reads.jsonl.gz');
const lines = gunzipSync(readFileSync(FILE))
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as ReadsLine);

describe('the local store reads as the reference does', () => {
  const used = new Map<number, number>();

  test.each(lines.map((line) => [line.name, line] as const))('%s', async (_, line) => {
    const { differences, departures } = await runReadsLine(line, openLmdbStore);
    for (const departure of departures) used.set(departure, (used.get(departure) ?? 0) + 1);
    expect(differences).toEqual([]);
  });

  test('but for departures 11 and 12, and for those only where rows overlap', () => {
    expect(lines).toHaveLength(150);
    expect(Object.fromEntries(used)).toEqual({ 11: 10, 12: 3 });
  });
});

describe('the golden run of reads reports', () => {
  const whole = lines.find(({ name }) => name.endsWith('-contiguous'))!;
  const overlapping = lines.find(({ name }) => name === '127-overlap')!;
  const [firstGet, ...otherGets] = overlapping.gets;
  const wrong: readonly [string, ReadsLine][] = [
    ['a row too few', { ...whole, rows: whole.rows.slice(1) }],
    ['another tail', { ...whole, tail: { index: 1, value: 'log 1' } }],
    ['no tail', { ...whole, tail: null }],
    [
      'another tail where a departure applies',
      { ...overlapping, tail: { index: 5, value: 'log 5' } },
    ],
    [
      'a log too few where a departure applies',
      {
        ...overlapping,
        gets: [{ ...firstGet!, indices: firstGet!.indices!.slice(1) }, ...otherGets],
      },
    ],
  ];
  test.each(wrong)('%s', async (_, line) => {
    const { differences } = await runReadsLine(line, openLmdbStore);
    expect(differences).toHaveLength(1);
  });
});
