import { createReadStream, fstatSync } from 'node:fs';
import { nextTurn } from '../common/turns.js';
import { runCli } from './commands.js';
import { unblock } from '../common/unblock.js';
import { standardError } from '../telemetry/standard_error.js';
import { spellProxies } from '../http/proxy.js';
import { ClosedPipe, FailedOutput, Interrupted, say, type Io } from './io.js';

/** After a signal, so long is standard output waited for, in milliseconds: its reader may stand still. */
const LEFT_MS_MAX = 500;

const stop = new AbortController();

// Once: a second Ctrl-C ends the process at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt);
// A terminal that is closed may say so twice: the system does, and the shell.
process.on('SIGHUP', interrupt);

unblock(process.stdout);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  const why = `standard output cannot be written: ${error.message}`;
  stop.abort(error.code === 'EPIPE' ? new ClosedPipe() : new FailedOutput(why));
});

// What a library prints of an error, it gives to its caller, too, and the command says it.
console.error = console.warn = () => undefined;

// Our own lines do not go through it. What Node and libraries say is not worth the process.
process.stderr.on('error', () => undefined);

function interrupt(): void {
  stop.abort(new Interrupted());
}

async function main(): Promise<void> {
  spellProxies(process.env);
  const { env, stdout } = process;
  const io: Io = {
    env,
    // Opened only by a command that reads it.
    get stdin() {
      return standardInput();
    },
    stdout,
    stderr: standardError,
    signal: stop.signal,
  };
  const code = await runCli(process.argv.slice(2), io);
  process.exitCode = code;
  // What is left of the output keeps the process until it is taken, or a signal comes.
  if (stop.signal.aborted) exitSoon();
  else stop.signal.addEventListener('abort', exitSoon);
  // What could not be written may be known only after the command.
  if (stdout.writableLength > 0) await new Promise((resolve) => stdout.write('', resolve));
  else await nextTurn();
  const reason: unknown = stop.signal.reason;
  if (!(reason instanceof FailedOutput)) return;
  say(io, `logdog-collector: ${reason.message}`);
  process.exitCode = 1;
}

/** Standard input. Node takes a folder or a disk for an empty one, which would be sent as such. */
function standardInput(): Io['stdin'] {
  const found = fstatSync(0);
  const unknown = found.isDirectory() || found.isBlockDevice();
  return unknown ? createReadStream('', { fd: 0 }) : process.stdin;
}

function exitSoon(): void {
  setTimeout(() => process.exit(), LEFT_MS_MAX).unref();
}

void main();
