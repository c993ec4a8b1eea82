import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../src/cli/child_function.js';
import { wrap } from '../test/e2e/function.js';

export const ROOT = join(__dirname, '..', '..');
export const LAUNCHER = join(ROOT, 'node_modules', '.bin', 'functions-framework');
const START_MS_MAX = 30_000;

/** What a process took from its start to its first answer. */
export interface Start {
  readonly wallMs: number;
  /** Of the threads that it has. */
  readonly cpuMs: number;
}

/**
 * Starts a function under the launcher of the functions framework, pushes until it answers, and ends it.
 *
 * @param runtime the program of Node
 */
export async function timeStart(
  runtime: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  message: Buffer,
): Promise<Start> {
  const port = await freePort();
  const body = wrap(message);
  const begun = performance.now();
  const child = spawn(runtime, [LAUNCHER, ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exit = once(child, 'exit');
  try {
    await pushUntilAnswered(child, port, body);
    return { wallMs: performance.now() - begun, cpuMs: cpuMsOf(child.pid!) };
  } finally {
    child.kill('SIGKILL');
    await exit;
  }
}

/** The time on a CPU, of each thread to the nanosecond: a clock tick of 10 ms is a twentieth of a start. */
function cpuMsOf(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  const ns = readdirSync(tasks).map((id) =>
    Number(readFileSync(join(tasks, id, 'schedstat'), 'utf8').split(' ')[0]),
  );
  return ns.reduce((sum, one) => sum + one, 0) / 1e6;
}

async function pushUntilAnswered(child: ChildProcess, port: number, body: Buffer): Promise<void> {
  const deadline = performance.now() + START_MS_MAX;
  for (;;) {
    const status = await push(port, body).catch(() => undefined);
    if (status === 200 || status === 204) return;
    if (status !== undefined) throw new Error(`the first push was answered with ${status}`);
    if (child.exitCode !== null) throw new Error('the function did not start');
    if (performance.now() > deadline) throw new Error('the function does not answer');
    await sleep(2);
  }
}

async function push(port: number, body: Buffer): Promise<number> {
  const headers = { 'content-type': 'application/json', 'content-length': body.length };
  const outgoing = request({ port, host: '127.0.0.1', method: 'POST', agent: false, headers });
  outgoing.end(body);
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode!;
}

/** As the benchmark itself runs: `docs/decisions/0006-memory-kept.md`. */
export function memorySettings(): NodeJS.ProcessEnv {
  const { MALLOC_TRIM_THRESHOLD_, MALLOC_MMAP_THRESHOLD_ } = process.env;
  return { MALLOC_TRIM_THRESHOLD_, MALLOC_MMAP_THRESHOLD_ };
}
