import { expectNoCanary } from './canary.js';
import { temporaryFolder } from './function.js';
import { pushThroughKills } from './kill.js';

describe('what was acked', () => {
  // `node build/test/e2e/kill_main.js` does the same with 10,000 pushes and 20 kills.
  test('is stored after kill -9, byte for byte', async () => {
    const folder = temporaryFolder();
    const options = {
      launcher: 'start',
      dataDir: folder.path,
      pushes: 300,
      kills: 3,
      seed: 1,
    } as const;
    const { lost, retries, output } = await pushThroughKills(options);
    folder.remove();
    expect(lost).toEqual([]);
    // Something was under way each time: else the kills would have shown nothing.
    expect(retries).toBeGreaterThan(2);
    expectNoCanary(output);
  });

  // `node build/test/e2e/kill_main.js --signal SIGTERM --kills 100 --launcher serve` does the same at full size.
  test('is stored after SIGTERM at random moments, and each time the process exits with 0 within 10 s', async () => {
    const folder = temporaryFolder();
    const seed = Date.now() % 0x8000_0000;
    const { lost, ends, output } = await pushThroughKills({
      launcher: 'serve',
      dataDir: folder.path,
      pushes: 300,
      kills: 5,
      signal: 'SIGTERM',
      seed,
    });
    folder.remove();
    console.log(`seed ${seed}: ended after ${ends.map(({ ms }) => ms.toFixed()).join(', ')} ms`);
    expect(lost).toEqual([]);
    expect(ends.map(({ how }) => how)).toEqual([0, 0, 0, 0, 0]);
    expect(Math.max(...ends.map(({ ms }) => ms))).toBeLessThan(10_000);
    expectNoCanary(output);
  });
});
