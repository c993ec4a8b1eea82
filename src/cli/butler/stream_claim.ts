import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { errorCode } from '../error_code.js';
import { fileOf, unlessMissing } from './secret.js';

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
  private constructor(private readonly file: string) {}

  /**
   * @param directory where claims are kept; made where it is not there
   * @param owner what the claim is about: the function's URL, the project, the stream's path
   */
  static async open(directory: string, owner: readonly string[]): Promise<StreamClaim> {
    return new StreamClaim(await fileOf(directory, owner));
  }

  /** Makes the claim. @returns false where there is one already */
  async take(): Promise<boolean> {
    try {
      await writeFile(this.file, '', { flag: 'wx', mode: 0o600 });
      return true;
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return false;
      throw error;
    }
  }

  /** Reads the claim of another command, if there is one. */
  earlier(): Promise<EarlierClaim | undefined> {
    return unlessMissing(this.read());
  }

  /** Replaces a claim of which nothing is left. @returns false where another command was faster */
  async takeOver({ inode }: EarlierClaim): Promise<boolean> {
    const aside = `${this.file}.${randomBytes(8).toString('hex')}`;
    try {
      await rename(this.file, aside);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return this.take();
      throw error;
    }
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
