import { join } from 'node:path';
import { bigtableSettings } from '../test/e2e/bigtable_function.js';
import { Emulator } from '../test/e2e/emulator.js';
import { type FunctionProcess, temporaryFolder } from '../test/e2e/function.js';
import type { Envelope } from './load.js';
import { findCommand, startServer } from './server_process.js';
import { ROOT } from './starting.js';

export const WRITES = ['conditional', 'grouped'] as const;
export type Writes = (typeof WRITES)[number];
export const ENVELOPES: readonly Envelope[] = ['unwrapped', 'wrapped'];

/** `this` checkout, the other one that it is compared with, and a server that does the least that one can. */
export type SideName = 'this' | 'against' | 'limit';

/** A process that is pushed to in one way; the sides of a run take turns. */
export interface Side {
  readonly name: SideName;
  /** Undefined for the limit, which writes nothing. */
  readonly writes: Writes | undefined;
  readonly push: Envelope;
  readonly target: FunctionProcess;
}

export interface SidesOptions {
  readonly writes: readonly Writes[];
  readonly pushes: readonly Envelope[];
  /** The other checkout. */
  readonly against: string | undefined;
  /** The Node binary of the measured processes. */
  readonly runtime: string | undefined;
  /** Where CPU profiles of the functions are written. */
  readonly profile: string | undefined;
}

/**
 * Starts the emulator of Bigtable, the limit, and a function for each checkout and way of writing; ends them all.
 *
 * @param body gets the sides, and what removes every row of the table that they write to
 */
export async function withSides(
  options: SidesOptions,
  body: (sides: readonly Side[], clear: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const { writes, pushes, against, runtime } = options;
  const checkouts = [
    { name: 'this' as const, command: findCommand(ROOT) },
    ...(against === undefined ? [] : [{ name: 'against' as const, command: findCommand(against) }]),
  ];
  const emulator = await Emulator.start();
  const folder = temporaryFolder();
  const targets: FunctionProcess[] = [];
  const sides: Side[] = [];
  const started = async (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    const target = await startServer(args, env, runtime);
    targets.push(target);
    return target;
  };
  try {
    const table = await emulator.createTable();
    const limit = await started([join(__dirname, 'limit_server.js')]);
    for (const push of pushes)
      sides.push({ name: 'limit', writes: undefined, push, target: limit });
    for (const mode of writes) {
      const functions = [];
      for (const { name, command } of checkouts) {
        const side = `${name}-${mode}`;
        const args = [...profileFlags(options.profile, side), command, 'start'];
        const backends = { ...bigtableSettings(table, mode), DATA_DIR: join(folder.path, side) };
        functions.push({ name, target: await started(args, { ...backends, PUSH_AUTH: 'off' }) });
      }
      // What is compared stands side by side, so that both have the same moment of the machine.
      for (const push of pushes) {
        sides.push(...functions.map((one) => ({ ...one, writes: mode, push })));
      }
    }
    await body(sides, () => emulator.clear(table));
  } finally {
    await Promise.all(targets.map((target) => target.end('SIGTERM')));
    await emulator.stop();
    folder.remove();
  }
}

function profileFlags(directory: string | undefined, side: string): string[] {
  if (directory === undefined) return [];
  return ['--cpu-prof', `--cpu-prof-dir=${directory}`, `--cpu-prof-name=${side}.cpuprofile`];
}
