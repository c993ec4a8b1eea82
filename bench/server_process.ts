import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort } from '../src/cli/child_function.js';
import { FunctionProcess } from '../test/e2e/function.js';
import { memorySettings, ROOT } from './starting.js';

/**
 * Starts a server, and waits until it answers. It gets the port to listen on as PORT, and none of the settings around.
 *
 * @param args Node's flags, the program and its arguments
 * @param runtime the Node binary
 * @throws where it ends or does not answer in time; it is killed then
 */
export async function startServer(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  runtime = process.execPath,
): Promise<FunctionProcess> {
  const port = await freePort();
  const child = spawn(runtime, args, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...memorySettings(), ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    return await FunctionProcess.of(child, port);
  } catch (thrown) {
    child.kill('SIGKILL');
    throw thrown;
  }
}

/** Finds the command of a checkout of this project: its package.json names it, whatever the layout of its files. */
export function findCommand(directory: string): string {
  const root = resolve(directory);
  const file = join(root, 'package.json');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '{}';
  const { bin } = JSON.parse(text) as { bin?: Record<string, string> };
  const command = bin?.['logdog-collector'];
  if (command === undefined) throw new Error(`${root} is no checkout of this project`);
  return join(root, command);
}

/**
 * Reads the CPU time that the threads of a process have had so far, in µs. It is exact, unlike the process's own clock,
 * which goes in steps of 10 ms, but forgets threads that have ended. Linux only.
 */
export function threadsCpuUs(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  let ns = 0;
  for (const task of readdirSync(tasks)) {
    ns += Number(readFileSync(join(tasks, task, 'schedstat'), 'utf8').split(' ')[0]);
  }
  return ns / 1000;
}
