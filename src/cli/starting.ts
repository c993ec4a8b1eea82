import { reportFailedStart } from '../service/failed_start.js';
import type { Io } from './io.js';

/** Starts the function; where that fails, says so as the function's log does. @returns the exit code */
export async function starting(io: Io, start: () => Promise<number>): Promise<number> {
  try {
    return await start();
  } catch (thrown) {
    reportFailedStart(thrown, io.stderr);
    return 1;
  }
}
