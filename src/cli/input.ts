import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { CollectorError } from '../common/errors.js';
import { say, type Io } from './io.js';

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
