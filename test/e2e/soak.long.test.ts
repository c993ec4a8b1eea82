import { randomInt } from 'node:crypto';
import { DEFAULTS } from '../../src/common/defaults.js';
import { SLOW_FACTOR } from '../../src/common/hedges.js';
import { expectNoCanary } from './canary.js';
import { describeOnEmulator } from './emulator.js';
import { folderOfSuite } from './function.js';
import { AT_ONCE, soak } from './soak.js';

const seed = randomInt(2 ** 31);

/** Connections that may be idle: of those that push, and to the Coordinator, each call that may be under way at once. */
const IDLE_SOCKETS_MAX = AT_ONCE + (1 + 2 * SLOW_FACTOR) * DEFAULTS.coordinatorMaxCalls;
/** Those that listen, and to the table. */
const OTHER_SOCKETS_MAX = 5;
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
    expect(after!.sockets).toBeLessThanOrEqual(IDLE_SOCKETS_MAX + OTHER_SOCKETS_MAX);
    expect(after!.files).toBeLessThanOrEqual(before!.files);
    expect(after!.timers).toBe(0);
    expect(after!.heapBytes).toBeLessThan(before!.heapBytes + 16 * MiB);
    expectNoCanary(report.output);
  });
});
