import { parseArgs } from 'node:util';
import { CANARY, CANARY_LOG } from './canary.js';
import { Emulator } from './emulator.js';
import { temporaryFolder } from './function.js';
import { type Sample, soak } from './soak.js';

const ROUNDS = 10;

/** The test of `soak.test.ts` at full size: node build/test/e2e/soak_main.js [--minutes N] [--seed S] */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      seed: { type: 'string', default: String(Date.now() % 0x8000_0000) },
    },
  });
  const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
  console.log(`${minutes} minutes, seed ${seed}`);
  const folder = temporaryFolder();
  const emulator = await Emulator.start();
  const { samples, counts, lookedFor, lost, output } = await soak({
    emulator,
    dataDir: folder.path,
    seconds: 60 * minutes,
    rounds: ROUNDS,
    seed,
    onRound: (round, sample, sofar) => {
      console.log(`round ${round}: ${inWords(sample)}; ${JSON.stringify(sofar)}`);
    },
  });
  await emulator.stop();
  folder.remove();
  const printed = [CANARY.toString(), CANARY_LOG].some((text) => output.includes(text));
  console.log(`${JSON.stringify(counts)}; of ${lookedFor} acked streams ${lost.length} are lost`);
  for (const path of lost.slice(0, 20)) console.log(`lost: ${path}`);
  if (printed) console.log('the output has a secret in it');
  const [second, last] = [samples[1]!, samples.at(-1)!];
  console.log(`round 2: ${inWords(second)}\nlast:    ${inWords(last)}`);
  return lost.length > 0 || printed ? 1 : 0;
}

function inWords({
  heapBytes,
  externalBytes,
  privateBytes,
  sockets,
  files,
  timers,
}: Sample): string {
  const mib = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
  const memory = `heap ${mib(heapBytes)}, external ${mib(externalBytes)}, private ${mib(privateBytes)}`;
  return `${memory}, ${sockets} sockets, ${files} other descriptors, ${timers} timers`;
}

void main().then((code) => {
  process.exitCode = code;
});
