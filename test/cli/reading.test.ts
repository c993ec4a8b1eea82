import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src/cli/commands.js';
import { ClosedPipe, Interrupted } from '../../src/cli/io.js';
import { logpb } from '../../src/proto/gen/logpb.js';
import { runCommand, testIo, type TestIo } from './io.js';
import { TestStore } from './store.js';

const directory = mkdtempSync(join(tmpdir(), 'reading-'));
const env = { DATA_DIR: join(directory, 'store') };

const OUT = 'demo/me/1/+/out';
const GAP = 'demo/me/1/+/steps/gap';
const SHORT = 'demo/me/2/+/short';
const EMPTY = 'other/me/1/+/empty';
const UNKNOWN = 'demo/me/1/+/unknown';
const ROWS_ONLY = 'demo/me/3/+/forgotten';

beforeAll(async () => {
  const store = new TestStore(env.DATA_DIR);
  await store.register(OUT, 3n);
  await store.put(OUT, 0, 'zero', 'one');
  await store.put(OUT, 2, 'two', 'three');
  await store.register(GAP);
  await store.put(GAP, 1, 'one');
  await store.put(GAP, 5, 'five');
  await store.register(SHORT, 2n, logpb.StreamType.DATAGRAM);
  await store.put(SHORT, 0, 'zero');
  await store.register(EMPTY, undefined, logpb.StreamType.BINARY);
  await store.put(ROWS_ONLY, 0, 'zero');
  await store.close();
});

afterAll(() => {
  rmSync(directory, { recursive: true });
});

const run = (...args: string[]) => runCommand(args, env);

describe('cat', () => {
  it.each<[string, string[], string]>([
    ['prints a stream', [OUT], 'zero\none\ntwo\nthree\n'],
    ['takes a path with slashes around it', [`/${OUT}/`], 'zero\none\ntwo\nthree\n'],
    ['--index begins there', [OUT, '--index', '1'], 'one\ntwo\nthree\n'],
    ['--index past the end prints nothing', [OUT, '--index', '4'], ''],
    ['--count prints so many logs', [OUT, '--count', '3'], 'zero\none\ntwo\n'],
    ['--index and --count go together', [OUT, '--index', '1', '--count', '2'], 'one\ntwo\n'],
    ['--timestamps', [OUT, '--count', '1', '--timestamps=utc'], 'Nov  3 19:51:34.480| zero\n'],
    ['prints nothing of a stream without logs', [EMPTY], ''],
    ['prints what is stored of a stream that is not on record', [ROWS_ONLY], 'zero\n'],
  ])('%s', async (_rule, args, out) => {
    expect(await run('cat', ...args)).toEqual({ code: 0, out, err: '' });
  });

  it('--json prints a LogEntry a line', async () => {
    const { out } = await run('cat', OUT, '--index', '3', '--json');
    expect(JSON.parse(out)).toEqual({
      streamIndex: '3',
      sequence: '3',
      text: { lines: [{ value: Buffer.from('three').toString('base64'), delimiter: '\n' }] },
    });
  });

  it.each<[string, string[], string, string[], number]>([
    ['gaps', [GAP], 'one\nfive\n', ['log 0 is', 'logs 2 to 4 are'], 0],
    ['what the end of an ended stream lacks', [SHORT], 'zero\n', ['logs 1 to 2 are'], 1],
    ['no gap that was not asked for', [GAP, '--index', '1', '-n', '1'], 'one\n', [], 0],
  ])('tells on standard error %s', async (_what, args, out, gaps, code) => {
    const result = await run('cat', ...args);
    expect(result).toMatchObject({ code, out });
    const lines = gaps.map((gap) => `logdog-collector cat: ${gap} missing in ${args[0]!}\n`);
    expect(result.err).toBe(lines.join(''));
  });

  it('fails for an unknown stream', async () => {
    const { code, out, err } = await run('cat', UNKNOWN);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`there is no stream ${UNKNOWN}`);
  });

  it('ends quietly when its reader is gone', async () => {
    const io = testIo({ env });
    io.stop(new ClosedPipe());
    expect(await runCli(['cat', OUT], io)).toBe(0);
    expect(io.err()).toBe('');
  });
});

describe('tail', () => {
  it.each([
    ['prints the last log', [OUT], 'three\n'],
    ['--count prints so many', [OUT, '--count', '2'], 'two\nthree\n'],
    ['--count prints all where there are fewer', [OUT, '--count', '9'], 'zero\none\ntwo\nthree\n'],
    ['prints nothing where the first log is missing', [GAP], ''],
    ['-f prints a stream that has ended, and ends', ['-f', OUT], 'zero\none\ntwo\nthree\n'],
    ['-f --count begins at the last', ['-f', OUT, '--count', '1'], 'three\n'],
  ])('%s', async (_rule, args, out) => {
    expect(await run('tail', ...args)).toEqual({ code: 0, out, err: '' });
  });

  it('fails for an unknown stream', async () => {
    expect(await run('tail', UNKNOWN)).toMatchObject({ code: 1, out: '' });
  });
});

describe('tail -f', () => {
  it('waits for the store, for the stream, and for each log, and ends at the terminal index', async () => {
    const later = { DATA_DIR: join(directory, 'later') };
    const io = testIo({ env: later });
    const following = runCli(['tail', '-f', OUT], io);
    const store = new TestStore(later.DATA_DIR);
    await store.register(OUT);
    await store.put(OUT, 0, 'zero');
    await printed(io, 'zero\n');
    await store.put(OUT, 2, 'two');
    await store.put(OUT, 1, 'one');
    await printed(io, 'zero\none\ntwo\n');
    await store.register(OUT, 3n);
    await store.put(OUT, 3, 'three');
    expect(await following).toBe(0);
    expect(io.out().toString()).toBe('zero\none\ntwo\nthree\n');
    await store.close();
  });

  it.each<[string, Error]>([
    ['Ctrl-C', new Interrupted()],
    ['a closed pipe', new ClosedPipe()],
  ])('is ended by %s', async (_how, reason) => {
    const io = testIo({ env: { DATA_DIR: join(directory, 'never') } });
    const following = runCli(['tail', '-f', OUT], io);
    io.stop(reason);
    expect(await following).toBe(0);
    expect(io.err()).toBe('');
  });
});

describe('ls', () => {
  it.each([
    ['lists streams by path', [], [OUT, GAP, SHORT, EMPTY]],
    ['takes a glob', ['*/me/1/+/*'], [OUT, EMPTY]],
    ['takes a path, and lists what is under it', ['demo/me/1'], [OUT, GAP]],
    ['lists nothing where nothing matches', ['none/**'], []],
  ])('%s', async (_rule, args, paths) => {
    const out = paths.map((path) => `${path}\n`).join('');
    expect(await run('ls', ...args)).toEqual({ code: 0, out, err: '' });
  });

  it('-l adds type, number of logs, and terminal index', async () => {
    const { out } = await run('ls', '-l');
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/ +/)),
    ).toEqual([
      ['text', '4', '3', OUT],
      ['text', '2', '-', GAP],
      ['datagram', '1', '2', SHORT],
      ['binary', '0', '-', EMPTY],
    ]);
  });

  it('-l names the columns on a terminal, above them', async () => {
    const io = testIo({ env, terminal: true });
    expect(await runCli(['ls', '-l', SHORT], io)).toBe(0);
    expect(io.out().toString()).toBe(
      `TYPE         LOGS     LAST PATH\ndatagram        1        2 ${SHORT}\n`,
    );
  });
});

describe('expunge', () => {
  const store = { DATA_DIR: join(directory, 'expunge') };

  beforeAll(async () => {
    const made = new TestStore(store.DATA_DIR);
    for (const path of [OUT, GAP]) {
      await made.register(path);
      await made.put(path, 0, 'zero');
    }
    await made.put(ROWS_ONLY, 0, 'zero');
    await made.close();
  });

  async function reads(path: string): Promise<number> {
    return runCli(['cat', path], testIo({ env: store }));
  }

  it.each([OUT, ROWS_ONLY])('removes %s, and no other stream', async (path) => {
    const io = testIo({ env: store });
    expect(await runCli(['expunge', path], io)).toBe(0);
    expect(io.err()).toBe(`expunged ${path}\n`);
    expect(await reads(path)).toBe(1);
    expect(await reads(GAP)).toBe(0);
  });

  it('fails for an unknown stream', async () => {
    expect(await runCli(['expunge', UNKNOWN], testIo({ env: store }))).toBe(1);
  });
});

async function printed(io: TestIo, text: string): Promise<void> {
  while (io.out().toString() !== text) await once(io.stdout, 'data');
}
