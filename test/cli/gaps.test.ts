import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src/cli/commands.js';
import { runCommand, testIo } from './io.js';
import { TestStore } from './store.js';

const directory = mkdtempSync(join(tmpdir(), 'gaps-'));
const env = { DATA_DIR: join(directory, 'store') };

const LOST = 'demo/me/1/+/lost';
const HOLES = 'demo/me/1/+/holes';
const NO_END = 'demo/me/1/+/no_end';
const DEAD = 'demo/me/1/+/dead';
const DEAD_AT_GAP = 'demo/me/1/+/dead_at_gap';
const NO_LOGS = 'demo/me/1/+/no_logs';
const UNKNOWN = 'demo/me/1/+/unknown';

/** What is waited for is said within so long. */
const SAID_MS_MAX = 5000;

beforeAll(async () => {
  const store = new TestStore(env.DATA_DIR);
  await store.register(LOST, 4n);
  await store.register(HOLES, 4n);
  await store.put(HOLES, 1, 'one');
  await store.put(HOLES, 3, 'three', 'four');
  await store.register(NO_END, 4n);
  await store.put(NO_END, 0, 'zero', 'one');
  await store.register(DEAD);
  await store.put(DEAD, 0, 'zero', 'one');
  await store.register(DEAD_AT_GAP);
  await store.put(DEAD_AT_GAP, 0, 'zero');
  await store.put(DEAD_AT_GAP, 2, 'two');
  await store.register(NO_LOGS);
  await store.close();
  for (const [name, dir, stream] of AWAITED) waits.set(name, firstSaid(dir, stream));
  givenUp = run('tail', '-f', HOLES);
});

/** What `tail -f` says first, and after how long. */
async function firstSaid(dir: string, stream: string): Promise<{ said: string; ms: number }> {
  const io = testIo({ env: { DATA_DIR: dir } });
  const start = performance.now();
  const following = runCli(['tail', '-f', stream, '--timeout', '1h'], io);
  while (io.err() === '') await sleep(5);
  const ms = performance.now() - start;
  io.stop(new Error('enough'));
  await following;
  return { said: io.err(), ms };
}

const never = join(directory, 'never');
const AWAITED: [name: string, dir: string, stream: string, awaited: string][] = [
  ['a store', never, UNKNOWN, `a store in ${never}`],
  ['a stream', env.DATA_DIR, UNKNOWN, `${UNKNOWN}, of which there is nothing yet`],
  ['the first log', env.DATA_DIR, NO_LOGS, `log 0 of ${NO_LOGS}, which has not ended`],
  ['a log of a writer that died', env.DATA_DIR, DEAD, `log 2 of ${DEAD}, which has not ended`],
  [
    'a log before a gap',
    env.DATA_DIR,
    DEAD_AT_GAP,
    `log 1 of ${DEAD_AT_GAP}: there is a gap before later ones`,
  ],
  ['the end of a stream', env.DATA_DIR, NO_END, `log 2 of ${NO_END}, which has ended with log 4`],
];

/** All wait at once, while the other tests run. */
const waits = new Map<string, ReturnType<typeof firstSaid>>();
let givenUp: ReturnType<typeof run>;

afterAll(() => {
  rmSync(directory, { recursive: true });
});

const run = (...args: string[]) => runCommand(args, env);

const missing = (command: string, what: string, stream: string) =>
  `logdog-collector ${command}: ${what} missing in ${stream}\n`;

describe('cat of a stream that has ended', () => {
  it.each<[string, string[], string, string[], number]>([
    ['all logs', [LOST], '', ['logs 0 to 4 are'], 1],
    ['some in it', [HOLES], 'one\nthree\nfour\n', ['log 0 is', 'log 2 is'], 1],
    ['some at its end', [NO_END], 'zero\none\n', ['logs 2 to 4 are'], 1],
    ['some, where nothing is selected', [HOLES, '--grep=x'], '', ['log 0 is', 'log 2 is'], 1],
    ['none from --index on', [HOLES, '--index=3'], 'three\nfour\n', [], 0],
    ['none up to --count', [NO_END, '-n', '2'], 'zero\none\n', [], 0],
    ['some before --count is reached', [HOLES, '-n2'], 'one\nthree\n', ['log 0 is', 'log 2 is'], 1],
  ])('says what is missing and fails: %s', async (_what, args, out, gaps, code) => {
    const err = gaps.map((gap) => missing('cat', gap, args[0]!)).join('');
    expect(await run('cat', ...args)).toEqual({ code, out, err });
  });

  it('does not fail where the stream goes on: what is missing may come', async () => {
    const err = missing('cat', 'log 1 is', DEAD_AT_GAP);
    expect(await run('cat', DEAD_AT_GAP)).toEqual({ code: 0, out: 'zero\ntwo\n', err });
    expect(await run('cat', NO_LOGS)).toEqual({ code: 0, out: '', err: '' });
  });
});

it.each([
  [LOST, '', 0],
  [HOLES, '', 0],
  [NO_END, 'one\n', 2],
])(
  'tail of a stream that has ended says what is missing and fails: %s',
  async (stream, out, log) => {
    const what = `log ${log} is missing in ${stream}, which has ended with log 4`;
    expect(await run('tail', stream)).toEqual({
      code: 1,
      out,
      err: `logdog-collector tail: ${what}\n`,
    });
  },
);

it.each(AWAITED)(
  'tail -f says within 5 s that it waits for %s',
  async (name, _dir, _stream, awaited) => {
    const { said, ms } = await waits.get(name)!;
    expect(ms).toBeLessThan(SAID_MS_MAX);
    expect(said).toMatch(/^logdog-collector tail: waiting for .*\n$/);
    expect(said).toContain(awaited);
  },
);

describe('tail -f --timeout', () => {
  it.each([
    ['a stream', UNKNOWN, '', 'gave up waiting for'],
    ['a log of a writer that died', DEAD, 'zero\none\n', 'gave up waiting for log 2'],
  ])('ends the waiting for %s, says so, and fails', async (_what, stream, out, err) => {
    const ended = await run('tail', '-f', stream, '--timeout=300ms');
    expect(ended).toMatchObject({ code: 1, out });
    expect(ended.err).toContain('nothing has come for 0.3 s (--timeout)');
    expect(ended.err).toContain(err);
  });

  it('ends the waiting for a store', async () => {
    const io = testIo({ env: { DATA_DIR: join(directory, 'never') } });
    expect(await runCli(['tail', '-F', UNKNOWN, '--timeout=300ms'], io)).toBe(1);
    expect(io.err()).toContain('gave up waiting for a store');
  });

  it.each([
    [LOST, '', ['logs 0 to 4 are']],
    [HOLES, 'one\nthree\nfour\n', ['log 0 is', 'log 2 is']],
    [NO_END, 'zero\none\n', ['logs 2 to 4 are']],
  ])('prints the rest where the stream has ended, and fails: %s', async (stream, out, gaps) => {
    const err = gaps.map((gap) => missing('tail', gap, stream)).join('');
    expect(await run('tail', '-f', stream, '--timeout=300ms')).toEqual({ code: 1, out, err });
  });

  it('prints what comes after a gap in a stream that goes on, and fails', async () => {
    const { code, out, err } = await run('tail', '-f', DEAD_AT_GAP, '--timeout=300ms');
    expect({ code, out }).toEqual({ code: 1, out: 'zero\ntwo\n' });
    expect(err).toContain(missing('tail', 'log 1 is', DEAD_AT_GAP));
  });

  it('goes with --follow', async () => {
    expect(await run('tail', DEAD, '--timeout=1s')).toMatchObject({ code: 2 });
    expect(await run('tail', '-f', DEAD, '--timeout=soon')).toMatchObject({ code: 2 });
  });
});

it('tail -f without --timeout gives a gap in an ended stream up after a while, and fails', async () => {
  const { code, out, err } = await givenUp;
  expect({ code, out }).toEqual({ code: 1, out: 'one\nthree\nfour\n' });
  expect(err).toContain(`waiting for log 0 of ${HOLES}`);
  expect(err).toContain(missing('tail', 'log 2 is', HOLES));
}, 20_000);

it('tail -f goes on where a gap is filled while it waits', async () => {
  const filled = 'demo/me/2/+/filled';
  const store = new TestStore(env.DATA_DIR);
  await store.register(filled, 2n);
  await store.put(filled, 0, 'zero');
  await store.put(filled, 2, 'two');
  const io = testIo({ env });
  const following = runCli(['tail', '-f', filled, '--timeout=20s'], io);
  while (io.out().toString() !== 'zero\n') await once(io.stdout, 'data');
  await store.put(filled, 1, 'one');
  expect(await following).toBe(0);
  expect(io.out().toString()).toBe('zero\none\ntwo\n');
  expect(io.err()).toBe('');
  await store.close();
});
