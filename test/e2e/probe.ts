import { readdirSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What a process holds, when nothing is under way. */
export interface Held {
  readonly heapBytes: number;
  readonly externalBytes: number;
  readonly descriptors: number;
  readonly timers: number;
}

/**
 * Loaded into a function under test by `--require`: on SIGUSR2 it writes what the process holds into the file that
 * SOAK_PROBE names. Garbage is collected before.
 */
const file = process.env.SOAK_PROBE;
if (file !== undefined) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  process.on('SIGUSR2', () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    const held: Held = {
      heapBytes: heapUsed,
      externalBytes: external,
      descriptors: readdirSync('/proc/self/fd').length,
      timers: process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length,
    };
    writeFileSync(file, `${JSON.stringify(held)}\n`);
  });
}
