import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { fileOf, unless } from './secret.js';

export interface EarlierClaim {
  readonly madeMs: number;
  readonly acked: boolean;
  /** Tells it from one that is made later. */
  readonly inode: number;
}

const ACKED = 'acked';

/**
 * The right to send a stream, a file that one command alone can make. All that could send the same stream find it: the
 * secret of the prefix lies in the same DATA_DIR, and with another secret the Coordinator refuses the stream.
 */
export class StreamClaim {
  private readonly file: string;

  /**
   * @param directory where claims are kept; made where it is not there
   * @param owner what the claim is about: the function's URL, the project, the stream's path
   */
  constructor(directory: string, owner: readonly string[]) {
    this.file = fileOf(directory, owner);
  }

  /** Makes the claim. @returns false where there is one already */
  async take(): Promise<boolean> {
    const made = writeFile(this.file, '', { flag: 'wx', mode: 0o600 }).then(() => true);
    return (await unless('EEXIST', made)) ?? false;
  }

  /** Reads the claim of another command, if there is one. */
  earlier(): Promise<EarlierClaim | undefined> {
    return unless('ENOENT', this.read());
  }

  /** Replaces a claim of which nothing is left. @returns false where another command was faster */
  async takeOver({ inode }: EarlierClaim): Promise<boolean> {
    const aside = `${this.file}.${randomBytes(8).toString('hex')}`;
    const moved = rename(this.file, aside).then(() => true);
    if ((await unless('ENOENT', moved)) === undefined) return this.take();
    try {
      if ((await stat(aside)).ino === inode) return await this.take();
      // It is the one of the faster command.
      await link(aside, this.file).catch(() => undefined);
      return false;
    } finally {
      await rm(aside, { force: true });
    }
  }

  private async read(): Promise<EarlierClaim> {
    const { mtimeMs, ino } = await stat(this.file);
    const acked = (await readFile(this.file, 'utf8')) === ACKED;
    return { madeMs: mtimeMs, acked, inode: ino };
  }

  /** Notes that the function has something of the stream. */
  async confirm(): Promise<void> {
    await writeFile(this.file, ACKED);
  }

  /** Gives the claim back: nothing was sent. */
  async release(): Promise<void> {
    await rm(this.file, { force: true });
  }
}
