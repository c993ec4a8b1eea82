import { resolve } from 'node:path';
import { describeOnEmulator } from '../e2e/emulator.js';
import { bigtableStores } from './bigtable_store.js';
import { runFiles } from './run.js';

const FILE = resolve(__dirname, '../../../test/golden/data/reads.jsonl.gz');

describeOnEmulator('Bigtable reads as the reference does', (emulator) => {
  test.each(['conditional', 'grouped'] as const)('what %s writes stored', async (writes) => {
    const told: string[] = [];
    const tally = await runFiles([FILE], bigtableStores(emulator, writes), (text) => {
      told.push(text);
    });
    expect(told).toEqual([]);
    expect(tally).toMatchObject({ passed: 150, failed: 0 });
    expect(Object.fromEntries(tally.departures)).toEqual({ 11: 10, 12: 3 });
  });
});
