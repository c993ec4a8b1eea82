import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const BIN = join(__dirname, '..', '..', '..', 'bin', 'logdog-collector.js');

/** Whether this user may make namespaces: root may, as a rule. */
export const canUnshare = spawnSync('unshare', ['-m', '-pf', '--mount-proc', 'true']).status === 0;

/** `test` where namespaces can be made, else one that is skipped; says so. */
export const namespaceTest: typeof test = canUnshare ? test : skipped();

function skipped(): typeof test {
  process.stderr.write('tests of mounts and process numbers are skipped: unshare needs root\n');
  return test.skip;
}

/** Runs our own command in namespaces of its own. @param before what the shell does first */
export function spawnApart(
  flags: readonly string[],
  before: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): ChildProcess {
  const script = `${before} exec "$@"`;
  const command = [process.execPath, BIN, ...args];
  return spawn('unshare', [...flags, 'sh', '-c', script, 'sh', ...command], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a command in the mount namespace of a process. */
export function inMountsOf(pid: number, ...command: readonly string[]): void {
  execFileSync('nsenter', ['-t', String(pid), '-m', ...command]);
}
