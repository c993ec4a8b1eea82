import { describeOnEmulator } from '../e2e/emulator.js';
import { measureOnBigtable } from './bigtable.js';
import { MAX_CPU_MS, MAX_STALL_MS } from './bounds.js';
import { CALL_CASES } from './calls.js';
import type { StallCase } from './case.js';
import { measureAll, type StallResult } from './measure.js';
import { messageCases } from './messages.js';

/** The clocks and the memory of a process are read from `/proc`. */
const onLinux = process.platform === 'linux' ? test : test.skip;

const shortOf = (cases: readonly StallCase[]) => cases.filter(({ short }) => short === true);

/** A machine may be slow, or have other work: times are held by `npm run stalls`, and here what is of another kind. */
const SLACK = 3;

function isWrong({ stallMs, cpuMs, wrong }: StallResult): boolean {
  const others = wrong.filter((what) => what !== 'stall' && what !== 'CPU');
  return others.length > 0 || stallMs > SLACK * MAX_STALL_MS || cpuMs > SLACK * MAX_CPU_MS;
}

async function expectWithinBounds(results: AsyncIterable<StallResult>): Promise<void> {
  const wrong: StallResult[] = [];
  let count = 0;
  for await (const result of results) {
    count++;
    if (isWrong(result)) wrong.push(result);
  }
  expect(count).toBeGreaterThan(3);
  expect(wrong).toEqual([]);
}

onLinux(
  'worst messages and calls: each is answered within the bound of memory, and three times those of time and CPU',
  () => expectWithinBounds(measureAll(shortOf([...messageCases(), ...CALL_CASES]))),
  5 * 60_000,
);

describeOnEmulator('worst messages, stored in Bigtable', (emulator) => {
  onLinux.each(['grouped', 'conditional'] as const)(
    'by %s writes: each is answered within the bound of memory, and three times those of time and CPU',
    (writes) => {
      const cases = shortOf(messageCases(writes));
      return expectWithinBounds(measureOnBigtable(emulator(), cases, writes));
    },
    5 * 60_000,
  );
});
