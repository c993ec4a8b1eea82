import { CollectorError } from '../common/errors.js';
import { adviceOn, unusable } from '../local/unusable.js';

/** What to do about an error of the file that a command was given. */
const ADVICE: Readonly<Record<string, string>> = {
  ENOENT: 'check its name',
  ENOTDIR: 'what is above it is a file: check its name',
  EISDIR: 'it is a folder: name a file',
  EBADF: 'it was not opened to be read',
};

/**
 * Does something with a file, or with standard input. Where the system fails to read it, Node says what has failed, and not
 * always on which file.
 *
 * @throws CollectorError COMMAND_FAILED, which names the file, and what to do
 */
export function namingFile<T>(file: string, work: () => Promise<T>): Promise<T> {
  return translating(work, (thrown) => {
    const advice = ADVICE[thrown.code ?? ''] ?? adviceOn(thrown);
    const what = `${file} cannot be read: ${thrown.message}`;
    const message = advice === undefined ? what : `${what}; ${advice}`;
    return new CollectorError('COMMAND_FAILED', message, { cause: thrown });
  });
}

/** Does something with files in DATA_DIR. @throws CollectorError BAD_SETTINGS where the system fails to read or write them */
export function inDataDir<T>(dataDir: string, work: () => Promise<T> | T): Promise<T> {
  return translating(work, (thrown) => unusable(dataDir, thrown));
}

/** Translates an error of a system call; others pass. */
async function translating<T>(
  work: () => Promise<T> | T,
  translate: (thrown: NodeJS.ErrnoException) => CollectorError,
): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const { syscall } = thrown as NodeJS.ErrnoException;
    throw syscall === undefined ? thrown : translate(thrown as NodeJS.ErrnoException);
  }
}
