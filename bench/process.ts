import { parseArgs } from 'node:util';
import { measure } from './measure.js';
import { collectorSide, floorSide, lastKept, protobufjsSide } from './sides.js';
import { row } from './table.js';
import { generateWorkloads, readWorkloads, type Workload } from './workloads.js';

export const help = `npm run bench -- [--dir DIR] [--json] [--rounds N]

CPU time of one message through Collector.process, with a warm state cache and a storage that does nothing.
  --dir DIR    measures each *.bundle of DIR (the data of a Pub/Sub message); generated ones unless told
  --json       prints one array of {workload, cpuUs, floorUs, ratio, protobufjsUs}
  --rounds N   rounds, in which the sides take turns; medians are printed (default 7, at least 5)
`;

/** How often the largest workload is processed while resident memory is watched. */
const MEMORY_CALLS = 50;

interface Figures {
  workload: string;
  cpuUs: number;
  floorUs: number;
  ratio: number;
  protobufjsUs: number;
}

async function figuresOf({ name, message }: Workload, rounds: number): Promise<Figures> {
  const sides = [floorSide(message), await collectorSide(message), protobufjsSide(message)];
  const [floorUs = 0, cpuUs = 0, protobufjsUs = 0] = await measure(sides, rounds);
  return { workload: name, cpuUs, floorUs, ratio: cpuUs / floorUs, protobufjsUs };
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
      dir: { type: 'string' },
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '7' },
    },
  });
  const rounds = Math.max(5, Number(values.rounds) || 0);
  const workloads = values.dir === undefined ? generateWorkloads() : readWorkloads(values.dir);
  const largest = workloads.at(-1);
  if (largest === undefined) throw new Error(`there is no *.bundle in ${values.dir}`);
  const grown = values.json ? 0 : await memoryMb(largest);
  const all: Figures[] = [];
  if (!values.json) console.log(row(['workload', 'cpu µs', 'floor µs', 'ratio', 'protobufjs µs']));
  for (const workload of workloads) {
    const figures = await figuresOf(workload, rounds);
    all.push(figures);
    if (!values.json) console.log(row(Object.values(figures) as (string | number)[]));
  }
  if (values.json) console.log(JSON.stringify(all));
  else {
    console.log(
      `resident memory while ${largest.name} is processed ${MEMORY_CALLS} times: +${grown.toFixed(0)} MB`,
    );
  }
  lastKept();
}
