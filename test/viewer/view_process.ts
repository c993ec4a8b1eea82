import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageRoot } from '../../src/common/package_root.js';
import { stopChild } from '../../src/cli/child_function.js';

const BIN = join(packageRoot(), 'bin', 'logdog-collector.js');

/** `logdog-collector view` in a process of its own. */
export class ViewProcess {
  private constructor(
    private readonly child: ChildProcess,
    /** As `http://127.0.0.1:1234`. */
    readonly origin: string,
    /** All that it has printed. */
    readonly output: () => string,
  ) {}

  static async start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<ViewProcess> {
    const child = spawn(process.execPath, [BIN, 'view', '--port', '0', ...args], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const link = new Promise<string>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          output += text;
          const found = /(http:\/\/127\.0\.0\.1:\d+)\/view\//.exec(output)?.[1];
          if (found !== undefined) resolve(found);
        });
      }
      child.once('close', () => {
        reject(new Error(`it did not start: ${output}`));
      });
    });
    return new ViewProcess(child, await link, () => output);
  }

  /** Interrupts it as Ctrl-C does. @returns its exit code */
  async interrupt(): Promise<number | null> {
    const exit = once(this.child, 'exit') as Promise<[number | null]>;
    this.child.kill('SIGINT');
    const [code] = await exit;
    return code;
  }

  stop(): Promise<void> {
    return stopChild(this.child);
  }
}
