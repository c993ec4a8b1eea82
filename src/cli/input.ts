import { CollectorError } from '../common/errors.js';
import { adviceOn, unusable } from '../local/unusable.js';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { say, type Io } from './io.js';

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

export interface Input {
  readonly stream: Readable;
  /** @throws CollectorError COMMAND_FAILED where the file was cut short meanwhile, so that something of it was not read */
  checkWhole(): Promise<void>;
  close(): unknown;
}

/** Opens a file, or standard input. @throws Error of the system */
export async function openInput(file: string | undefined, io: Io): Promise<Input> {
  if (file === undefined) {
    const { stdin } = io;
    if (stdin.isTTY) say(io, 'reading from the terminal; Ctrl-D ends the stream');
    return { stream: stdin, checkWhole: () => Promise.resolve(), close: () => stdin.destroy() };
  }
  const handle = await open(file);
  const { size: before } = await handle.stat();
  const stream = createReadStream('', { fd: handle, autoClose: false });
  const checkWhole = async () => {
    const { size: after } = await handle.stat();
    const { bytesRead } = stream;
    // What is not on a disk has no size, such as a pipe or a file of /proc, or one that does not change, as in /sys.
    const isShorter = after < Math.max(before, bytesRead) && !(before === 0 && after === 0);
    const isAnother = bytesRead < before && after !== before;
    if (!isShorter && !isAnother) return;
    const what = `${file} was cut short while it was read, as a rotation of logs may do`;
    throw new CollectorError('COMMAND_FAILED', `${what}: its end may not have been sent`);
  };
  const close = async () => {
    stream.destroy();
    await handle.close();
  };
  return { stream, checkWhole, close };
}
