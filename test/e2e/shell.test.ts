import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, closeSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../src/cli/child_function.js';
import { TestStore } from '../cli/store.js';
import { FunctionProcess, temporaryFolder } from './function.js';
import { BIN } from './namespaces.js';
import { HttpServer } from '../fakes/http_server.js';
import { Command, run } from './processes.js';

/** The command line as shells, terminals and process managers treat it. */

const folder = temporaryFolder();
const env = { DATA_DIR: join(folder.path, 'store') };
const OUT = 'demo/me/1/+/out';
const OPEN = 'demo/me/1/+/open';
let collect: FunctionProcess;
let url = '';

beforeAll(async () => {
  const store = new TestStore(env.DATA_DIR);
  await store.register(OUT, 999n);
  await store.put(OUT, 0, ...Array.from({ length: 1000 }, () => 'a'.repeat(1000)));
  await store.register(OPEN);
  await store.put(OPEN, 0, 'zero');
  await store.close();
  collect = await FunctionProcess.start('serve', env.DATA_DIR);
  url = `http://127.0.0.1:${collect.port}/`;
});

afterAll(async () => {
  await collect.end('SIGTERM');
  folder.remove();
});

/** Everything that prints, and ends by itself. */
const PRINTING: string[][] = [
  ['help'],
  ['help', 'serve'],
  ['--version'],
  ['ls'],
  ['ls', '-l'],
  ['cat', OUT],
  ['cat', OUT, '--json'],
  ['tail', OUT],
  ['tail', '-f', OUT],
  ['check-config'],
];

/** Runs a command with its outputs opened for a file. */
async function runInto(
  args: string[],
  out: string,
  err?: string,
): Promise<[number | null, string]> {
  const files = [out, err].map((file) => (file === undefined ? 'pipe' : openSync(file, 'w')));
  const child = spawn(process.execPath, [BIN, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', files[0], files[1]],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'close');
  for (const file of files) if (typeof file === 'number') closeSync(file);
  return [child.exitCode, said];
}

const fullTest = existsSync('/dev/full') ? test : test.skip;

describe('a command whose standard output', () => {
  fullTest.each(PRINTING.map((args) => [args.join(' '), args] as const))(
    'is full fails, and says so in a line: %s',
    async (_name, args) => {
      const [code, err] = await runInto(args, '/dev/full');
      expect(err).toBe(
        'logdog-collector: standard output cannot be written: ENOSPC: no space left on device, write\n',
      );
      expect(code).toBe(1);
    },
  );

  test.each(PRINTING.map((args) => [args.join(' '), args] as const))(
    'is closed by its reader ends quietly: %s',
    async (_name, args) => {
      const command = new Command(args, env);
      command.child.stdout.destroy();
      const { code, err } = await command.ended;
      expect([code, err]).toEqual([0, '']);
    },
  );
});

fullTest('a command whose standard error is full works all the same', async () => {
  expect((await runInto(['cat', OUT], '/dev/null', '/dev/full'))[0]).toBe(0);
  expect((await runInto(['cat', 'a/b'], '/dev/null', '/dev/full'))[0]).toBe(2);
  const send = ['send', __filename, '--url', url, '--project', 'demo', '--prefix', 'me/9'];
  expect((await runInto([...send, '--name', 'full'], '/dev/full', '/dev/full'))[0]).toBe(0);
});

describe.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s', (signal) => {
  test('has send end the stream with what it has read', async () => {
    const path = `demo/me/2/+/${signal}`;
    const args = ['send', '--url', url, '--project', 'demo', '--prefix', 'me/2', '--name', signal];
    const send = new Command(args, env);
    const tail = new Command(['tail', '-f', path], env);
    send.child.stdin.write('first\n');
    await tail.says('first\n');
    send.child.kill(signal);
    // A terminal that is closed may say so twice.
    if (signal === 'SIGHUP') send.child.kill(signal);
    const { code, err } = await send.ended;
    expect([code, err]).toEqual([1, expect.stringContaining('sent 1 stream')]);
    expect(await tail.ended).toMatchObject({ code: 0 });
  });

  test('ends tail -f', async () => {
    const tail = new Command(['tail', '-f', OPEN], env);
    await tail.says('zero');
    tail.child.kill(signal);
    expect(await tail.ended).toMatchObject({ code: 0 });
  });

  test('ends view', async () => {
    const view = new Command(['view', '--port', '0'], env);
    await view.says('The logs: ');
    view.child.kill(signal);
    expect(await view.ended).toMatchObject({ code: 0 });
  });

  test.each(['serve', 'start'])('ends %s in order', async (launcher) => {
    const port = String(await freePort());
    const func = new Command([launcher], { DATA_DIR: join(folder.path, launcher), PORT: port });
    await func.says('listening');
    func.child.kill(signal);
    expect(await func.ended).toMatchObject({ code: 0 });
  });
});

const procTest = existsSync('/proc/self/stat') ? test : test.skip;

function stateOf(pid: number): string | undefined {
  return / \(.*\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
}

/** Sends SIGTSTP, and returns whether the process stops. */
async function stops(pid: number): Promise<boolean> {
  process.kill(pid, 'SIGTSTP');
  for (let polls = 0; stateOf(pid) !== 'T' && polls < 100; polls++) await sleep(20);
  return stateOf(pid) === 'T';
}

procTest('SIGTSTP stops a command, and SIGCONT has it go on', async () => {
  // Linux stops no process whose group has no shell that could have it go on.
  const any = spawn('sleep', ['60']);
  const canStop = await stops(any.pid!);
  any.kill('SIGKILL');
  if (!canStop) return;
  const tail = new Command(['tail', '-f', OPEN], env);
  await tail.says('zero');
  const pid = tail.child.pid!;
  expect(await stops(pid)).toBe(true);
  tail.child.kill('SIGCONT');
  for (let polls = 0; stateOf(pid) === 'T' && polls < 100; polls++) await sleep(20);
  expect(stateOf(pid)).not.toBe('T');
  tail.child.kill('SIGINT');
  expect(await tail.ended).toMatchObject({ code: 0 });
});

describe("a stranger's server on the port", () => {
  let server: HttpServer;

  beforeAll(async () => {
    server = await HttpServer.start((_request, response) => response.end());
  });

  afterAll(() => server.stop());

  test.each([
    ['send', ['--project', 'demo', '--prefix', 'me/3', '--name', 'out', __filename]],
    ['send', ['--bundle', __filename]],
  ])('gets nothing from %s %j, which says so', async (command, args) => {
    const stranger = server.url;
    const { code, err } = await run([command, ...args, '--url', stranger], env);
    expect(code).toBe(1);
    expect(err).toContain(`${stranger} is not a LogDog Collector, and nothing was sent: 200`);
    expect(err).not.toMatch(/^sent/m);
  });
});

test('send pushes with PUSH_TOKEN to a function that checks tokens', async () => {
  const gate = await HttpServer.start(({ method, headers }, response) => {
    const status = headers.authorization === 'Bearer let-me-in' ? 200 : 403;
    const text = method === 'GET' && status === 200 ? 'LogDog Collector: ready.' : '';
    response.writeHead(status).end(text);
  });
  const send = (more: object) =>
    run(['send', '--bundle', __filename, '--url', gate.url], { ...env, ...more });
  expect(await send({ PUSH_TOKEN: 'let-me-in' })).toMatchObject({ code: 0 });
  const tokens = gate.requests.map(({ headers }) => headers.authorization);
  expect(tokens).toEqual(['Bearer let-me-in', 'Bearer let-me-in']);
  const refused = await send({});
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.err).toContain('403; PUSH_TOKEN is not set');
  const wrong = await send({ PUSH_TOKEN: 'canary' });
  expect(wrong.err).toContain('403; the token in PUSH_TOKEN is not the right one');
  expect(wrong.err).not.toContain('canary');
  await gate.stop();
});
