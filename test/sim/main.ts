import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { replaceTimers } from './clock.js';
import { runSeeds } from './seeds.js';
import { simulate, watchRejections } from './simulation.js';

const USAGE = `npm run simulate -- [--seeds N] [--from S] [--workers W]
npm run simulate -- --seed S [--crash-at STEP]

Runs the function against simulated backends, network and time, one run a seed, and looks for acked logs that are lost.
  --seeds N       how many (100000)
  --from S        the first one; each following run has the next (random)
  --workers W     processes to share them (2)
  --every-step    crashes an instance at each step of each run: N runs, as many times as they have steps
  --seed S        one run, with all that happens in it
  --crash-at STEP that run with a crash before this step`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '100000' },
      from: { type: 'string', default: String(randomInt(2 ** 31)) },
      workers: { type: 'string', default: '2' },
      'every-step': { type: 'boolean', default: false },
      seed: { type: 'string' },
      'crash-at': { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const crashAt = values['crash-at'];
  const numbers = [values.seeds, values.from, values.workers, values.seed ?? 0, crashAt ?? 0];
  if (!numbers.map(Number).every((number) => Number.isInteger(number) && number >= 0)) {
    console.error(USAGE);
    return 2;
  }
  if (values.seed !== undefined) return runOne(Number(values.seed), crashAt);
  const options = { from: Number(values.from), seeds: Number(values.seeds) };
  return runSeeds({ ...options, workers: Number(values.workers), everyStep: values['every-step'] });
}

/** With all that happens. */
async function runOne(seed: number, crashAt: string | undefined): Promise<number> {
  replaceTimers();
  watchRejections();
  const { violations, steps, counts } = await simulate({
    seed,
    print: console.log,
    ...(crashAt !== undefined && { crashAtStep: Number(crashAt) }),
  });
  console.log(`${steps} steps, ${JSON.stringify(counts)}, ${violations.length} violations`);
  return violations.length === 0 ? 0 : 1;
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  },
);
