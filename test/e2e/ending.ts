import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** How a process ended, and what it had printed. */
export interface Ending {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Waits for the end of a process whose outputs are pipes. */
export async function endOf(child: ChildProcess): Promise<Ending> {
  let out = '';
  let err = '';
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}
