import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const MAIN = join(__dirname, 'main.js');
const SRC = join(__dirname, '../../src/');
/** CI runs ten times as many by the command, and `npm run simulate` a hundred times. */
const SEEDS = 1000;
const TEST_MS_MAX = 10 * 60_000;

const from = randomInt(2 ** 31);

/** Fails where the command does, with what it printed. */
async function run(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, ...args], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

test(
  `simulation: what is acked is stored, refused with its reason, or skipped: ${SEEDS} seeds --from ${from}`,
  async () => {
    const printed = await run('--seeds', `${SEEDS}`, '--from', `${from}`);
    console.info(printed);
    expect(printed).toMatch(/: 0 failed\n$/);
    // All of it did happen, or the run shows little.
    const counts = JSON.parse(/^\{.*\}$/m.exec(printed)![0]) as Record<string, number>;
    for (const name of [
      'acked',
      'nacked',
      'broken',
      'crashes',
      'shutdowns',
      'archived',
      'deadLetters',
      'faults',
    ])
      expect(counts[name]).toBeGreaterThan(SEEDS / 10);
  },
  TEST_MS_MAX,
);

test(
  `simulation: a crash at any step loses nothing that is acked: --every-step --seeds 2 --from ${from}`,
  async () => {
    const printed = await run('--every-step', '--seeds', '2', '--from', `${from}`);
    expect(printed).toMatch(/: 0 failed\n$/);
  },
  TEST_MS_MAX,
);

test('simulation: a seed makes the same run again, event by event', async () => {
  const [one, other] = [await run('--seed', `${from}`), await run('--seed', `${from}`)];
  expect(one).toMatch(/is sent .* message 0\n/);
  expect(one).toBe(other);
});

test('simulation: simulated code uses no timer of Node’s that is not replaced', async () => {
  const script = `require(${JSON.stringify(join(__dirname, 'simulation.js'))});
    console.log(Object.keys(require.cache).join('\\n'));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script]);
  const loaded = stdout.split('\n').filter((name) => name.startsWith(SRC));
  expect(loaded.length).toBeGreaterThan(40);
  const timed = loaded.filter((name) =>
    /timers\/promises|AbortSignal\.timeout/.test(readFileSync(name, 'utf8')),
  );
  expect(timed).toEqual([]);
});
