import { messageOf, CollectorError } from '../common/errors.js';
import { type Log, JsonLog } from '../telemetry/log.js';
import type { Config } from './config.js';
import { type PagesModule, openService, type Service } from './service.js';
import { printableLines } from '../common/printable.js';
import { stackTrace } from '../push/outcome.js';
import type { LineSink } from '../telemetry/log_line.js';
import { sourceStack } from '../telemetry/stack_trace.js';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
const CRASHES = ['uncaughtException', 'unhandledRejection'] as const;

/** Cloud Run kills 10 s after SIGTERM; a backend that hangs must not delay the end longer elsewhere either. */
const SHUTDOWN_MS_MAX = 9500;

/** For the answers that bring the messages under way again: nothing else can be relied on any more. */
const CRASH_MS_MAX = 2000;

/**
 * Opens the service of a process that is its own: signals and crashes end it in order from then on, and its log says what
 * Node and libraries warn of.
 *
 * @throws CollectorError BAD_SETTINGS, MODULE_FAILED
 */
export function openForProcess(config: Config, pages: PagesModule): Service {
  const service = openService(config, { pages });
  logProcessWarnings(service.log);
  installShutdownHandlers(service);
  return service;
}

/**
 * Ends the process in order. At SIGTERM, SIGINT and SIGHUP it answers what is under way, closes the backends, and exits 0, or 1
 * where that fails or takes too long. At an uncaught error it logs it once, answers what is under way with a retryable
 * status, and exits 1.
 */
function installShutdownHandlers(service: Service): void {
  let draining = false;
  let crashed = false;
  const onSignal = () => {
    // Ctrl-C may come twice: from the terminal, and from npm, which passes it on.
    if (draining) return;
    draining = true;
    exitAfter(service.stop(), 0, SHUTDOWN_MS_MAX);
  };
  const onCrash = (cause: unknown) => {
    if (crashed) return;
    crashed = true;
    exitAfter(service.abandon(cause), 1, CRASH_MS_MAX);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  for (const crash of CRASHES) process.on(crash, onCrash);
}

function exitAfter(end: Promise<void>, code: number, msMax: number): void {
  setTimeout(() => process.exit(1), msMax).unref();
  end.then(
    () => process.exit(code),
    () => process.exit(1),
  );
}

/** Has the log say what Node and libraries warn of, instead of Node, which prints text between lines of JSON. */
function logProcessWarnings(log: Log): void {
  for (const listener of process.listeners('warning')) {
    // Node's own, which prints; any other one stays.
    if (listener.name === 'onWarning') process.off('warning', listener);
  }
  process.on('warning', ({ name, message }) => {
    log.write('warning', `${name}: ${message}`, {});
  });
}

/**
 * Has the log say what libraries print: lmdb prints errors, with their stacks, that it also gives to its caller. For a
 * process whose program is ours, and no function of another's.
 */
export function logConsole(log: Log): void {
  console.error = console.warn = (...parts: unknown[]) => {
    log.write('warning', parts.map(messageOf).join(' '), {});
  };
}

/**
 * Says why the function does not start, all problems at once: to a person at a terminal, else as a line of the log, so that
 * it is found among the errors.
 */
export function reportFailedStart(thrown: unknown, stderr: LineSink): void {
  const known = thrown instanceof CollectorError && thrown.code !== 'INTERNAL';
  const what = 'the function cannot start';
  if (stderr.isTTY === true) {
    const why =
      thrown instanceof Error
        ? known
          ? thrown.message
          : sourceStack(thrown.stack ?? '')
        : String(thrown);
    stderr.write(`${printableLines(`${what}: ${why}`)}\n`);
    return;
  }
  const log = new JsonLog('error', stderr, false);
  if (known) log.write('error', `${what}: ${thrown.message}`, { code: thrown.code });
  else log.write('error', `${what}: a bug`, { code: 'INTERNAL', ...stackTrace(thrown) });
}
