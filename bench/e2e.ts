import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measureSides } from './e2e_rounds.js';
import {
  ENVELOPES,
  type Side,
  type SideName,
  withSides,
  type Writes,
  WRITES,
} from './e2e_sides.js';
import { median } from './measure.js';
import { row } from './table.js';
import { generateWorkloads, readWorkloads, type Workload } from './workloads.js';

export const help = `npm run bench -- --e2e [--against DIR] [--only NAME,…] [--writes NAME] [--push NAME] [--rounds N]
                          [--starts N] [--runtime PATH] [--dir DIR] [--json] [--profile DIR]

CPU time of one message in the function's process: HTTP push in, rows on the Bigtable emulator out, 16 messages at
once, each of streams of its own whose states are in the cache. Needs Linux, and the emulator of the Google Cloud SDK.
  --against DIR   compares with another built checkout of this project: both take turns in one run
  --only NAMES    only these workloads
  --writes NAME   conditional or grouped (default: both)
  --push NAME     unwrapped or wrapped (default: both)
  --rounds N      rounds of each start, in which the sides take turns; medians are printed (default: 3)
  --starts N      how often all processes are started anew: what one costs differs by a tenth from the next one of the
                  same build, by what V8 compiles and where its memory lies (default: 3)
  --runtime PATH  the Node binary that runs what is measured; \`node scripts/node_runtime.mjs 24\` prints one
                  (default: this one)
  --dir DIR       measures each *.bundle of DIR, the data of a Pub/Sub message (default: generated messages)
  --json          prints one array of {workload, writes, push, cpuUs, againstUs, ratio, conditionalRatio, limitUs,
                  limitRatio}
  --profile DIR   writes a CPU profile of each function to DIR

\`against\` is the other checkout, and \`ratio\` this one's CPU time to that. \`to cond.\` is the ratio of grouped writes
to conditional ones, of the other checkout if there is one. \`limit\` is a bare node:http server that reads the body,
inflates it and answers: the least that a push costs in Node. Compare figures of one run alone: a machine's speed drifts,
and by more for large messages.
`;

interface Figures {
  workload: string;
  writes: string;
  push: string;
  cpuUs: number;
  /** Undefined without another checkout. */
  againstUs: number | undefined;
  ratio: number | undefined;
  /** Of grouped writes to conditional ones. */
  conditionalRatio: number | undefined;
  limitUs: number;
  limitRatio: number;
}

const COLUMNS = 'workload,writes,push,cpu µs,against µs,ratio,to cond.,limit µs,to limit'.split(
  ',',
);

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      against: { type: 'string' },
      only: { type: 'string' },
      writes: { type: 'string' },
      push: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      starts: { type: 'string', default: '3' },
      runtime: { type: 'string' },
      dir: { type: 'string' },
      json: { type: 'boolean', default: false },
      profile: { type: 'string' },
    },
  });
  const { against, runtime, profile, json } = values;
  const rounds = Math.max(1, Number(values.rounds) || 0);
  const starts = Math.max(1, Number(values.starts) || 0);
  const writes = chosen('--writes', values.writes, WRITES);
  const pushes = chosen('--push', values.push, ENVELOPES);
  const all = values.dir === undefined ? generateWorkloads() : readWorkloads(values.dir);
  const names = all.map(({ name }) => name);
  const wanted = values.only === undefined ? names : values.only.split(',');
  for (const name of wanted) chosen('--only', name, names);
  const workloads = all.filter(({ name }) => wanted.includes(name));
  // Fails here where there is no such runtime.
  const title = machine(runtime);
  const measured = workloads.map((): number[][] => []);
  let sides: readonly Side[] = [];
  for (let start = 0; start < starts; start++) {
    await withSides({ writes, pushes, against, runtime, profile }, async (started, clear) => {
      sides = started;
      for (const [at, { message }] of workloads.entries()) {
        const more = await measureSides(message, started, rounds, clear);
        measured[at] = more.map((some, side) => [...(measured[at]![side] ?? []), ...some]);
      }
    });
  }
  const figures = workloads.flatMap((workload, at) => figuresOf(workload, sides, measured[at]!));
  if (json) {
    console.log(JSON.stringify(figures));
    return;
  }
  console.log(`${title}\n${row(COLUMNS)}`);
  for (const figure of figures) {
    console.log(row(Object.values(figure).map((cell: string | number | undefined) => cell ?? '–')));
  }
}

/** What an option chooses: all where it is not given. */
function chosen<T extends string>(
  option: string,
  name: string | undefined,
  all: readonly T[],
): T[] {
  const some = all.filter((one) => name === undefined || one === name);
  if (some.length > 0) return some;
  throw new Error(`${option} takes one of ${all.join(', ')}, not '${name}'`);
}

/** @param rounds for each side, the CPU time of a message in each round, in µs */
function figuresOf(
  { name: workload }: Workload,
  sides: readonly Side[],
  rounds: readonly number[][],
): Figures[] {
  return sides.flatMap(({ name, writes, push }, at) => {
    if (name !== 'this' || writes === undefined) return [];
    const other = (wanted: SideName, by: Writes | undefined) =>
      rounds[
        sides.findIndex((side) => side.name === wanted && side.push === push && side.writes === by)
      ];
    const own = rounds[at]!;
    const against = other('against', writes);
    const conditional = other('against', 'conditional') ?? other('this', 'conditional');
    const limit = other('limit', undefined)!;
    return {
      ...{ workload, writes, push, cpuUs: median(own) },
      againstUs: against && median(against),
      ratio: against && medianRatio(own, against),
      conditionalRatio:
        writes === 'grouped' && conditional ? medianRatio(own, conditional) : undefined,
      limitUs: median(limit),
      limitRatio: medianRatio(own, limit),
    };
  });
}

/** The median of each round's ratio: two figures of one round share the machine's speed, those of two do not. */
function medianRatio(own: readonly number[], other: readonly number[]): number {
  return median(own.map((us, round) => us / other[round]!));
}

/** The Node version of the measured processes and the processors: figures are worth nothing without. */
function machine(runtime = process.execPath): string {
  const version = execFileSync(runtime, ['--version'], { encoding: 'utf8' }).trim();
  const all = cpus();
  return `Node ${version.slice(1)}, ${all.length} × ${all[0]?.model ?? 'unknown processor'}`;
}
