import { readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What a process holds, when nothing is under way. */
export interface Held {
  readonly heapBytes: number;
  readonly externalBytes: number;
  /** Open descriptors: sockets, and all others. */
  readonly sockets: number;
  readonly files: number;
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
    const open = openDescriptors();
    const sockets = open.filter((name) => name.startsWith('socket:')).length;
    const held: Held = {
      heapBytes: heapUsed,
      externalBytes: external,
      sockets,
      files: open.length - sockets,
      timers: process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length,
    };
    writeFileSync(file, `${JSON.stringify(held)}\n`);
  });
}

/** What each descriptor is. The one that lists them is closed by then. */
function openDescriptors(): string[] {
  const folder = '/proc/self/fd';
  return readdirSync(folder).flatMap((name) => {
    try {
      return [readlinkSync(`${folder}/${name}`)];
    } catch {
      return [];
    }
  });
}
