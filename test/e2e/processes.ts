import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The command as users run it, on the built package. */
const BIN = join(__dirname, '../../../bin/logdog-collector.js');

export interface Ended {
  readonly code: number | null;
  readonly out: Buffer;
  readonly err: string;
}

/** A `logdog-collector` in a process of its own. */
export class Command {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
  private readonly chunks: Buffer[] = [];
  private stderr = '';
  /** Those who wait for output, or the end. */
  private waiting: (() => void)[] = [];
  private closed = false;

  constructor(args: readonly string[], env: NodeJS.ProcessEnv) {
    const settings = { PATH: process.env.PATH, ...env };
    this.child = spawn(process.execPath, [BIN, ...args], { env: settings });
    this.child.stdout.on('data', (chunk: Buffer) => {
      this.chunks.push(chunk);
      this.wake();
    });
    this.child.stderr.on('data', (chunk: Buffer) => {
      this.stderr += chunk.toString();
      this.wake();
    });
    // A command that ends before it has read its input.
    this.child.stdin.on('error', () => undefined);
    this.ended = once(this.child, 'close').then(() => {
      this.closed = true;
      this.wake();
      return { code: this.child.exitCode, out: this.out, err: this.err };
    });
  }

  get out(): Buffer {
    return Buffer.concat(this.chunks);
  }

  get err(): string {
    return this.stderr;
  }

  /** Resolves when either output holds this text; rejects where the command ends without it. */
  async says(text: string): Promise<void> {
    while (!this.out.includes(text) && !this.stderr.includes(text)) {
      if (this.closed) throw new Error(`the command ended without '${text}': ${this.stderr}`);
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

/** Waits until a process has ended, and returns what it has printed. */
export async function ended(child: ChildProcess): Promise<Ended> {
  const out: Buffer[] = [];
  let err = '';
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  await once(child, 'close');
  return { code: child.exitCode, out: Buffer.concat(out), err };
}

/** Runs a command to its end, with this on its standard input. */
export async function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  input: string | Uint8Array = '',
): Promise<Ended> {
  const command = new Command(args, env);
  command.child.stdin.end(input);
  return command.ended;
}
