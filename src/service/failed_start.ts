import { CollectorError } from '../common/errors.js';
import { printableLines } from '../common/printable.js';
import { stackTrace } from '../push/outcome.js';
import type { LineSink } from '../telemetry/log_line.js';
import { JsonLog } from '../telemetry/log.js';
import { sourceStack } from '../telemetry/stack_trace.js';

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
