import { loadUsed } from '../../service/config.js';
import { parseCommandLine } from '../arguments.js';
import { startFunction, type ChildServer } from '../child_function.js';
import { print, say, type Io, whileOpen } from '../io.js';
import { viewerUrl } from '../viewer_link.js';
import { serveCredentials } from './credentials.js';
import { findEmulator, PubsubEmulator } from './emulator.js';
import { setTimeout as sleep } from 'node:timers/promises';
import { CollectorError } from '../../common/errors.js';

export const help = `Usage: logdog-collector dev

Runs on this machine what a real Butler needs, until Ctrl-C: the function with its local Coordinator, a Pub/Sub emulator
with a topic that pushes to the function, and a substitute for the credentials that a Butler requires. Prints the
addresses for a Butler and a reader.

The emulator is that of the Google Cloud SDK (gcloud components install pubsub-emulator), and needs java. Without it the
function runs nevertheless: the local Coordinator answers, and logdog-collector send pushes to it.

A function that ends by itself is started again, at most 5 times in a row: what was published meanwhile is pushed then.

Settings are environment variables, among them PORT, DATA_DIR, LOG_BUNDLE_TOPIC and COORDINATOR_STRICT.
`;

/** Taken where they are free, so that what one has exported stays true: the emulator's is the one that gcloud gives it. */
const EMULATOR_PORT = 8085;
const CREDENTIALS_PORT = 8086;

/** Its own settings, and those that it hands on to the function. */
const SETTINGS_USED = [
  'port',
  'dataDir',
  'logBundleTopic',
  'logLevel',
  'coordinatorStrict',
  'coordinatorPrefixExpirationMs',
] as const;

export async function run(args: readonly string[], io: Io): Promise<number> {
  parseCommandLine(args, {}, []);
  const { port, dataDir, logBundleTopic } = loadUsed(io.env, ...SETTINGS_USED);
  const settings = { ...coordinatorSettings(io.env), DATA_DIR: dataDir };
  const child = await startFunction(settings, io, port === 0 ? undefined : port);
  const func = new RestartingFunction(child, settings, io);
  await whileOpen(func, () => runBeside(func, logBundleTopic, io));
  return 0;
}

/** Runs what a Butler needs beside the function, and says how to use it. */
async function runBeside(func: RestartingFunction, topic: string, io: Io): Promise<void> {
  const found = findEmulator(io.env);
  if ('missing' in found) {
    await func.ready();
    say(io, `logdog-collector dev: no Pub/Sub emulator: ${found.missing}`);
    await print(io, guideWithout(func.url));
    await func.keep();
    return;
  }
  await whileOpen(await PubsubEmulator.start(found.path, io, EMULATOR_PORT), async (emulator) =>
    whileOpen(await serveCredentials(CREDENTIALS_PORT), async (credentials) => {
      await func.ready();
      await emulator.connect(topic, func.url);
      await print(io, guide(func.url, topic, emulator.host, credentials.host));
      await Promise.race([func.keep(), emulator.ended()]);
    }),
  );
}

/** Those of the local Coordinator, as they are around; it is served in any case. */
function coordinatorSettings(env: NodeJS.ProcessEnv): Record<string, string> {
  const names = ['COORDINATOR_STRICT', 'COORDINATOR_PREFIX_EXPIRATION', 'LOG_BUNDLE_TOPIC'];
  const settings = names.flatMap((name) => (env[name] ? [[name, env[name]]] : []));
  return { ...(Object.fromEntries(settings) as Record<string, string>), COORDINATOR_SERVE: '1' };
}

function guide(url: URL, topic: string, pubsub: string, credentials: string): string {
  return `
The function runs: ${url.href}
The Pub/Sub emulator runs: ${pubsub}; what is published to ${topic} is pushed to the function.

A Butler, from another terminal:

  export PUBSUB_EMULATOR_HOST=${pubsub} GCE_METADATA_HOST=${credentials}
  echo 'hello' | logdog_butler -service-account-json :gce -project demo -prefix me/1 \\
    -coordinator-host ${url.host} -output logdog stream -stream name=greeting
${readers(url)}
Ctrl-C ends all three.
`;
}

function guideWithout(url: URL): string {
  return `
The function runs: ${url.href}
Its Coordinator registers a Butler's prefix, but there is no Pub/Sub where the Butler could publish. What works without:

  echo 'hello' | npx logdog-collector send --url ${url.href} --project demo --prefix me/1 --name greeting
${readers(url)}
Ctrl-C ends it.
`;
}

function readers(url: URL): string {
  return `
The logs in a browser: ${viewerUrl(url)}

A reader:

  logdog -host ${url.host} -insecure cat demo/me/1/+/greeting
  logdog -host ${url.host} -insecure query -path 'demo/me/1/+/**'
  npx logdog-collector tail -f demo/me/1/+/greeting
`;
}

/** How often it is started again in a row; one that has run for longer than that begins anew. */
const RESTARTS_MAX = 5;
const STEADY_MS = 60_000;
const BACKOFF_MS_MIN = 100;

/** The function in a process of its own, which is started again, on the same port, where it ends by itself. */
export class RestartingFunction {
  private closed = false;

  /** @param settings those that the function was started with */
  constructor(
    private child: ChildServer,
    private readonly settings: Readonly<Record<string, string>>,
    private readonly io: Io,
  ) {}

  get url(): URL {
    return this.child.url;
  }

  /** Resolves when the function answers for the first time. @throws CollectorError COMMAND_FAILED */
  ready(): Promise<void> {
    return this.child.ready();
  }

  /**
   * Starts the function again whenever it ends; resolves when the command is interrupted.
   *
   * @throws CollectorError COMMAND_FAILED when it has ended too often
   */
  async keep(): Promise<void> {
    for (let restarts = 0; ; restarts++) {
      const startMs = performance.now();
      const how = await this.child.whenEnded();
      if (this.isOver()) return;
      if (performance.now() - startMs > STEADY_MS) restarts = 0;
      if (restarts === RESTARTS_MAX) {
        const what = `the function has ended (${how}), after ${RESTARTS_MAX} restarts in a row`;
        throw new CollectorError('COMMAND_FAILED', `${what}: gave up`);
      }
      say(this.io, `logdog-collector dev: the function has ended (${how}); starting it again`);
      await sleep(BACKOFF_MS_MIN * 2 ** restarts, undefined, { signal: this.io.signal });
      if (this.isOver()) return;
      await this.restart();
    }
  }

  close(): Promise<void> {
    this.closed = true;
    return this.child.close();
  }

  private isOver(): boolean {
    return this.closed || this.io.signal.aborted;
  }

  private async restart(): Promise<void> {
    const { settings, io } = this;
    this.child = await startFunction(settings, io, Number(this.url.port));
    try {
      await this.child.ready();
      say(io, `logdog-collector dev: the function runs again: ${this.url.href}`);
    } catch {
      // It ends, or has ended, which is seen by what waits for that.
      await this.child.close();
    }
  }
}
