import { CollectorError } from '../common/errors.js';

/**
 * Does something with a file. Where the system fails to read or write it, Node says what has failed, and not on which file.
 *
 * @throws CollectorError COMMAND_FAILED, which names the file
 */
export async function namingFile<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const { syscall, path, message } = thrown as NodeJS.ErrnoException;
    if (syscall === undefined || path !== undefined) throw thrown;
    throw new CollectorError('COMMAND_FAILED', `${file}: ${message}`, { cause: thrown });
  }
}
