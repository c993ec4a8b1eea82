import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bigtableSettings } from '../test/e2e/bigtable_function.js';
import { Emulator } from '../test/e2e/emulator.js';
import { FunctionProcess, temporaryFolder } from '../test/e2e/function.js';
import { DistinctMessages } from './distinct.js';
import { median } from './measure.js';
import { ROOT, type Start, timeStart } from './starting.js';
import { row } from './table.js';
import { generateWorkloads } from './workloads.js';

export const help = `npm run bench -- --cold [--json] [--rounds N] [--runtime PATH]

From the start of the process to the first acked push, under the launcher of the functions framework: the local
default; Bigtable (the emulator) with a Coordinator in another process; and, for the ratio, a function that only says
hello, on the same Node and without a compile cache. The message is a small one of a new stream. What is started is what
is deployed: the bundle, and the compile cache that the build would make for this Node. Needs Linux, and the emulator of
the Google Cloud SDK.
  --json          prints one array of {function, wallMs, cpuMs, wallRatio, cpuRatio}
  --rounds N      rounds, in which the functions take turns; medians are printed (default 15)
  --runtime PATH  the program of Node that runs the functions (default: that of this
                  command); \`node scripts/node_runtime.mjs 24\` prints one
`;

/** As `function.yaml` sets it. */
const DEPLOYED = { NODE_COMPILE_CACHE: 'build/compile-cache' };

interface Side {
  readonly name: string;
  start(round: number): Promise<Start>;
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '15' },
      runtime: { type: 'string', default: process.execPath },
    },
  });
  const rounds = Math.max(1, Number(values.rounds) || 0);
  makeCompileCache(values.runtime);
  const emulator = await Emulator.start();
  const folder = temporaryFolder();
  const remote = await FunctionProcess.start('start', folder.path);
  try {
    const sides = await sidesOf(emulator, remote.port, values.runtime);
    const starts = sides.map(() => [] as Start[]);
    // The first round is not counted: it reads the files from the disk.
    for (let round = 0; round <= rounds; round++) {
      for (const [at, side] of sides.entries()) {
        const start = await side.start(round);
        if (round > 0) starts[at]!.push(start);
      }
    }
    print(
      sides.map(({ name }) => name),
      starts,
      values.json,
    );
  } finally {
    await remote.end('SIGTERM');
    await emulator.stop();
    folder.remove();
  }
}

async function sidesOf(
  emulator: Emulator,
  coordinatorPort: number,
  runtime: string,
): Promise<Side[]> {
  const table = await emulator.createTable();
  const distinct = new DistinctMessages(generateWorkloads()[0]!.message);
  const hello = [`--target=hello`, `--source=${join(__dirname, 'hello.js')}`];
  const collect = ['--target=collect'];
  const bigtable = {
    ...DEPLOYED,
    ...bigtableSettings(table, 'conditional'),
    COORDINATOR_HOST: `127.0.0.1:${coordinatorPort}`,
    PUSH_AUTH: 'off',
  };
  return [
    { name: 'hello', start: (round) => timeStart(runtime, hello, {}, distinct.message(round)) },
    {
      name: 'local',
      start: async (round) => {
        const folder = temporaryFolder();
        try {
          const settings = { ...DEPLOYED, DATA_DIR: folder.path };
          return await timeStart(runtime, collect, settings, distinct.message(round));
        } finally {
          folder.remove();
        }
      },
    },
    {
      name: 'bigtable',
      start: (round) => timeStart(runtime, collect, bigtable, distinct.message(round)),
    },
  ];
}

/** As `gcp-build` makes it. */
function makeCompileCache(runtime: string): void {
  execFileSync(runtime, ['scripts/compile_cache.mjs'], { cwd: ROOT, stdio: 'ignore' });
}

function print(names: readonly string[], starts: readonly Start[][], json: boolean): void {
  const figures = names.map((name, at) => ({
    function: name,
    wallMs: median(starts[at]!.map(({ wallMs }) => wallMs)),
    cpuMs: median(starts[at]!.map(({ cpuMs }) => cpuMs)),
  }));
  const [hello] = figures;
  const rows = figures.map(({ wallMs, cpuMs, ...rest }) => {
    const ratios = { wallRatio: wallMs / hello!.wallMs, cpuRatio: cpuMs / hello!.cpuMs };
    return { ...rest, wallMs, cpuMs, ...ratios };
  });
  if (json) {
    console.log(JSON.stringify(rows));
    return;
  }
  console.log(row(['function', 'wall ms', 'cpu ms', 'wall ratio', 'cpu ratio']));
  for (const figure of rows) console.log(row(Object.values(figure)));
}
