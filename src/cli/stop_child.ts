import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** How long a child may take to end in order before it is killed: longer than the function takes to end what is under way. */
const STOP_MS_MAX = 15_000;

/** Ends a child process, and waits until it has ended. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const exit = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX);
  child.kill('SIGTERM');
  await exit;
  clearTimeout(timer);
}

/** Whether a child process has ended, or could not begin. */
export function hasEnded({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null;
}
