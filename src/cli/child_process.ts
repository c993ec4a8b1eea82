import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a child may take to end in order before it is killed: longer than the function takes to end what is under way. */
const STOP_MS_MAX = 15_000;

const POLL_MS = 50;
const REQUEST_MS_MAX = 10_000;

/** Ends a child process, and waits until it has ended. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const exit = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX);
  child.kill('SIGTERM');
  await exit;
  clearTimeout(timer);
}

/** Resolves when a child process has ended, or could not begin, or the signal is aborted. */
export async function waitForEnd(child: ChildProcess, signal: AbortSignal): Promise<void> {
  if (hasEnded(child) || signal.aborted) return;
  await once(child, 'exit', { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

/**
 * Waits until a child process answers a GET of a URL with success; returns why it does not.
 *
 * @throws the signal's reason
 */
export async function waitForAnswer(
  child: ChildProcess,
  url: URL,
  msMax: number,
  signal: AbortSignal,
): Promise<'did not start' | 'does not answer' | undefined> {
  const deadline = performance.now() + msMax;
  while (!(await answers(url, signal))) {
    if (hasEnded(child)) return 'did not start';
    if (performance.now() > deadline) return 'does not answer';
    await sleep(POLL_MS, undefined, { signal });
  }
  return undefined;
}

async function answers(url: URL, signal: AbortSignal): Promise<boolean> {
  try {
    const timeout = AbortSignal.timeout(REQUEST_MS_MAX);
    const response = await fetch(url, { signal: AbortSignal.any([signal, timeout]) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

function hasEnded({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null;
}
