import { closeSync, openSync, readSync, renameSync, writeFileSync } from 'node:fs';

/** What a process did between two signals. */
export interface Probed {
  /** How many signals there have been. */
  readonly marks: number;
  /**
   * The longest time that the event loop was held, in ms: wall time between two turns of a timer, less the time that the
   * main thread waited for a CPU that other processes had.
   */
  readonly stallMs: number;
  /** CPU time of all threads, in ms. */
  readonly cpuMs: number;
}

/**
 * Measures the event loop of a function that loads this by `--require`: each SIGUSR2 ends one measurement, which is
 * written into the file that STALL_PROBE names, and begins the next one.
 */
const file = process.env.STALL_PROBE;
if (file !== undefined) probe(file);

function probe(path: string): void {
  const waitedMs = runQueueClock();
  let marks = 0;
  let stallMs = 0;
  let cpu = process.cpuUsage();
  let timer: NodeJS.Timeout | undefined;
  let lastMs = 0;

  /** Notes the time since the last turn. */
  const turn = () => {
    const nowMs = performance.now() - waitedMs();
    stallMs = Math.max(stallMs, nowMs - lastMs);
    lastMs = nowMs;
  };

  process.on('SIGUSR2', () => {
    turn();
    const { user, system } = process.cpuUsage(cpu);
    const probed: Probed = { marks: ++marks, stallMs, cpuMs: (user + system) / 1000 };
    // Renamed, so that a reader never sees half of it.
    writeFileSync(`${path}.new`, JSON.stringify(probed));
    renameSync(`${path}.new`, path);
    clearInterval(timer);
    // The process stays as it was between two measurements, which an odd mark begins.
    if (marks % 2 === 1) timer = setInterval(turn, 1);
    lastMs = performance.now() - waitedMs();
    stallMs = 0;
    cpu = process.cpuUsage();
  });
}

/** Returns a clock of the time that the main thread has waited for a CPU, in ms; it stands still where Linux is not. */
function runQueueClock(): () => number {
  const { pid } = process;
  let fd: number;
  try {
    fd = openSync(`/proc/self/task/${pid}/schedstat`, 'r');
  } catch {
    return () => 0;
  }
  process.once('exit', () => {
    closeSync(fd);
  });
  const text = Buffer.alloc(64);
  return () => {
    const length = readSync(fd, text, 0, text.length, 0);
    return Number(text.toString('latin1', 0, length).split(' ')[1]) / 1e6;
  };
}
