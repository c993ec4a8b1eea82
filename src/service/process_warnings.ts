import { messageOf } from '../common/errors.js';
import type { Log } from '../telemetry/log.js';

/**
 * Has the log say what Node and libraries warn of, instead of Node, which prints text between lines of JSON. For a process
 * that is the service's own.
 */
export function logProcessWarnings(log: Log): void {
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
