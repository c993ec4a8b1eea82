import { CollectorError } from '../common/errors.js';
import { adviceOn } from '../local/unusable.js';
import { sourceStack } from '../telemetry/stack_trace.js';
import { version } from '../common/package_root.js';
import { UsageError } from './arguments.js';
import { ClosedPipe, print, say, type Io } from './io.js';
import { didYouMean } from './nearest.js';

const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;

interface Command {
  readonly help: string;
  run(args: readonly string[], io: Io): Promise<number>;
}

/** @param load loads its module, when the command is called: a store or a server takes time to load */
const command = (summary: string, load: () => unknown) => ({ summary, load });

export const COMMANDS: Readonly<Record<string, ReturnType<typeof command>>> = {
  start: command('starts the function, which receives Pub/Sub pushes', () => require('./start.js')),
  serve: command('starts the same on a plain server, for containers', () => require('./serve.js')),
  demo: command(
    'starts the function, pushes messages of a real Butler, and prints their logs',
    () => require('./demo/demo.js'),
  ),
  dev: command('starts the function and a Pub/Sub emulator, for real Butlers and readers', () =>
    require('./dev/dev.js'),
  ),
  send: command('sends a file or standard input as a stream of logs', () => require('./send.js')),
  cat: command('prints a stream', () => require('./cat.js')),
  tail: command('prints the last logs of a stream (-n), or follows it (-f)', () =>
    require('./tail.js'),
  ),
  view: command('shows the logs in a browser', () => require('./view.js')),
  'check-config': command(
    'prints the settings, and tries the table, the store and the Coordinator',
    () => require('./check_config.js'),
  ),
  inspect: command('prints what is known of a stream, and whether it is complete', () =>
    require('./inspect/inspect.js'),
  ),
  ls: command('lists the streams', () => require('./ls.js')),
  refused: command('lists, shows and replays refused messages', () =>
    require('./refused/refused.js'),
  ),
  expunge: command('removes a stream for good', () => require('./expunge.js')),
};

/** Runs a command. @returns the exit code: 0, 1 for a failure, 2 for wrong usage */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  const name = args[0] ?? '';
  try {
    return await dispatch(args, io);
  } catch (error) {
    if (io.signal.aborted) return io.signal.reason instanceof ClosedPipe ? DONE : FAILED;
    const known = Object.hasOwn(COMMANDS, name);
    const who = known ? `logdog-collector ${name}` : 'logdog-collector';
    if (error instanceof UsageError) {
      const command = known ? `help ${name}` : 'help';
      say(io, `${who}: ${error.message} (logdog-collector ${command} shows how)`);
      return WRONG_USAGE;
    }
    say(io, `${who}: ${describe(error)}`);
    return FAILED;
  }
}

async function dispatch(args: readonly string[], io: Io): Promise<number> {
  const [first, ...rest] = args;
  if (first === undefined) throw new UsageError('a command is missing');
  if (first === '--version') {
    await print(io, `${version()}\n`);
    return DONE;
  }
  if (first === 'help' || first === '--help' || first === '-h') return printHelp(rest, io);
  const command = load(first);
  const options = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (options.includes('--help') || options.includes('-h')) return printHelp([first], io);
  return command.run(rest, io);
}

async function printHelp([name, ...rest]: readonly string[], io: Io): Promise<number> {
  if (rest[0] !== undefined) throw new UsageError(`'${rest[0]}' is one argument too many`);
  await print(io, name === undefined ? overview() : helpOn(name));
  return DONE;
}

function helpOn(topic: string): string {
  if (topic !== 'settings') return load(topic).help;
  return (require('./setting_flags.js') as typeof import('./setting_flags.js')).listOfSettings();
}

function load(name: string): Command {
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry) return entry.load() as Command;
  const known = [...Object.keys(COMMANDS), 'help'];
  throw new UsageError(`there is no command '${name}'${didYouMean(name, known)}`);
}

function overview(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { summary }]) => `  ${name.padEnd(12)} ${summary}\n`,
  );
  return `Usage: logdog-collector COMMAND [arguments]

${lines.join('')}
  logdog-collector help COMMAND   shows a command's arguments
  logdog-collector help settings  lists the settings
  logdog-collector --version      shows the version
`;
}

/** An expected failure in a line; a bug with where it is. */
function describe(error: unknown): string {
  if (error instanceof CollectorError && error.code !== 'INTERNAL') return error.message;
  const { message, stack } = error as Error;
  // A failed system call says which one, and on which file.
  const call = typeof error === 'object' && error !== null && 'syscall' in error;
  if (call) return [message, adviceOn(error) ?? []].flat().join('; ');
  return stack === undefined ? message : sourceStack(stack);
}
