import { parseArgs } from 'node:util';
import { bigtableSettings } from '../test/e2e/bigtable_function.js';
import { Emulator } from '../test/e2e/emulator.js';
import { FunctionProcess, temporaryFolder } from '../test/e2e/function.js';
import { BASELINES } from './baseline.js';
import { DistinctMessages } from './distinct.js';
import { type Envelope, pushAll } from './load.js';
import { measure, median } from './measure.js';
import { floorSide } from './sides.js';
import { memorySettings } from './starting.js';
import { row } from './table.js';
import { generateWorkloads, readWorkloads, type Workload } from './workloads.js';

export const help = `npm run bench -- --e2e [--dir DIR] [--only NAME,…] [--json] [--rounds N] [--profile DIR]

CPU time of one message in the function's process: HTTP push in, rows on the Bigtable emulator out, 16 messages at
once, each of streams of its own whose states are in the cache. Needs Linux, and the emulator of the Google Cloud SDK.
  --dir DIR      measures each *.bundle of DIR (the data of a Pub/Sub message); generated ones unless told
  --only NAMES   only these workloads
  --json         prints one array of {workload, writes, push, cpuUs, floorUs, ratio}
  --rounds N     rounds, in which the sides take turns; medians are printed (default 5)
  --profile DIR  writes a CPU profile of each function (one for each way of writing) to DIR

The ratio is to the Go Collector with the same message, for a machine of this speed: its figure, times this floor over
the floor when it was measured.
`;

const WRITES = ['conditional', 'grouped'] as const;
const ENVELOPES: readonly Envelope[] = ['unwrapped', 'wrapped'];

/** How many messages a round has: some seconds of work, and more than are under way at once. */
const MESSAGES_MIN = 24;
const MESSAGES_MAX = 1000;
const ROUND_BYTES = 12e6;
const ROUND_STREAMS = 12_000;
/** Rounds that are not counted: what they compile, the others do not. */
const WARM_UP_ROUNDS = 3;

interface Side {
  readonly writes: (typeof WRITES)[number];
  readonly push: Envelope;
  readonly target: FunctionProcess;
}

interface Figures {
  workload: string;
  writes: string;
  push: string;
  cpuUs: number;
  floorUs: number;
  /** Undefined where the Go Collector was not measured with this message. */
  ratio: number | undefined;
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      dir: { type: 'string' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      profile: { type: 'string' },
    },
  });
  const rounds = Math.max(1, Number(values.rounds) || 0);
  const only = values.only?.split(',');
  const all = values.dir === undefined ? generateWorkloads() : readWorkloads(values.dir);
  const workloads = all.filter(({ name }) => only?.includes(name) ?? true);
  if (!values.json) {
    console.log(row(['workload', 'writes', 'push', 'cpu µs', 'floor µs', 'ratio']));
  }
  const figures: Figures[] = [];
  await withSides(values.profile, async (sides, clear) => {
    for (const workload of workloads) {
      const some = await figuresOf(workload, sides, rounds, clear);
      figures.push(...some);
      if (values.json) continue;
      for (const { ratio, ...rest } of some)
        console.log(row([...Object.values(rest), ratio ?? '–']));
    }
  });
  if (values.json) console.log(JSON.stringify(figures));
}

/** Starts the emulator and a function for each way of writing, and ends them. */
async function withSides(
  profile: string | undefined,
  body: (sides: readonly Side[], clear: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const emulator = await Emulator.start();
  const folders: { remove(): void }[] = [];
  const targets: FunctionProcess[] = [];
  try {
    const table = await emulator.createTable();
    const sides: Side[] = [];
    for (const writes of WRITES) {
      const folder = temporaryFolder();
      folders.push(folder);
      const flags =
        profile === undefined
          ? []
          : ['--cpu-prof', `--cpu-prof-dir=${profile}`, `--cpu-prof-name=${writes}.cpuprofile`];
      const settings = { ...memorySettings(), ...bigtableSettings(table, writes) };
      const target = await FunctionProcess.start('start', folder.path, settings, flags);
      targets.push(target);
      sides.push(...ENVELOPES.map((push) => ({ writes, push, target })));
    }
    await body(sides, () => emulator.clear(table));
  } finally {
    await Promise.all(targets.map((target) => target.end('SIGTERM')));
    await emulator.stop();
    for (const folder of folders) folder.remove();
  }
}

async function figuresOf(
  { name, message }: Workload,
  sides: readonly Side[],
  rounds: number,
  clear: () => Promise<void>,
): Promise<Figures[]> {
  const messages = await prepare(message, sides);
  const floors: number[] = [];
  const cpu = sides.map(() => [] as number[]);
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    const [floorUs = 0] = await measure([floorSide(message)], 1);
    if (round >= 0) floors.push(floorUs);
    for (const [at, { push, target }] of sides.entries()) {
      await clear();
      const before = target.cpuUs();
      await pushAll(target, messages, push);
      if (round >= 0) cpu[at]!.push((target.cpuUs() - before) / messages.length);
    }
  }
  await clear();
  const floorUs = median(floors);
  return sides.map(({ writes, push }, at) => {
    const cpuUs = median(cpu[at]!);
    return {
      workload: name,
      writes,
      push,
      cpuUs,
      floorUs,
      ratio: ratioOf(name, message, cpuUs, floorUs),
    };
  });
}

/** The messages of a round; their streams are registered with every function. */
async function prepare(message: Buffer, sides: readonly Side[]): Promise<Buffer[]> {
  const distinct = new DistinctMessages(message);
  const fitting = Math.min(ROUND_BYTES / message.length, ROUND_STREAMS / distinct.streams);
  const count = Math.round(Math.max(MESSAGES_MIN, Math.min(MESSAGES_MAX, fitting)));
  const numbers = Array.from({ length: count }, (_, at) => at);
  const registrations = numbers.map((at) => distinct.registration(at));
  for (const target of new Set(sides.map((side) => side.target))) {
    await pushAll(target, registrations, 'unwrapped');
  }
  return numbers.map((at) => distinct.message(at));
}

function ratioOf(
  name: string,
  message: Buffer,
  cpuUs: number,
  floorUs: number,
): number | undefined {
  const baseline = BASELINES[name];
  if (baseline?.messageBytes !== message.length) return undefined;
  return cpuUs / ((baseline.withBigtableUs * floorUs) / baseline.floorUs);
}
