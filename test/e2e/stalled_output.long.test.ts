import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../src/cli/child_function.js';
import { buildMessage } from '../../src/testing/message.js';
import {
  folderOfSuite,
  FunctionProcess,
  type Launcher,
  LAUNCHERS,
  launchLine,
} from './function.js';
import { BIN } from './namespaces.js';

/** Whether `script` of util-linux is there, which gives a command a terminal. */
const hasTerminals = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;
if (!hasTerminals) process.stderr.write("tests of terminals are skipped: 'script' is missing\n");

const A_PIPE = 'a pipe that is not read';
const A_TERMINAL = 'a terminal that stands still';

/** What a shell puts around a command, so that its output is not taken: the reader never reads. */
const STALLS: Record<string, string> = {
  [A_PIPE]: '"$@" 2>&1 | sleep 600',
  'a disk that is full': '"$@" > /dev/full 2>&1',
  ...(hasTerminals && {
    [A_TERMINAL]: 'script -qec "$*" /dev/null < /dev/null | sleep 600',
  }),
};
const NAMES = Object.keys(STALLS);

/** A command whose output stalls. */
class Stalled {
  private readonly pidFile: string;
  private readonly shell;

  constructor(stall: string, folder: string, command: readonly string[], env: NodeJS.ProcessEnv) {
    this.pidFile = join(mkdtempSync(join(folder, 'run-')), 'pid');
    // Without quotes: `script` takes one text, and no word of the command has a blank.
    const writePid = ['sh', '-c', `'echo \\$\\$ > ${this.pidFile}; exec "\\$0" "\\$@"'`];
    const inner =
      stall === A_TERMINAL
        ? [...writePid.map((word) => word.replaceAll('\\$', '$')), ...command]
        : ['sh', '-c', `echo $$ > ${this.pidFile}; exec "$0" "$@"`, ...command];
    this.shell = spawn('sh', ['-c', STALLS[stall]!, 'sh', ...inner], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
  }

  get child() {
    return this.shell;
  }

  async pid(): Promise<number> {
    for (;;) {
      try {
        const text = readFileSync(this.pidFile, 'utf8');
        if (text.endsWith('\n')) return Number(text);
      } catch {
        // Not yet.
      }
      await sleep(20);
    }
  }

  /** Sends SIGTERM to the command, and returns after how many milliseconds it has ended; Infinity where it has not. */
  async endMs(): Promise<number> {
    const pid = await this.pid();
    const begun = performance.now();
    process.kill(pid, 'SIGTERM');
    while (isRunning(pid)) {
      if (performance.now() - begun > 5000) return Infinity;
      await sleep(20);
    }
    return performance.now() - begun;
  }

  /** Ends all that was started here. */
  async kill(): Promise<void> {
    if (this.shell.exitCode !== null) return;
    const ended = once(this.shell, 'exit');
    process.kill(-this.shell.pid!, 'SIGKILL');
    await ended;
  }
}

function isRunning(pid: number): boolean {
  try {
    // The name of the program comes second, in brackets.
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

describe('the function,', () => {
  const folder = folderOfSuite();
  test.each([
    ...LAUNCHERS.map((launcher): [Launcher, string] => [launcher, A_PIPE]),
    ...NAMES.filter((stall) => stall !== A_PIPE).map((stall): [Launcher, string] => [
      'serve',
      stall,
    ]),
  ])(
    'started by %s with %s as its output, answers pushes that it logs, and GET, and ends at SIGTERM',
    async (launcher, stall) => {
      const port = await freePort();
      const env = {
        PORT: String(port),
        DATA_DIR: join(folder, `${launcher}${NAMES.indexOf(stall)}`),
      };
      const stalled = new Stalled(stall, folder, launchLine(launcher), env);
      try {
        const collect = await FunctionProcess.of(stalled.child, port);
        const refused = Buffer.from(
          JSON.stringify({ message: { data: 'AAAA', messageId: 'x'.repeat(100) } }),
        );
        let worstMs = 0;
        // A pipe has room for some 200 lines.
        for (let push = 0; push < 400; push++) {
          const begun = performance.now();
          expect((await collect.send(refused)).status).toBe(200);
          worstMs = Math.max(worstMs, performance.now() - begun);
        }
        expect(worstMs).toBeLessThan(1000);
        expect((await collect.send(Buffer.alloc(0), {}, 'GET')).status).toBe(200);
        expect(await stalled.endMs()).toBeLessThan(2000);
      } finally {
        await stalled.kill();
      }
    },
  );
});

describe('a command,', () => {
  const folder = folderOfSuite();
  const env = { DATA_DIR: join(folder, 'data') };

  beforeAll(async () => {
    const collect = await FunctionProcess.start('serve', env.DATA_DIR);
    const logs = Array.from({ length: 2000 }, (_, at) => `${at} ${'x'.repeat(200)}`);
    const streams = Array.from({ length: 500 }, (_, at) => {
      return { name: `${'long/'.repeat(40)}${at}`, logs: ['one'] };
    });
    const message = buildMessage({
      project: 'demo',
      prefix: 'p',
      streams: [{ name: 'a', logs }, ...streams],
    });
    expect((await collect.push(message)).status).toBe(204);
    await collect.end('SIGTERM');
  });
  const commands: Record<string, string[]> = {
    cat: ['cat', 'demo/p/+/a'],
    'cat --json': ['cat', '--json', 'demo/p/+/a'],
    'tail -f': ['tail', '-f', '--count', '2000', 'demo/p/+/a'],
    ls: ['ls', '-l'],
    view: ['view'],
  };
  const terminal = NAMES.filter((stall) => stall === A_TERMINAL);

  test.each([
    ['cat', A_PIPE],
    ['tail -f', A_PIPE],
    ...terminal.flatMap((stall) => Object.keys(commands).map((name) => [name, stall])),
  ])('%s, ends at SIGTERM with %s as its output', async (name, stall) => {
    const line = [process.execPath, BIN, ...commands[name]!];
    const stalled = new Stalled(stall, folder, line, env);
    try {
      await stalled.pid();
      // Until it prints.
      await sleep(1000);
      expect(await stalled.endMs()).toBeLessThan(2000);
    } finally {
      await stalled.kill();
    }
  });
});
