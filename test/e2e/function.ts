import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../src/cli/child_function.js';

const ROOT = join(__dirname, '..', '..', '..');
const START_MS_MAX = 20_000;

/** The ways to start it: the framework's server by our own command and by its launcher, and the plain server. */
export const LAUNCHERS = ['start', 'functions-framework', 'serve'] as const;
export type Launcher = (typeof LAUNCHERS)[number];

const BIN = join(ROOT, 'bin', 'logdog-collector.js');

const COMMANDS: Record<Launcher, string[]> = {
  start: [BIN, 'start'],
  serve: [BIN, 'serve'],
  'functions-framework': [
    join(ROOT, 'node_modules', '.bin', 'functions-framework'),
    '--target=collect',
  ],
};

export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** A folder for a test's data. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'logdog-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** A folder for the tests of a suite, which is removed after them. */
export function folderOfSuite(): string {
  const folder = temporaryFolder();
  afterAll(() => {
    folder.remove();
  });
  return folder.path;
}

/** The function in a process of its own, over a folder that outlives it. */
export class FunctionProcess {
  /** All that it has printed, and all that it has answered. */
  output = '';
  readonly exited: Promise<number | NodeJS.Signals>;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 256 });

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream!.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
    this.exited = once(child, 'close').then(
      ([code, signal]) => (code ?? signal) as number | NodeJS.Signals,
    );
  }

  /** Starts the function, and waits until it is ready. */
  static async start(
    launcher: Launcher,
    dataDir: string,
    env: NodeJS.ProcessEnv = {},
    nodeFlags: readonly string[] = [],
  ): Promise<FunctionProcess> {
    const port = await freePort();
    const child = launch(launcher, { PORT: String(port), DATA_DIR: dataDir, ...env }, nodeFlags);
    return FunctionProcess.of(child, port);
  }

  /** The function in a process that has been started otherwise, to listen on this port: waits until it is ready. */
  static async of(child: ChildProcess, port: number): Promise<FunctionProcess> {
    const started = new FunctionProcess(child, port);
    await started.until(async () => {
      if (child.exitCode !== null) throw new Error(`it did not start: ${started.output}`);
      return started.isReady();
    });
    return started;
  }

  /** Asks until the answer is yes. */
  async until(condition: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + START_MS_MAX;
    while (!(await condition())) {
      if (Date.now() > deadline) throw new Error(`it took too long: ${this.output}`);
      await sleep(20);
    }
  }

  /** Sends a request. Rejects where the connection breaks. */
  async send(
    body: Uint8Array,
    headers: OutgoingHttpHeaders = {},
    method = 'POST',
    path = '/',
  ): Promise<Reply> {
    const { port, agent } = this;
    const sent = { 'content-type': 'application/json', 'content-length': body.length, ...headers };
    const outgoing = request({ port, host: '127.0.0.1', agent, method, path, headers: sent });
    // Rejects below while there is no answer. Afterwards, the server may cut a connection on which the rest of an unwanted
    // body is slow to come.
    outgoing.on('error', () => undefined);
    outgoing.end(body);
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    let text = '';
    for await (const chunk of answer.setEncoding('utf8')) text += chunk as string;
    this.output += text;
    return { status: answer.statusCode!, text };
  }

  /** Pushes the data of a message as Pub/Sub does. */
  async push(data: Uint8Array): Promise<Reply> {
    return this.send(wrap(data));
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** The memory that is the process's own, in bytes: without the pages of the store. Linux only. */
  privateBytes(): number {
    return this.statusBytes('RssAnon');
  }

  /** The most memory that the process ever had, in bytes: with the pages of the store that it looked at. Linux only. */
  peakBytes(): number {
    return this.statusBytes('VmHWM');
  }

  /** The memory that is of files: the program, and the pages of the store that it looked at. Linux only. */
  fileBytes(): number {
    return this.statusBytes('RssFile');
  }

  /** Has `peakBytes` begin anew, with what the process has now. Linux only. */
  forgetPeak(): void {
    writeFileSync(`/proc/${this.pid}/clear_refs`, '5');
  }

  /** As `cpuUsOf` tells it. */
  cpuUs(): number {
    return cpuUsOf(this.pid);
  }

  /** Closes all connections; what is sent next takes new ones. */
  disconnect(): void {
    this.agent.destroy();
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Ends the process, and tells how it ended: an exit code, or the signal that killed it. */
  async end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals> {
    this.child.kill(signal);
    const how = await this.exited;
    this.disconnect();
    return how;
  }

  private statusBytes(field: string): number {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)![1]) * 1024;
  }

  private async isReady(): Promise<boolean> {
    try {
      return (await this.send(new Uint8Array(0), {}, 'GET')).status === 200;
    } catch {
      return false;
    }
  }
}

/** Starts the function before the tests of a suite, over a folder of its own, and kills it after them. */
export function functionOfSuite(
  launcher: Launcher,
  env: NodeJS.ProcessEnv = {},
): { readonly collect: () => FunctionProcess; readonly dir: string } {
  const folder = temporaryFolder();
  let started: FunctionProcess;
  beforeAll(async () => {
    started = await FunctionProcess.start(launcher, folder.path, env);
  });
  afterAll(async () => {
    await started.end('SIGKILL');
    folder.remove();
  });
  return { collect: () => started, dir: folder.path };
}

/** Starts a function that is expected to end by itself. */
export async function runToEnd(
  launcher: Launcher,
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; output: string }> {
  const child = launch(launcher, { PORT: String(await freePort()), ...env });
  let output = '';
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const timer = setTimeout(() => child.kill('SIGKILL'), START_MS_MAX);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  return { code, output };
}

/** The program and the arguments of a launcher, for a process that is started in another way. */
export function launchLine(launcher: Launcher): string[] {
  return [process.execPath, ...COMMANDS[launcher]];
}

function launch(
  launcher: Launcher,
  env: NodeJS.ProcessEnv,
  nodeFlags: readonly string[] = [],
): ChildProcess {
  return spawn(process.execPath, [...nodeFlags, ...COMMANDS[launcher]], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The CPU time of all threads of a process so far, in µs, to a clock tick of 10 ms. Linux only. */
export function cpuUsOf(pid: number): number {
  // The name of the program comes second, in brackets, and may hold blanks.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

/** The body of a wrapped push. */
export function wrap(data: Uint8Array): Buffer {
  const message = {
    data: Buffer.from(data).toString('base64'),
    messageId: '1',
    publishTime: '2024-01-01T00:00:00Z',
  };
  return Buffer.from(JSON.stringify({ message, subscription: 'projects/p/subscriptions/s' }));
}
