import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.js';

const USAGE = `npm run fuzz -- [--cases N] [--seed S]

Reads random bundles and messages by the scan, by protobufjs and by a plain decoder, which must agree.
  --cases N   how many (20000)
  --seed S    of the first case; each following case has the next (random)
A disagreement is printed with the seed that makes it again, as the only case, by --cases 1.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '20000' },
      seed: { type: 'string', default: String(randomInt(2 ** 32)) },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [cases, seed] = [Number(values.cases), Number(values.seed)];
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (!(Number.isInteger(cases) && cases > 0) || !Number.isInteger(seed)) {
    console.error(USAGE);
    return 2;
  }
  console.log(`${cases} cases, --seed ${seed}`);
  const started = Date.now();
  const progress = (done: number): void => {
    console.error(`${done} cases in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  };
  const { disagreements, counts } = await fuzz({ cases, seed, progress });
  for (const [name, count] of [...counts].sort())
    console.log(`${String(count).padStart(9)} ${name}`);
  for (const one of disagreements) {
    console.log(`\n${one.what}\n  --cases 1 --seed ${one.seed}\n  ${one.layer}: ${one.bytes}`);
  }
  console.log(`${cases} cases, --seed ${seed}: ${disagreements.length} disagreements`);
  return disagreements.length === 0 ? 0 : 1;
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
