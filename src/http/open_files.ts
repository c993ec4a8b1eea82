import { readFileSync } from 'node:fs';

/**
 * Files that connections of senders must leave to the process: some 30 for its streams, event loop, store and listening
 * socket, the rest for modules that are loaded late, name look-ups, key files and a few connections to backends.
 */
export const RESERVED_FILES = 64;

/** The least share of all files that is left to senders, however low the limit is. */
const SENDERS_SHARE_MIN = 1 / 4;

/**
 * Returns how many connections a server may hold so that files do not run out: without a file left, no module is loaded,
 * no backend called, no name looked up.
 *
 * @param wanted the bound that the settings give; Infinity for none
 * @param outgoing the most connections to backends that the settings allow
 * @param filesMax the process's limit of open files
 */
export function connectionsMax(
  wanted: number,
  outgoing: number,
  filesMax = openFilesMax(),
): number {
  const left = filesMax - RESERVED_FILES - outgoing;
  const least = Math.max(1, Math.floor(filesMax * SENDERS_SHARE_MIN));
  return Math.min(wanted, Math.max(left, least));
}

/** Reads the process's limit of open files, which Node raises to the hard limit; Infinity where there is none to read. */
export function openFilesMax(path = '/proc/self/limits'): number {
  try {
    const [, soft] = /^Max open files +(\d+) /m.exec(readFileSync(path, 'latin1')) ?? [];
    return soft === undefined ? Infinity : Number(soft);
  } catch {
    // Not Linux.
    return Infinity;
  }
}
