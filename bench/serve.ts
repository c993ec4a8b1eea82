import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FunctionProcess, temporaryFolder } from '../test/e2e/function.js';
import { DistinctMessages } from './distinct.js';
import { type Envelope, pushAll } from './load.js';
import { median } from './measure.js';
import { startServer } from './server_process.js';
import { LAUNCHER, memorySettings } from './starting.js';
import { row } from './table.js';
import { generateMessage } from './workloads.js';

export const help = `npm run bench -- --serve [--json] [--rounds N]

CPU time of one push in the server's process, on a plain server and on that of the functions framework: of a handler
that does nothing but answer 204, and of \`serve\` and \`start\` with the workload \`tiny\`. 16 pushes at once, each of a
stream of its own whose state is in the cache and whose rows are new, on the local store. Needs Linux.
  --json      prints one array of {handler, push, plainUs, frameworkUs, ratio, savedUs}
  --rounds N  rounds, in which the servers take turns; medians are printed (default 5)
`;

/** Some hundred ms of CPU: the clock of a process goes in steps of 10. */
const PUSHES_A_ROUND = 3000;
/** Rounds that are not counted: what they compile, the others do not. */
const WARM_UP_ROUNDS = 2;

/** Two servers that do the same work. */
interface Pair {
  readonly handler: 'nothing' | 'tiny';
  readonly push: Envelope;
  readonly plain: FunctionProcess;
  readonly framework: FunctionProcess;
}

interface Figures {
  handler: string;
  push: string;
  plainUs: number;
  frameworkUs: number;
  ratio: number;
  savedUs: number;
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
    },
  });
  const rounds = Math.max(1, Number(values.rounds) || 0);
  const figures = await withPairs((pairs) => measurePairs(pairs, rounds));
  if (values.json) {
    console.log(JSON.stringify(figures));
    return;
  }
  console.log(row(['handler', 'push', 'plain µs', 'framework µs', 'ratio', 'saved µs']));
  for (const figure of figures) console.log(row(Object.values(figure)));
}

/** Starts the four servers, and ends them. */
async function withPairs<T>(body: (pairs: readonly Pair[]) => Promise<T>): Promise<T> {
  const folder = temporaryFolder();
  const servers: FunctionProcess[] = [];
  const started = async (starting: Promise<FunctionProcess>) => {
    const server = await starting;
    servers.push(server);
    return server;
  };
  const inFolder = (launcher: 'serve' | 'start') =>
    started(FunctionProcess.start(launcher, join(folder.path, launcher), memorySettings()));
  try {
    const nothing = {
      plain: await started(startServer([join(__dirname, 'nothing_server.js')])),
      framework: await started(
        startServer([LAUNCHER, '--target=nothing', `--source=${join(__dirname, 'hello.js')}`]),
      ),
    };
    const tiny = { plain: await inFolder('serve'), framework: await inFolder('start') };
    return await body([
      // Without its wrapper a push is no JSON, which the framework alone would refuse.
      { handler: 'nothing', push: 'wrapped', ...nothing },
      { handler: 'tiny', push: 'wrapped', ...tiny },
      { handler: 'tiny', push: 'unwrapped', ...tiny },
    ]);
  } finally {
    await Promise.all(servers.map((server) => server.end('SIGTERM')));
    folder.remove();
  }
}

async function measurePairs(pairs: readonly Pair[], rounds: number): Promise<Figures[]> {
  const pushing = new Pushing();
  const plainUs = pairs.map(() => [] as number[]);
  const frameworkUs = pairs.map(() => [] as number[]);
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    for (const [at, pair] of pairs.entries()) {
      const [plain, framework] = await pushing.round(pair);
      if (round < 0) continue;
      plainUs[at]!.push(plain);
      frameworkUs[at]!.push(framework);
    }
  }
  return pairs.map(({ handler, push }, at) => {
    const [plain, framework] = [median(plainUs[at]!), median(frameworkUs[at]!)];
    const ratio = framework / plain;
    return {
      ...{ handler, push, plainUs: plain, frameworkUs: framework, ratio },
      savedUs: framework - plain,
    };
  });
}

/** Pushes to both servers of a pair the same messages, which neither has seen. */
class Pushing {
  private readonly distinct = new DistinctMessages(generateMessage('tiny'));
  private pushed = 0;

  /** CPU time of a push, in µs: on the plain server, and on that of the framework. */
  async round({ handler, push, plain, framework }: Pair): Promise<[number, number]> {
    const numbers = Array.from({ length: PUSHES_A_ROUND }, () => this.pushed++);
    if (handler === 'tiny') {
      const registrations = numbers.map((at) => this.distinct.registration(at));
      for (const server of [plain, framework]) await pushAll(server, registrations, 'unwrapped');
    }
    const messages = numbers.map((at) => this.distinct.message(at));
    return [await cpuUs(plain, messages, push), await cpuUs(framework, messages, push)];
  }
}

async function cpuUs(
  server: FunctionProcess,
  messages: readonly Buffer[],
  push: Envelope,
): Promise<number> {
  const before = server.cpuUs();
  await pushAll(server, messages, push);
  return (server.cpuUs() - before) / messages.length;
}
