import { runCli } from './commands.js';
import { ClosedPipe, Interrupted } from './io.js';

const stop = new AbortController();

// Once: whoever presses Ctrl-C again does not want to wait for an orderly end.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop.abort(new Interrupted());
  });
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  stop.abort(new ClosedPipe());
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

async function main(): Promise<void> {
  const { env, stdout, stderr } = process;
  process.exitCode = await runCli(process.argv.slice(2), {
    env,
    // Opened only by a command that reads it.
    get stdin() {
      return process.stdin;
    },
    stdout,
    stderr,
    signal: stop.signal,
  });
}

void main();
