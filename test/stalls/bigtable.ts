import type { WriteMode } from '../../src/storage/bigtable/bigtable.js';
import { bigtableSettings } from '../e2e/bigtable_function.js';
import type { Emulator } from '../e2e/emulator.js';
import { FunctionProcess } from '../e2e/function.js';
import type { StallCase } from './case.js';
import { measureAll, type StallResult } from './measure.js';

/** Measures messages on a function that stores rows in the emulator of Bigtable, which is a process of its own. */
export async function* measureOnBigtable(
  emulator: Emulator,
  cases: readonly StallCase[],
  writes: WriteMode,
): AsyncGenerator<StallResult, void, void> {
  const table = await emulator.createTable();
  const settings = bigtableSettings(table, writes);
  const start = (dataDir: string, env: NodeJS.ProcessEnv, flags: readonly string[]) =>
    FunctionProcess.start('start', dataDir, { ...settings, ...env, PUSH_AUTH: 'off' }, flags);
  for await (const result of measureAll(cases, start)) {
    yield result;
    // It keeps all rows in memory.
    await emulator.clear(table);
  }
}
