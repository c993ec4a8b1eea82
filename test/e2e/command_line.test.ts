import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../src/cli/child_function.js';
import { buildMessage } from '../../src/testing/message.js';
import { frame } from '../../src/testing/records.js';
import { Command, run as runCommand, type Ended } from './processes.js';

const directory = mkdtempSync(join(tmpdir(), 'command-line-'));
const store = join(directory, 'store');
const outputs: Ended[] = [];
let url = '';
let port = 0;
let func: Command;

beforeAll(async () => {
  port = await freePort();
  url = `http://localhost:${port}/`;
});

afterAll(async () => {
  func.child.kill('SIGTERM');
  await func.ended;
  rmSync(directory, { recursive: true });
});

async function startFunction(): Promise<void> {
  func = new Command(['start'], { DATA_DIR: store, PORT: String(port) });
  await func.says('listening');
}

async function run(args: string[], input?: string | Uint8Array, env = {}): Promise<Ended> {
  const ended = await runCommand(args, { DATA_DIR: store, ...env }, input);
  outputs.push(ended);
  return ended;
}

function sendArgs(name: string, ...more: string[]): string[] {
  return ['send', '--url', url, '--project', 'demo', '--prefix', 'me/1', '--name', name, ...more];
}

const count = Array.from({ length: 100_000 }, (_, at) => `${at + 1}\n`).join('');

// In their order: each finds what those before it have sent.
describe('a store that does not exist yet', () => {
  it('is waited for by tail -f, which follows the stream to its end', async () => {
    const tail = new Command(['tail', '-f', 'demo/me/1/+/count'], { DATA_DIR: store });
    const sending = run(sendArgs('count'), count);
    await startFunction();
    const sent = await sending;
    expect(sent.code).toBe(0);
    expect(sent.err).toMatch(
      /sent 1 stream, demo\/me\/1\/\+\/count: \d+ logs, 588895 bytes in \d+ messages?, [\d.]+ s\n$/,
    );
    const followed = await tail.ended;
    expect(followed).toMatchObject({ code: 0, err: '' });
    expect(followed.out.toString() === count).toBe(true);
  });
});

describe('what was sent is printed byte for byte', () => {
  it('100,000 lines', async () => {
    const { code, out, err } = await run(['cat', 'demo/me/1/+/count']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.toString() === count).toBe(true);
  });

  it('5 MB of random bytes', async () => {
    const bytes = randomBytes(5_000_000);
    const file = join(directory, 'bytes');
    writeFileSync(file, bytes);
    expect((await run(sendArgs('bytes', file, '--type', 'binary'))).code).toBe(0);
    expect((await run(['cat', 'demo/me/1/+/bytes'])).out.equals(bytes)).toBe(true);
    expect((await run(['cat', 'demo/me/1/+/bytes', '--raw'])).out.equals(bytes)).toBe(true);
  });

  it('datagrams, empty and large ones too', async () => {
    const datagrams = [0, 1, 127, 128, 700_000, 5].map((size) => randomBytes(size));
    const sent = await run(
      sendArgs('datagrams', '--type', 'datagram'),
      Buffer.concat(datagrams.map(frame)),
    );
    expect(sent.code).toBe(0);
    expect((await run(['cat', 'demo/me/1/+/datagrams'])).out.equals(Buffer.concat(datagrams))).toBe(
      true,
    );
    const json = (await run(['cat', 'demo/me/1/+/datagrams', '--json'])).out.toString();
    const whole = new Map<string, string[]>();
    for (const line of json.trimEnd().split('\n')) {
      const { sequence = '0', datagram } = JSON.parse(line) as {
        sequence?: string;
        datagram: { data?: string };
      };
      whole.set(sequence, [...(whole.get(sequence) ?? []), datagram.data ?? '']);
    }
    expect(
      [...whole.values()]
        .map((parts) => Buffer.concat(parts.map((part) => Buffer.from(part, 'base64'))))
        .map((datagram, at) => datagram.equals(datagrams[at]!)),
    ).toEqual(datagrams.map(() => true));
  });

  it('text without a last newline, with \\r\\n, and that is not UTF-8', async () => {
    const bytes = Buffer.from('a\r\nb\rc\xff\xfe\n\n\nlast', 'latin1');
    await run(sendArgs('odd'), bytes);
    expect((await run(['cat', 'demo/me/1/+/odd'])).out).toEqual(bytes);
  });

  it('a message that is pushed as it is', async () => {
    const file = join(directory, 'message');
    writeFileSync(
      file,
      buildMessage({
        project: 'demo',
        prefix: 'as/is',
        streams: [{ name: 'out', logs: ['hello'] }],
      }),
    );
    expect(await run(['send', '--bundle', file, '--url', url])).toMatchObject({ code: 0 });
    expect((await run(['cat', 'demo/as/is/+/out'])).out.toString()).toBe('hello\n');
  });
});

describe('send: input', () => {
  it('is followed as it comes: lines at once, the beginning of a line when nothing more comes', async () => {
    const tail = new Command(['tail', '-f', 'demo/me/1/+/slow'], { DATA_DIR: store });
    const send = new Command(sendArgs('slow'), { DATA_DIR: store });
    send.child.stdin.write('first\n');
    await tail.says('first\n');
    send.child.stdin.write('sec');
    await tail.says('first\nsec');
    send.child.stdin.end('ond\n');
    expect((await send.ended).code).toBe(0);
    expect((await tail.ended).out.toString()).toBe('first\nsecond\n');
  });

  it('ends the stream with what it has read at Ctrl-C', async () => {
    const tail = new Command(['tail', '-f', 'demo/me/1/+/interrupted'], { DATA_DIR: store });
    const send = new Command(sendArgs('interrupted'), { DATA_DIR: store });
    send.child.stdin.write('first\n');
    await tail.says('first\n');
    send.child.kill('SIGINT');
    const { code, err } = await send.ended;
    expect(code).toBe(1);
    expect(err).toContain('1 log');
    expect(await tail.ended).toMatchObject({ code: 0 });
  });

  it('that is empty sends nothing, and says so', async () => {
    const { code, err } = await run(sendArgs('empty'), '');
    expect(code).toBe(0);
    expect(err).toContain('nothing to send');
    expect((await run(['cat', 'demo/me/1/+/empty'])).code).toBe(1);
  });

  it('a second time to the same path is refused', async () => {
    const { code, err } = await run(sendArgs('count'), '1\n');
    expect(code).toBe(1);
    expect(err).toContain('has been sent already');
  });

  it('of datagrams that are cut short fails, and sends what there is', async () => {
    const { code, err } = await run(
      sendArgs('cut', '--type', 'datagram'),
      Buffer.from('\x05abc', 'latin1'),
    );
    expect(code).toBe(1);
    expect(err).toContain('2 of 5 bytes of datagram 0');
    expect((await run(['cat', 'demo/me/1/+/cut'])).out.toString()).toBe('abc');
  });

  it('under a prefix with a secret that was made elsewhere is refused, and says why', async () => {
    const elsewhere = { DATA_DIR: join(directory, 'elsewhere') };
    const { code, err } = await run(sendArgs('foreign'), '1\n', elsewhere);
    expect(code).toBe(1);
    expect(err).toMatch(/refused: [A-Z_]+: .*secret/);
  });
});

describe('the commands that read', () => {
  it('cat ends quietly when its reader is gone', async () => {
    const cat = new Command(['cat', 'demo/me/1/+/count'], { DATA_DIR: store });
    cat.child.stdout.once('data', () => cat.child.stdout.destroy());
    expect(await cat.ended).toMatchObject({ code: 0, err: '' });
  });

  it('a stream that goes on is followed until Ctrl-C', async () => {
    const tail = new Command(['tail', '-f', 'demo/as/is/+/out'], { DATA_DIR: store });
    await tail.says('hello');
    tail.child.kill('SIGINT');
    expect(await tail.ended).toMatchObject({ code: 0, err: '' });
  });

  it('ls -l knows all that was sent', async () => {
    const { out } = await run(['ls', '-l', 'demo/me']);
    const names = out
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => line.split('/+/')[1]);
    expect(names).toEqual(['bytes', 'count', 'cut', 'datagrams', 'interrupted', 'odd', 'slow']);
  });
});

it('no secret is in any output', () => {
  const secrets = readdirSync(join(store, 'secrets')).map((name) =>
    readFileSync(join(store, 'secrets', name)),
  );
  expect(secrets.length).toBeGreaterThan(0);
  const all = Buffer.concat([
    func.out,
    Buffer.from(func.err),
    ...outputs.flatMap(({ out, err }) => [out, Buffer.from(err)]),
  ]);
  for (const secret of secrets) {
    expect(all.includes(secret)).toBe(false);
    for (const encoding of ['base64', 'hex'] as const)
      expect(all.includes(secret.toString(encoding))).toBe(false);
  }
});

describe('the demo command', () => {
  it('--once reads back what a real Butler wrote, and leaves nothing behind', async () => {
    const temp = mkdtempSync(join(directory, 'demo-'));
    const { code, out } = await run(['demo', '--once'], '', { TMPDIR: temp });
    expect(code).toBe(0);
    for (const line of [
      'tick 1',
      'no newline at end',
      'héllo wörld',
      'line 1 of the build',
      'done',
      'warn',
    ]) {
      expect(out.toString()).toContain(line);
    }
    expect(readdirSync(temp)).toEqual([]);
  });

  it('says how to send one`s own, which works, and ends at Ctrl-C', async () => {
    const temp = mkdtempSync(join(directory, 'demo-'));
    const demo = new Command(['demo'], { TMPDIR: temp });
    await demo.says('Ctrl-C ends the demo');
    const [, data = ''] = /export DATA_DIR=(.*)/.exec(demo.out.toString()) ?? [];
    const [, args = ''] = /npx logdog-collector (send .*)/.exec(demo.out.toString()) ?? [];
    expect(await runCommand(args.split(' '), { DATA_DIR: data }, 'hello\n')).toMatchObject({
      code: 0,
    });
    const [, path = ''] = /npx logdog-collector cat (.*)/.exec(demo.out.toString()) ?? [];
    expect((await runCommand(['cat', path], { DATA_DIR: data })).out.toString()).toBe('hello\n');
    demo.child.kill('SIGINT');
    expect(await demo.ended).toMatchObject({ code: 0 });
    expect(readdirSync(temp)).toEqual([]);
  });
});
