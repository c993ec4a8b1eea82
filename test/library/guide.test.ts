import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../src/cli/child_function.js';
import { buildMessage } from '../../src/testing/message.js';
import { FunctionProcess } from '../e2e/function.js';
import { Project, ROOT } from './project.js';

/** The code blocks of the guide that have the name of a file, by that name, and the commands of the others. */
function readBlocks(): { files: Map<string, string>; commands: string[] } {
  const text = readFileSync(join(ROOT, 'docs/library.md'), 'utf8');
  const files = new Map<string, string>();
  const commands: string[] = [];
  for (const [, language, name, code] of text.matchAll(/^```(\w*) ?(.*)\n([^]*?)^```$/gm)) {
    if (language === 'sh') commands.push(code!.trim());
    else files.set(name!, code!);
  }
  return { files, commands };
}

const { files, commands } = readBlocks();
let project: Project;

beforeAll(() => {
  project = new Project();
  for (const [name, code] of files) project.write(name, code);
  const bin = join(project.dir, 'node_modules/.bin');
  mkdirSync(bin);
  const launcher = 'functions-framework';
  symlinkSync(join(ROOT, 'node_modules/.bin', launcher), join(bin, launcher));
});

afterAll(() => {
  project.remove();
});

/** Runs a program of the guide until it is ready, and ends it. */
async function withProcess(
  start: (port: string) => ChildProcess,
  body: (started: FunctionProcess) => Promise<void>,
): Promise<number | NodeJS.Signals> {
  const port = await freePort();
  const child = start(String(port));
  const closed = once(child, 'close');
  let started: FunctionProcess | undefined;
  try {
    started = await FunctionProcess.of(child, port);
    await body(started);
  } finally {
    // With what it has started itself: npx runs a shell.
    process.kill(-child.pid!, 'SIGTERM');
    await closed;
  }
  return started.end('SIGTERM');
}

function run(program: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
  const { PATH, HOME } = process.env;
  return spawn(program, args, { cwd, env: { PATH, HOME, ...env }, detached: true });
}

/** Starts a function of the guide by the command that the guide gives. */
function launch(folder: string, port: string): ChildProcess {
  const [program, ...args] = commands[1]!.split(' ');
  return run(program!, args, join(project.dir, folder), { PORT: port, DATA_DIR: 'data' });
}

const MESSAGE = buildMessage({ project: 'proj', streams: [{ name: 'a', logs: ['x'] }] });
const OTHER = buildMessage({ project: 'other', streams: [{ name: 'a', logs: ['x'] }] });

describe('the guide to the library', () => {
  test('has no code block that no test runs', () => {
    expect([...files.keys()]).toEqual([
      'collector.mjs',
      'outcomes.mjs',
      'server.mjs',
      'deployed/index.js',
      'filtered/index.js',
      'file_storage.mjs',
      'file_storage.test.mjs',
    ]);
    expect(commands).toEqual([
      'npm install logdog-collector',
      'npx functions-framework --target=collect',
    ]);
  });

  test('collector.mjs stores a message', () => {
    expect(project.node('collector.mjs')).toEqual({ status: 0, out: 'done\n' });
  });

  test('outcomes.mjs tells what is done, refused, and to be sent again', () => {
    const { status, out } = project.node('outcomes.mjs');
    expect(out).toBe('done\nrefused\nretry: SHUTTING_DOWN\n');
    expect(status).toBe(0);
  });

  test('server.mjs takes requests, and ends by SIGTERM', async () => {
    const start = (port: string) =>
      run(process.execPath, ['server.mjs'], project.dir, { PORT: port });
    const code = await withProcess(start, async (server) => {
      const refused = await server.push(Buffer.from('no bundle'));
      expect([refused.status, refused.text]).toEqual([200, expect.stringContaining('BAD_FRAME')]);
    });
    expect(code).toBe(0);
  });

  test('deployed/index.js takes a push under the functions framework', async () => {
    await withProcess(
      (port) => launch('deployed', port),
      async (started) => {
        expect((await started.push(MESSAGE)).status).toBe(204);
        expect((await started.push(Buffer.from('no bundle'))).status).toBe(200);
      },
    );
  });

  test('deployed/index.js takes a push under another copy of the functions framework', async () => {
    const framework = join(project.dir, 'platform/framework');
    cpSync(join(ROOT, 'node_modules/@google-cloud/functions-framework'), framework, {
      recursive: true,
    });
    symlinkSync(join(ROOT, 'node_modules'), join(project.dir, 'platform/node_modules'));
    const main = join(framework, 'build/src/main.js');
    const start = (port: string) =>
      run(process.execPath, [main, '--target=collect'], join(project.dir, 'deployed'), {
        PORT: port,
        DATA_DIR: 'data-of-another',
      });
    await withProcess(start, async (started) => {
      expect((await started.push(MESSAGE)).status).toBe(204);
    });
  });

  test('filtered/index.js stores messages of its projects, and drops those of others', async () => {
    await withProcess(
      (port) => launch('filtered', port),
      async (started) => {
        expect((await started.push(MESSAGE)).status).toBe(204);
        expect((await started.push(OTHER)).status).toBe(204);
        expect((await started.push(Buffer.from('no bundle'))).status).toBe(200);
      },
    );
    const { out } = project.node('-e', READ_STREAMS);
    expect(out).toBe('proj 1\nother 0\n');
  });

  test('file_storage.mjs passes the contract of a storage', () => {
    const { status, out } = project.node('--test', '--test-reporter=tap', 'file_storage.test.mjs');
    expect(out).toMatch(/^# fail 0$/m);
    expect(Number(/^# pass (\d+)$/m.exec(out)?.[1])).toBeGreaterThan(40);
    expect(status).toBe(0);
  });
});

const READ_STREAMS = `
const { openLocal } = require('logdog-collector/local');
(async () => {
  const { storage, close } = openLocal('filtered/data');
  for (const project of ['proj', 'other']) {
    let logs = 0;
    for await (const log of storage.get({ project, path: 'test/prefix/+/a' }, {})) logs += log.data.length > 0;
    console.log(project, logs);
  }
  await close();
})();`;
