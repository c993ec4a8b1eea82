import { parseArgs } from 'node:util';
import { CALL_CASES } from './calls.js';
import { measureAll, type StallResult } from './measure.js';
import { MESSAGE_CASES } from './messages.js';

const HELP = `usage: npm run stalls -- [--only TEXT]

Sends the worst messages and calls of every kind to a function in a process of its own, and prints for each how long it
held the event loop at most, the CPU time and the memory that it cost. Fails where one is past its bound, or is not
answered as it should be.

  --only TEXT   only the cases whose names have this text
`;

const MiB = 1024 * 1024;

async function main(): Promise<void> {
  const options = { only: { type: 'string', default: '' }, help: { type: 'boolean' } } as const;
  const { values } = parseArgs({ options });
  if (values.help === true) {
    process.stdout.write(HELP);
    return;
  }
  const cases = [...MESSAGE_CASES, ...CALL_CASES].filter(({ name }) => name.includes(values.only));
  console.log(line(['stall ms', 'CPU ms', 'MiB', 'status'], 'case'));
  for await (const result of measureAll(cases)) {
    print(result);
    if (result.wrong.length > 0) process.exitCode = 1;
  }
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
