import { PassThrough, Readable } from 'node:stream';
import { runCli } from '../../src/cli/commands.js';
import type { Io } from '../../src/cli/io.js';

/** An Io that keeps what is written. */
export interface TestIo extends Io {
  readonly stderr: PassThrough & { readonly isTTY?: boolean };
  readonly out: () => Buffer;
  readonly err: () => string;
  /** As Ctrl-C, or a closed pipe. */
  readonly stop: (reason: Error) => void;
}

export function testIo(
  options: { env?: NodeJS.ProcessEnv; input?: Readable; terminal?: boolean } = {},
): TestIo {
  const stop = new AbortController();
  const stdout = collector(options.terminal);
  const stderr = collector(false);
  return {
    env: options.env ?? {},
    stdin: options.input ?? Readable.from([]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    signal: stop.signal,
    out: stdout.written,
    err: () => stderr.written().toString(),
    stop: (reason) => {
      stop.abort(reason);
    },
  };
}

function collector(isTTY = false) {
  const chunks: Buffer[] = [];
  const stream = new PassThrough().on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream: Object.assign(stream, { isTTY }), written: () => Buffer.concat(chunks) };
}

/** Runs a command to its end, and returns what it wrote. */
export async function runCommand(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; out: string; err: string }> {
  const io = testIo({ env });
  const code = await runCli(args, io);
  return { code, out: io.out().toString(), err: io.err() };
}
