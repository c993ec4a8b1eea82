import { expectNoCanary } from './canary.js';
import { temporaryFolder } from './function.js';
import { pushThroughKills } from './kill.js';

describe('what was acked', () => {
  // `node build/test/e2e/kill_main.js` does the same with 10,000 pushes and 20 kills.
  test('is there after kill -9, byte for byte', async () => {
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
});
