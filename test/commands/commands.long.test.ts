import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describeOnEmulator } from '../e2e/emulator.js';
import { lint, type LintProblem } from '../e2e/gcloud.js';
import { readDocument, type Section } from './document.js';
import { describeSubscription, openTable, publish, type Rig, startRig, wrapPushes } from './rig.js';
import { COMMAND_RULES, ruleOf } from './rules.js';

const GUIDE = readDocument('docs/operations.md');
const NAMES = GUIDE.find(({ title }) => title === 'Names')!.commands;
const SECTIONS = [...readDocument('README.md'), ...GUIDE];
const WITH_COMMANDS = SECTIONS.filter(({ commands }) => commands !== '');

/** The stream of the documents, and one that the Go Collector has stored, row by row. */
const STREAM = 'demo/me/1/+/build';
/** Of the message that the README has refused. */
const REFUSED_ID = '4f6c1a2b90d3e857';
const GOLDEN_STREAM = 'test-project/cap/four/+/out';
const GOLDEN_HASH = 'wpofKLwrt9DvHQ2KMPe1gpFfzCqhfPgj0zstuGlPMUs=';
const GOLDEN = join(__dirname, '../../../test/golden/data/butler.jsonl.gz');

/** A JVM, two functions. */
const START_MS_MAX = 120_000;

/** How gcloud complains of a command that ends too early. */
const CUT_SHORT = /must be specified|expected one argument/i;

const ATTEMPT = { signal: undefined, timeoutMs: 10_000 };
const ALL = { start: '-', end: '~' };

interface GoldenLine {
  readonly message: string;
  readonly expect: { readonly rows: readonly { key: string; value: string }[] };
}

const golden = gunzipSync(readFileSync(GOLDEN))
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as GoldenLine)
  .filter(({ expect }) => expect.rows.some(({ key }) => key.startsWith(GOLDEN_HASH)));
const goldenRows = golden.flatMap(({ expect }) => expect.rows);

/** The sections that read that stream from Bigtable. */
const IN_BIGTABLE = new Set(['A first log line', '2. Check that both wrote the same']);

/** What sections print that have more to show than that they work. */
const PRINTED: Readonly<Record<string, readonly string[]>> = {
  'Sending and reading logs': ['100000', '"text"', 'compile', ' 200 OK', 'BAD_FRAME'],
  'The local Coordinator, for others': ['me/1/+/count'],
  'Inspecting and replaying dead letters': ['BAD_FRAME'],
  'A first log line': [GOLDEN_HASH],
  '2. Check that both wrote the same': [' are identical'],
};

describeOnEmulator('the commands of the documents', (bigtable) => {
  let rig: Rig;
  let subscription: unknown;
  let refusedId = '';

  beforeAll(async () => {
    rig = await startRig(bigtable());
  }, START_MS_MAX);

  afterAll(() => rig.stop());

  /** What has happened before a reader gets there. */
  const before: Readonly<Record<string, () => Promise<unknown>>> = {
    'A real Butler on a laptop': () =>
      rig.shell.run(
        'seq 1 9 | npx logdog-collector send --project demo --prefix me/1 --name build',
      ),
    'Inspecting and replaying dead letters': async () => {
      const { out } = await rig.shell.run('npx logdog-collector refused ls');
      refusedId = out.slice(0, REFUSED_ID.length);
    },
    'A first log line': async () => {
      subscription = await describeSubscription(rig);
      await wrapPushes(rig);
      await publish(
        rig,
        golden.map(({ message }) => message),
      );
      await rig.deployed.until(async () => (await storedKeys('logs')).length === goldenRows.length);
    },
    '2. Check that both wrote the same': async () => {
      const table = openTable(bigtable(), 'logs-trial');
      for (const { key, value } of goldenRows) {
        await table.putRow(
          { key, value: Buffer.from(value, 'base64'), timestampMicros: -1 },
          ATTEMPT,
        );
      }
      await table.close();
    },
  };

  async function storedKeys(name: string): Promise<string[]> {
    const table = openTable(bigtable(), name);
    const keys: string[] = [];
    for await (const { key } of table.readRows(ALL, true, ATTEMPT)) keys.push(key);
    await table.close();
    return keys;
  }

  function script({ title, commands }: Section): string {
    const text = commands
      .replaceAll('127.0.0.1:8080', `127.0.0.1:${rig.laptop.port}`)
      .replaceAll(REFUSED_ID, refusedId);
    return `${NAMES}\n${IN_BIGTABLE.has(title) ? text.replaceAll(STREAM, GOLDEN_STREAM) : text}`;
  }

  test.each(WITH_COMMANDS.map((section) => [section.title, section] as const))(
    'run: %s',
    async (title, section) => {
      await before[title]?.();
      const { code, out, err } = await rig.shell.run(script(section));
      expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
      for (const text of PRINTED[title] ?? []) expect(out).toContain(text);
    },
  );

  test('put the names into function.yaml', () => {
    const flags = readFileSync(join(rig.shell.folder, 'function.yaml'), 'utf8');
    expect(flags).toContain('BIGTABLE_INSTANCE: logdog\n');
    expect(flags).not.toContain('my-instance');
  });

  test('make the subscription that the guide describes', () => {
    const pusher = 'logdog-pusher@my-project.iam.gserviceaccount.com';
    const url = `http://127.0.0.1:${rig.deployed.port}/`;
    expect(subscription).toMatchObject({
      pushConfig: {
        pushEndpoint: url,
        oidcToken: { serviceAccountEmail: pusher, audience: url },
        noWrapper: { writeMetadata: true },
      },
      ackDeadlineSeconds: 120,
      retryPolicy: { minimumBackoff: '10s', maximumBackoff: '600s' },
      messageRetentionDuration: '604800s',
    });
  });

  test('tell apart tables that differ', async () => {
    const section = GUIDE.find(({ title }) => title === '2. Check that both wrote the same')!;
    const table = openTable(bigtable(), 'logs-trial');
    const key = `${GOLDEN_HASH}~8380~8080`;
    await table.putRow({ key, value: Buffer.from('other'), timestampMicros: -1 }, ATTEMPT);
    await table.close();
    const { code, out } = await rig.shell.run(script(section));
    expect(code).toBe(1);
    expect(out).toContain(`> ${GOLDEN_HASH}~8380~8080`);
  });

  test('watch for the words that the function logs of what it refuses', () => {
    const policy = readFileSync(join(rig.shell.folder, 'docs/alerts/refused.yaml'), 'utf8');
    const [, words] = /jsonPayload\.message : "(.*)"/.exec(policy)!;
    expect(rig.laptop.output).toContain(words);
  });

  test('have flags that gcloud knows', async () => {
    const run = rig.shell.commands().filter(([program]) => program === 'gcloud');
    expect(run.length).toBeGreaterThan(20);
    const named = SECTIONS.flatMap((section) => section.named).map((line) => line.split(' '));
    const wrong = await lint([...run, ...named].map(([, ...args]) => args));
    // What a sentence names may be cut short, but must be there.
    const cutShort = new Set(named.map((words) => words.join(' ')));
    const short = ({ command, why }: LintProblem) => cutShort.has(command) && CUT_SHORT.test(why);
    expect(wrong.filter((problem) => !short(problem))).toEqual([]);
  });

  test('have a rule each', () => {
    expect(rig.shell.commands().filter((command) => ruleOf(command) === undefined)).toEqual([]);
  });

  test('have no rule that none of them needs', () => {
    const used = new Set(rig.shell.commands().map(ruleOf));
    expect(COMMAND_RULES.filter((rule) => !used.has(rule))).toEqual([]);
  });
});
