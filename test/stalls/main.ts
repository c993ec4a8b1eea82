import { parseArgs } from 'node:util';
import { Emulator } from '../e2e/emulator.js';
import { measureOnBigtable } from './bigtable.js';
import type { WriteMode } from '../../src/storage/bigtable/bigtable.js';
import { CALL_CASES } from './calls.js';
import type { StallCase } from './case.js';
import { measureAll, type StallResult } from './measure.js';
import { messageCases } from './messages.js';

const HELP = `usage: npm run stalls -- [--only TEXT] [--bigtable grouped|conditional]

Sends the worst messages and calls of every kind to a function in a process of its own, and prints for each how long it
held the event loop at most, the CPU time and the memory that it cost. Fails where one is past its bound, or is not
answered as it should be.

  --only TEXT      only the cases whose names have this text
  --bigtable MODE  only messages, stored in Bigtable with BIGTABLE_WRITES=MODE (default: all, stored in the local store);
                   needs the emulator of the Google Cloud SDK, whose own CPU time does not count
`;

const MiB = 1024 * 1024;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      bigtable: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    process.stdout.write(HELP);
    return;
  }
  const wanted = (cases: readonly StallCase[]) =>
    cases.filter(({ name }) => name.includes(values.only));
  const mode = values.bigtable === undefined ? undefined : writeMode(values.bigtable);
  const results =
    mode === undefined
      ? measureAll(wanted([...messageCases(), ...CALL_CASES]))
      : onEmulator((emulator) => measureOnBigtable(emulator, wanted(messageCases(mode)), mode));
  console.log(line(['stall ms', 'CPU ms', 'MiB', 'status'], 'case'));
  for await (const result of results) {
    print(result);
    if (result.wrong.length > 0) process.exitCode = 1;
  }
}

async function* onEmulator(
  measure: (emulator: Emulator) => AsyncIterable<StallResult>,
): AsyncGenerator<StallResult, void, void> {
  const emulator = await Emulator.start();
  try {
    yield* measure(emulator);
  } finally {
    await emulator.stop();
  }
}

function writeMode(name: string): WriteMode {
  if (name === 'grouped' || name === 'conditional') return name;
  throw new Error('--bigtable takes grouped or conditional');
}

function print({ name, stallMs, cpuMs, memoryBytes, status, wrong }: StallResult): void {
  const figures = [stallMs, cpuMs, memoryBytes / MiB].map((figure) => figure.toFixed(0));
  const trouble = wrong.length === 0 ? '' : `  PAST ITS BOUND: ${wrong.join(', ').slice(0, 300)}`;
  console.log(line([...figures, String(status ?? 'none')], `${name}${trouble}`));
}

function line(figures: readonly string[], rest: string): string {
  return [...figures.map((figure) => figure.padStart(8)), rest].join('  ');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
