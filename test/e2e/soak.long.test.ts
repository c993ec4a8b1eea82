import { randomInt } from 'node:crypto';
import { expectNoCanary } from './canary.js';
import { describeOnEmulator } from './emulator.js';
import { folderOfSuite } from './function.js';
import { soak } from './soak.js';

const seed = randomInt(2 ** 31);

/** Idle connections to the two backends come and go. */
const CONNECTIONS = 20;
const MiB = 1024 * 1024;

describeOnEmulator('under mixed load, while the ways to its backends break', (emulator) => {
  const folder = folderOfSuite();
  test(`the function loses nothing that is acked, and holds no more in the end: --seed ${seed}`, async () => {
    const report = await soak({
      emulator: emulator(),
      dataDir: folder,
      seconds: 10,
      rounds: 3,
      seed,
    });
    console.info(JSON.stringify({ counts: report.counts, samples: report.samples }));
    expect(report.lost).toEqual([]);
    expect(report.lookedFor).toBeGreaterThan(0);
    expect(report.counts.faults).toBeGreaterThan(3);
    const [, before, after] = report.samples;
    expect(after!.descriptors).toBeLessThanOrEqual(before!.descriptors + CONNECTIONS);
    expect(after!.timers).toBeLessThanOrEqual(before!.timers + CONNECTIONS);
    expect(after!.heapBytes).toBeLessThan(before!.heapBytes + 16 * MiB);
    expectNoCanary(report.output);
  });
});
