import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { measure, median, type Side } from './measure.js';
import { collectorSide, floorSide, lastKept, protobufjsSide } from './sides.js';
import { row } from './table.js';
import { generateWorkloads, readWorkloads, type Workload } from './workloads.js';

export const help = `npm run bench -- [--against DIR] [--only NAME,…] [--dir DIR] [--json] [--rounds N]

CPU time of one message through Collector.process, with a warm state cache and a storage that does nothing.
  --against DIR  compares with another built checkout of this project: both take turns in one process
  --only NAMES   only these workloads
  --dir DIR      measures each *.bundle of DIR, the data of a Pub/Sub message (default: generated messages)
  --json         prints one array of {workload, cpuUs, floorUs, ratio, protobufjsUs, againstUs, againstRatio}
  --rounds N     rounds, in which the sides take turns; medians are printed (default 7, at least 5)

\`ratio\` is this checkout's CPU time to the floor: inflating, and one copy. \`to against\` is the median over the rounds of
this checkout's time to the other's.
`;

/** How often the largest workload is processed while resident memory is watched. */
const MEMORY_CALLS = 50;

interface Figures {
  workload: string;
  cpuUs: number;
  floorUs: number;
  ratio: number;
  protobufjsUs: number;
  /** Undefined without another checkout. */
  againstUs: number | undefined;
  againstRatio: number | undefined;
}

const COLUMNS = 'workload,cpu µs,floor µs,ratio,protobufjs µs,against µs,to against'.split(',');

type MakeSide = (message: Buffer) => Promise<Side>;

/** Loads what measures a Collector from another built checkout of this project. */
async function otherCollectorSide(directory: string): Promise<MakeSide> {
  const file = join(resolve(directory), 'build/bench/sides.js');
  const loaded = (await import(pathToFileURL(file).href)) as { collectorSide: MakeSide };
  return loaded.collectorSide;
}

async function figuresOf(
  { name, message }: Workload,
  rounds: number,
  against: MakeSide | undefined,
): Promise<Figures> {
  // The Collectors take turns by themselves: 200,000 small buffers of the floor are garbage that the side after it pays
  // for, which was up to half of a small message's cost.
  const collectors = [await collectorSide(message)];
  if (against !== undefined) collectors.push(await against(message));
  const [own, other] = await measure(collectors, rounds);
  const [floorUs, protobufjsUs] = (
    await measure([floorSide(message), protobufjsSide(message)], rounds)
  ).map(median);
  const cpuUs = median(own!);
  return {
    workload: name,
    cpuUs,
    floorUs: floorUs!,
    ratio: cpuUs / floorUs!,
    protobufjsUs: protobufjsUs!,
    againstUs: other && median(other),
    againstRatio: other && median(own!.map((us, at) => us / other[at]!)),
  };
}

/** The most that resident memory grows by, in MB, while a message is processed again and again. */
async function memoryMb({ message }: Workload): Promise<number> {
  const side = await collectorSide(message);
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  for (let call = 0; call < MEMORY_CALLS; call++) {
    await side();
    most = Math.max(most, process.memoryUsage.rss());
  }
  return (most - before) / 1e6;
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      against: { type: 'string' },
      only: { type: 'string' },
      dir: { type: 'string' },
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '7' },
    },
  });
  const rounds = Math.max(5, Number(values.rounds) || 0);
  const every = values.dir === undefined ? generateWorkloads() : readWorkloads(values.dir);
  const only = values.only?.split(',');
  const workloads = every.filter(({ name }) => only?.includes(name) ?? true);
  const largest = workloads.at(-1);
  if (largest === undefined) throw new Error('there is no such workload');
  const against =
    values.against === undefined ? undefined : await otherCollectorSide(values.against);
  const grown = values.json ? 0 : await memoryMb(largest);
  const all: Figures[] = [];
  if (!values.json) console.log(row(COLUMNS));
  for (const workload of workloads) {
    const figures = await figuresOf(workload, rounds, against);
    all.push(figures);
    if (!values.json) {
      console.log(
        row(Object.values(figures).map((cell: string | number | undefined) => cell ?? '')),
      );
    }
  }
  if (values.json) console.log(JSON.stringify(all));
  else {
    console.log(
      `resident memory while ${largest.name} is processed ${MEMORY_CALLS} times: +${grown.toFixed(0)} MB`,
    );
  }
  lastKept();
}
