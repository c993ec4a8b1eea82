import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { StreamClaim } from '../../src/cli/butler/stream_claim.js';
import { bigtableSettings } from './bigtable_function.js';
import { describeOnEmulator } from './emulator.js';
import { FunctionProcess, type Launcher, temporaryFolder } from './function.js';
import { HttpServer } from '../fakes/http_server.js';
import { Command, run } from './processes.js';

/** A stream is sent once: whatever was sent first stays as it is, and no second command adds to it. */

const folder = temporaryFolder();
const directory = (name: string) => join(folder.path, name);
const functions: FunctionProcess[] = [];

async function start(
  launcher: Launcher,
  dataDir: string,
  env: NodeJS.ProcessEnv = {},
): Promise<FunctionProcess> {
  const started = await FunctionProcess.start(launcher, dataDir, env);
  functions.push(started);
  return started;
}

afterAll(async () => {
  await Promise.all(functions.map((one) => one.end('SIGTERM')));
  folder.remove();
});

function sendArgs(port: number, name: string, ...more: string[]): string[] {
  const url = `http://localhost:${port}/`;
  return ['send', '--url', url, '--project', 'demo', '--prefix', 'me/1', '--name', name, ...more];
}

/** What a store has of a stream. */
async function stored(name: string, env: NodeJS.ProcessEnv): Promise<string> {
  return (await run(['cat', `demo/me/1/+/${name}`], env)).out.toString('latin1');
}

async function untilStored(text: string, name: string, env: NodeJS.ProcessEnv): Promise<void> {
  for (let polls = 0; (await stored(name, env)) !== text; polls++) {
    if (polls === POLLS_MAX) throw new Error(`${name} is not stored`);
  }
}

/** Sends, leaves the input open, and kills the command when this much is stored. */
async function sendAndKill(
  args: string[],
  env: NodeJS.ProcessEnv,
  input: Buffer,
  isStored: () => Promise<void>,
): Promise<void> {
  const send = new Command(args, env);
  send.child.stdin.write(input);
  await isStored();
  send.child.kill('SIGKILL');
  await send.ended;
}

/** Polls of a process that starts within a second. */
const POLLS_MAX = 60;

const TYPES = {
  text: { sent: '1\n2\n3\n4\n5\n', kept: '1\n2\n3\n4\n5\n', logs: /it has \d+ logs?/ },
  binary: { sent: '\x00\x01\x02', kept: '\x00\x01\x02', logs: /it has 1 log/ },
  datagram: { sent: '\x02ab\x01c', kept: 'abc', logs: /it has 2 logs/ },
};

const SETUPS = [
  {
    what: 'a function on the store that the command finds',
    launcher: 'start',
    env: {},
    shared: true,
    says: /has begun already: it has \d+ logs?, and has not ended; nothing was sent/,
  },
  {
    what: 'the plain server, whose store the command does not find',
    launcher: 'serve',
    env: {},
    shared: false,
    says: /has begun already: it has \d+ logs?, and has not ended; nothing was sent/,
  },
  {
    what: 'a function that serves no Coordinator, on the store that the command finds',
    launcher: 'start',
    env: { COORDINATOR_SERVE: '0' },
    shared: true,
    says: /has begun already: it has \d+ logs?, and has not ended; nothing was sent/,
  },
  {
    what: 'a function that serves no Coordinator, whose store the command does not find',
    launcher: 'start',
    env: { COORDINATOR_SERVE: '0' },
    shared: false,
    says: /has begun already, at \S+, with logs that the function has taken; how far it came, http:\/\/localhost:\d+ does not say; nothing was sent/,
  },
] as const;

describe.each(SETUPS)('send to $what', ({ what, launcher, env, shared, says }) => {
  const own = { DATA_DIR: directory(`${what} function`) };
  const cli = shared ? own : { DATA_DIR: directory(`${what} command`) };
  let port = 0;

  beforeAll(async () => {
    port = (await start(launcher, own.DATA_DIR, env)).port;
  });

  it.each(Object.entries(TYPES))(
    'refuses a stream of type %s whose writer was killed, and adds nothing to it',
    async (type, { sent, kept }) => {
      const args = sendArgs(port, type, '--type', type);
      const input = Buffer.from(sent, 'latin1');
      await sendAndKill(args, cli, input, () => untilStored(kept, type, own));
      const again = await run(args, cli, Buffer.from(sent.repeat(3), 'latin1'));
      expect(again).toMatchObject({ code: 1, err: expect.stringMatching(says) as string });
      expect(await stored(type, own)).toBe(kept);
    },
  );

  it('refuses a stream that has ended', async () => {
    const args = sendArgs(port, 'ended');
    expect((await run(args, cli, 'first\n')).code).toBe(0);
    const { code, err } = await run(args, cli, 'second\n');
    expect(code).toBe(1);
    expect(err).toMatch(/has been sent already: it has 1 log, and has ended|has begun already, at/);
    expect(await stored('ended', own)).toBe('first\n');
  });

  it('takes one of several commands at once, whenever their input comes', async () => {
    const sends = Array.from({ length: 4 }, () => new Command(sendArgs(port, 'race'), cli));
    for (const [at, { child }] of sends.entries()) {
      setTimeout(() => child.stdin.end(`${at}\n`.repeat(10 + at)), at * 20);
    }
    const ended = await Promise.all(sends.map((send) => send.ended));
    const winners = ended.flatMap(({ code }, at) => (code === 0 ? [at] : []));
    expect(winners).toHaveLength(1);
    const refusals = /has begun already|has been sent already|was begun by another command/;
    expect(ended.filter(({ err }) => refusals.test(err))).toHaveLength(3);
    expect(await stored('race', own)).toBe(`${winners[0]}\n`.repeat(10 + winners[0]!));
  });

  it('takes a stream of which nothing was sent', async () => {
    const args = sendArgs(port, 'empty');
    expect((await run(args, cli, '')).err).toContain('nothing to send');
    expect((await run(args, cli, 'first\n')).code).toBe(0);
    expect(await stored('empty', own)).toBe('first\n');
  });
});

describe('send again', () => {
  it('of a stream that was expunged is taken where the function says that it is gone', async () => {
    const env = { DATA_DIR: directory('expunged') };
    const { port } = await start('start', env.DATA_DIR);
    expect((await run(sendArgs(port, 'out'), env, 'first\n')).code).toBe(0);
    expect((await run(['expunge', 'demo/me/1/+/out'], env)).code).toBe(0);
    expect(await run(sendArgs(port, 'out'), env, 'second\n')).toMatchObject({ code: 0 });
    expect(await stored('out', env)).toBe('second\n');
  });

  it('of a stream that another command has begun and nothing of has come waits until that has given up', async () => {
    const env = { DATA_DIR: directory('claimed') };
    const { port } = await start('start', env.DATA_DIR);
    const owner = [`http://localhost:${port}/`, 'demo', 'me/1/+/out'];
    const claims = join(env.DATA_DIR, 'sent');
    await new StreamClaim(claims, owner).take();
    const early = await run(sendArgs(port, 'out'), env, 'first\n');
    expect(early).toMatchObject({ code: 1 });
    expect(early.err).toMatch(/has no log yet, and is taken again 2 minutes later if none comes/);
    const [claim] = readdirSync(claims);
    const before = Date.now() / 1000 - 121;
    utimesSync(join(claims, claim!), before, before);
    expect(await run(sendArgs(port, 'out'), env, 'second\n')).toMatchObject({ code: 0 });
    expect(await stored('out', env)).toBe('second\n');
  });

  it.each([
    ['does not take pushes', 403, ''],
    ['refuses the stream', 200, '{"refused":[{"path":"p","code":"X","message":"no"}]}'],
  ])('after a server that %s is taken', async (_what, status, body) => {
    const env = { DATA_DIR: directory(`refused ${status}`) };
    const server = await HttpServer.start(({ method }, response) => {
      if (method === 'GET') response.end('LogDog Collector: ready.\n');
      else response.writeHead(status).end(body);
    });
    const { port } = server;
    expect((await run(sendArgs(port, 'out'), env, 'first\n')).code).toBe(1);
    await server.stop();
    const func = new Command(['start'], { ...env, PORT: String(port) });
    await func.says('listening');
    expect(await run(sendArgs(port, 'out'), env, 'second\n')).toMatchObject({ code: 0 });
    func.child.kill('SIGTERM');
    await func.ended;
  });
});

describeOnEmulator('send to a function on Bigtable with a remote Coordinator', (emulator) => {
  it('refuses a stream that has begun, by its own mark, and by the table where its settings name it', async () => {
    const coordinator = await start('start', directory('coordinator'));
    const table = bigtableSettings(await emulator().createTable(), 'conditional');
    const settings = {
      ...table,
      COORDINATOR_HOST: `127.0.0.1:${coordinator.port}`,
      PUSH_AUTH: 'off',
    };
    const { port } = await start('start', directory('unused'), settings);
    const cli = { DATA_DIR: directory('command') };
    const args = sendArgs(port, 'out');
    const read = { ...table, ...cli };
    await sendAndKill(args, cli, Buffer.from('1\n2\n'), () => untilStored('1\n2\n', 'out', read));

    const without = await run(args, cli, 'other\n');
    expect(without).toMatchObject({ code: 1 });
    expect(without.err).toContain('does not say; nothing was sent');
    const naming = await run(args, { ...read, DATA_DIR: directory('elsewhere') }, 'other\n');
    expect(naming).toMatchObject({ code: 1 });
    expect(naming.err).toMatch(/has begun already: it has \d logs?, and has not ended/);
    expect(await stored('out', read)).toBe('1\n2\n');
  });
});
