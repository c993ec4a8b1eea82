import { once } from 'node:events';
import { printableLines } from '../common/printable.js';
import type { Readable, Writable } from 'node:stream';
import type { LineSink } from '../telemetry/log_line.js';

/** All that a command touches of the process, handed in so that tests can stand in for it. */
export interface Io {
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean };
  /** Takes each line at once; one that it has no room for is dropped. */
  readonly stderr: LineSink;
  /** Ends the command: its reason is an Interrupted, a ClosedPipe or a FailedOutput. */
  readonly signal: AbortSignal;
}

/** Ctrl-C, SIGTERM, or a terminal that was closed. */
export class Interrupted extends Error {}

/** The reader of standard output is gone, as after `| head`: this is no failure, and nothing is left to do. */
export class ClosedPipe extends Error {}

/** Standard output takes nothing more, as where a disk is full. */
export class FailedOutput extends Error {}

/** Writes to standard output and waits until it can take more. */
export async function print(io: Io, chunk: string | Uint8Array): Promise<void> {
  io.signal.throwIfAborted();
  if (chunk.length === 0 || io.stdout.write(chunk)) return;
  await once(io.stdout, 'drain', { signal: io.signal });
}

/** A line for the person, on standard error; whatever stands in it, a terminal only shows it. */
export function say(io: Io, line: string): void {
  io.stderr.write(`${printableLines(line)}\n`);
}

/** Does something with what is open, and closes it. */
export async function whileOpen<O extends { close(): unknown }, T>(
  opened: O,
  use: (opened: O) => Promise<T>,
): Promise<T> {
  try {
    return await use(opened);
  } finally {
    await opened.close();
  }
}
