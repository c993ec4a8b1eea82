import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src/cli/commands.js';
import { logpb } from '../../src/proto/gen/logpb.js';
import { runCommand, testIo } from './io.js';
import { START, TestStore } from './store.js';

const directory = mkdtempSync(join(tmpdir(), 'selecting-'));
const env = { DATA_DIR: join(directory, 'store') };

const OUT = 'demo/me/1/+/out';
const SPANS = 'demo/me/1/+/spans';
const LONG = 'demo/me/1/+/long';
const RECENT = 'demo/me/1/+/recent';
const BINARY = 'demo/me/1/+/binary';
const ROWS_ONLY = 'demo/me/3/+/forgotten';

const line = (value: string, delimiter = '\n') => ({ value: Buffer.from(value), delimiter });
const LINES = 3000;

beforeAll(async () => {
  const store = new TestStore(env.DATA_DIR);
  await store.register(OUT, 4n);
  // A log a second.
  const texts = ['ok 1', 'error: a', 'ok 2', 'Error: b', 'ok 3'];
  const logs = texts.map((text, at) => ({
    timeOffset: { seconds: at },
    text: { lines: [line(text)] },
  }));
  await store.putLogs(OUT, 0, ...logs);
  await store.register(SPANS, 2n);
  await store.putLogs(
    SPANS,
    0,
    { text: { lines: [line('one'), line('er', '')] } },
    { timeOffset: { seconds: 1 }, text: { lines: [line('ror'), line('two')] } },
    { text: { lines: [line('last err', '')] } },
  );
  await store.register(LONG, BigInt(LINES) - 1n);
  await store.put(LONG, 0, ...Array.from({ length: LINES }, (_, at) => `${at}`));
  await store.register(RECENT, 1n, logpb.StreamType.TEXT, { seconds: Date.now() / 1000 - 3600 });
  await store.putLogs(
    RECENT,
    0,
    { text: { lines: [line('an hour ago')] } },
    { timeOffset: { seconds: 3540 }, text: { lines: [line('a minute ago')] } },
  );
  await store.register(BINARY, 0n, logpb.StreamType.BINARY);
  await store.putLogs(BINARY, 0, { binary: { data: Buffer.from('error') } });
  await store.put(ROWS_ONLY, 0, 'zero');
  await store.close();
});

afterAll(() => {
  rmSync(directory, { recursive: true });
});

const run = (...args: string[]) => runCommand(args, env);

/** A time so many milliseconds after the stream began. */
const after = (ms: number) => new Date(START + ms).toISOString();

describe('cat and tail select', () => {
  it.each<[string, string[], string]>([
    ['the logs since a time', ['cat', OUT, '--since', after(3000)], 'Error: b\nok 3\n'],
    ['that to the millisecond', ['cat', OUT, '--since', after(3001)], 'ok 3\n'],
    ['the logs until a time', ['cat', OUT, '--until', after(1000)], 'ok 1\nerror: a\n'],
    ['that to the nanosecond', ['cat', OUT, '--until', '2026-11-03T19:51:34.479999999Z'], ''],
    ['both', ['cat', OUT, '--since', after(1000), '--until', after(1000)], 'error: a\n'],
    ['a time of another zone', ['cat', OUT, '--since=2026-11-03T20:51:38.480+01:00'], 'ok 3\n'],
    ['a time that has a date alone', ['cat', OUT, '--since', '2026-11-06'], ''],
    ['seconds since 1970', ['cat', OUT, '--since', `${START / 1000 + 4}`], 'ok 3\n'],
    ['a time without seconds', ['cat', OUT, '--until', '2026-11-03T19:51Z'], ''],
    ['weeks', ['cat', RECENT, '--until', '1w'], ''],
    ['a duration before now', ['cat', RECENT, '--since', '10m'], 'a minute ago\n'],
    ['one of several units', ['cat', RECENT, '--until', '1h'], 'an hour ago\n'],
    ['one with a fraction', ['cat', RECENT, '--since', '0.25h'], 'a minute ago\n'],
    ['lines that match', ['cat', OUT, '--grep', 'error'], 'error: a\n'],
    ['lines of any case', ['cat', OUT, '--grep', '(?i)^error'], 'error: a\nError: b\n'],
    ['lines that match at their end', ['cat', OUT, '--grep', '[23]$'], 'ok 2\nok 3\n'],
    ['the first two of the lines', ['cat', OUT, '--grep', 'ok', '-n', '2'], 'ok 1\nok 2\n'],
    ['so many since a time', ['cat', OUT, '--since', after(1000), '-n1'], 'error: a\n'],
    ['a line that spans logs', ['cat', SPANS, '--grep', '^error$'], 'error\n'],
    ['a line that has no end', ['cat', SPANS, '--grep', 'err'], 'error\nlast err'],
    [
      'with the time at which a line began',
      ['cat', SPANS, '--grep', 'error', '--timestamps', 'UTC'],
      'Nov  3 19:51:34.480| error\n',
    ],
    ['the last line that matches', ['tail', OUT, '--grep', 'error'], 'error: a\n'],
    ['the last lines that match', ['tail', OUT, '--grep', 'ok', '-n', '2'], 'ok 2\nok 3\n'],
    ['the last until a time', ['tail', OUT, '--until', after(3500), '-n2'], 'ok 2\nError: b\n'],
    ['far away from the end', ['tail', LONG, '--grep', '^1\\d?$', '-n', '2'], '18\n19\n'],
    ['all where there are fewer', ['tail', OUT, '--grep', 'r', '-n', '9'], 'error: a\nError: b\n'],
    ['while following', ['tail', '-f', OUT, '--grep', 'error'], 'error: a\n'],
    ['the last while following', ['tail', '-f', OUT, '--grep', 'ok', '-n2'], 'ok 2\nok 3\n'],
    ['the last five', ['tail', '-n', '2', OUT], 'Error: b\nok 3\n'],
    ['the last, in one word', ['tail', '-fn2', OUT], 'Error: b\nok 3\n'],
    ['nothing but what is new', ['tail', '-f', '-n', '0', OUT], ''],
  ])('%s', async (_what, args, out) => {
    expect(await run(...args)).toEqual({ code: 0, out, err: '' });
  });

  it('whole logs with --json', async () => {
    const { out } = await run('cat', SPANS, '--grep', '^(one|two)$', '--json');
    const found = out.trimEnd().split('\n');
    expect(found.map((log) => (JSON.parse(log) as { sequence?: string }).sequence)).toEqual([
      undefined,
      '1',
    ]);
  });
});

it('tail -f --until ends when that time has passed', async () => {
  const io = testIo({ env });
  const path = 'demo/me/2/+/goes_on';
  const store = new TestStore(env.DATA_DIR);
  await store.register(path, undefined, undefined, { seconds: Date.now() / 1000 });
  await store.put(path, 0, 'zero');
  const until = new Date(Date.now() + 1000).toISOString();
  const following = runCli(['tail', '-f', path, '--until', until], io);
  while (io.out().length === 0) await once(io.stdout, 'data');
  expect(await following).toBe(0);
  expect(io.out().toString()).toBe('zero\n');
  await store.close();
});

it.each([
  ['--since', 'yesterday'],
  ['--since', ''],
  ['--since', '10'],
  ['--since', '-10m'],
  ['--since', '10m ago'],
  ['--until', '2026-02-30'],
  ['--until', '2026-11-03T25:00:00Z'],
  ['--until', '2026-11-03T10:00:00+99:99'],
  ['--until', '2026-13-01'],
  ['--grep', '('],
  ['--grep', '(?=a)'],
  ['--grep', 'a{100000}'],
  ['--grep', '\\1'],
])('cat %s %j is wrong usage, which says what is wrong', async (option, value) => {
  const { code, out, err } = await run('cat', OUT, `${option}=${value}`);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(`logdog-collector cat: ${option}`);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

it('a time since which nothing can be until another is wrong usage', async () => {
  const { code, err } = await run('cat', OUT, '--since', '10m', '--until', '1h');
  expect([code, err]).toEqual([2, expect.stringContaining('--since 10m is later than --until 1h')]);
});

it.each([
  ['cat', '--grep', 'x', BINARY, '--grep takes lines of text'],
  ['tail', '--grep', 'x', BINARY, '--grep takes lines of text'],
  ['cat', '--since', '10m', ROWS_ONLY, 'not known here'],
  ['cat', '--timestamps', 'utc', ROWS_ONLY, 'not known here'],
  ['tail', '--until', '10m', ROWS_ONLY, 'not known here'],
])('%s %s %s of %s fails, and says why', async (command, option, value, path, why) => {
  const { code, out, err } = await run(command, path, option, value);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(why);
});

it.each(['(a+)+$', '(a|aa)+$', '(a*)*b', '(.*a){20}b', '(?:a?){50}a{50}b'])(
  'cat --grep %j takes linear time',
  async (pattern) => {
    const path = `demo/re/+/${Buffer.from(pattern).toString('hex')}`;
    const store = new TestStore(env.DATA_DIR);
    await store.register(path, 0n);
    await store.put(path, 0, `${'a'.repeat(100_000)}!`);
    await store.close();
    const start = performance.now();
    expect(await run('cat', path, '--grep', pattern)).toEqual({ code: 0, out: '', err: '' });
    expect(performance.now() - start).toBeLessThan(5000);
  },
);

it('a line that never ends is not kept as a whole', async () => {
  const path = 'demo/me/2/+/endless';
  const store = new TestStore(env.DATA_DIR);
  await store.register(path, 6n);
  const part = { text: { lines: [line('a'.repeat(1_000_000), '')] } };
  await store.putLogs(path, 0, ...Array<typeof part>(6).fill(part), {
    text: { lines: [line('')] },
  });
  await store.close();
  const { code, out } = await run('cat', path, '--grep', 'a');
  expect(code).toBe(0);
  expect(out).toBe(`${'a'.repeat(4_000_000)}\n`);
});
