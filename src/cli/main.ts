import { runCli } from './commands.js';
import { unblock } from '../common/unblock.js';
import { standardError } from '../telemetry/standard_error.js';
import { ClosedPipe, Interrupted } from './io.js';

/** After a signal, so long is standard output waited for, in milliseconds: its reader may stand still. */
const LEFT_MS_MAX = 500;

const stop = new AbortController();

// Once: whoever presses Ctrl-C again does not want to wait for an orderly end.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop.abort(new Interrupted());
  });
}

unblock(process.stdout);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  stop.abort(new ClosedPipe());
});

// Our own lines do not go through it. What Node and libraries say is not worth the process.
process.stderr.on('error', () => undefined);

async function main(): Promise<void> {
  const { env, stdout } = process;
  process.exitCode = await runCli(process.argv.slice(2), {
    env,
    // Opened only by a command that reads it.
    get stdin() {
      return process.stdin;
    },
    stdout,
    stderr: standardError,
    signal: stop.signal,
  });
  // What is left of the output keeps the process until it is taken, or a signal comes.
  if (stop.signal.aborted) exitSoon();
  else stop.signal.addEventListener('abort', exitSoon);
}

function exitSoon(): void {
  setTimeout(() => process.exit(), LEFT_MS_MAX).unref();
}

void main();
