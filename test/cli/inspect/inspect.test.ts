import { join } from 'node:path';
import { runCli } from '../../../src/cli/commands.js';
import type { Coordinator } from '../../../src/coordinator/coordinator.js';
import { NOT_TERMINATED } from '../../../src/coordinator/coordinator.js';
import { toDeadLetter } from '../../../src/dead_letters/dead_letter.js';
import { openLocal } from '../../../src/local/local.js';
import { serveCoordinator } from '../../../src/local/served/served.js';
import { logpb } from '../../../src/proto/gen/logpb.js';
import { openBigtableStorage } from '../../../src/storage/bigtable/open.js';
import type { Storage } from '../../../src/storage/storage.js';
import { recordsOf } from '../../../src/testing/records.js';
import { bigtableSettings } from '../../e2e/bigtable_function.js';
import { describeOnEmulator } from '../../e2e/emulator.js';
import { temporaryFolder } from '../../e2e/function.js';
import { type Serving, serve } from '../../local/served/server.js';
import { testIo } from '../io.js';

const PROJECT = 'proj';
const SECRET = Buffer.alloc(36, 's');

/** Registers a stream, and stores rows of it. */
async function store(
  { coordinator, storage }: { coordinator: Coordinator; storage: Storage },
  path: string,
  terminalIndex: bigint,
  rows: readonly (readonly [index: number, count: number])[],
): Promise<void> {
  const [prefix = '', name = ''] = path.split('/+/');
  const { DATAGRAM: streamType } = logpb.StreamType;
  const descriptor = { prefix, name, streamType, contentType: 'x/y', timestamp: { seconds: 1 } };
  await coordinator.registerStream(
    { project: PROJECT, path, secret: SECRET, protoVersion: '1', terminalIndex },
    logpb.LogStreamDescriptor.encode(descriptor).finish(),
    {},
  );
  for (const [index, count] of rows) {
    const records = recordsOf(Array.from({ length: count }, () => 'log'));
    await storage.put({ project: PROJECT, path, index: BigInt(index), count, records }, {});
  }
}

async function fill(backends: { coordinator: Coordinator; storage: Storage }): Promise<void> {
  await store(backends, 'a/+/complete', 3n, [[0, 2], [2, 2]]); // prettier-ignore
  await store(backends, 'a/+/gap', 6n, [[0, 2], [4, 1]]); // prettier-ignore
  await store(backends, 'a/+/open', NOT_TERMINATED, [[0, 2], [1, 3]]); // prettier-ignore
}

async function inspect(env: NodeJS.ProcessEnv, path: string, ...options: string[]) {
  const io = testIo({ env });
  const code = await runCli(['inspect', `${PROJECT}/${path}`, ...options], io);
  return { code, out: io.out().toString(), err: io.err() };
}

/** What is the same for every store. */
function describeStreams(env: () => NodeJS.ProcessEnv): void {
  test('a complete stream: its facts, and exit code 0', async () => {
    const { code, out } = await inspect(env(), 'a/+/complete');
    expect(out).toMatch(
      /^stream {6}proj\/a\/\+\/complete\nregistered {2}yes, at 20.*Z\ntype {8}datagram\nterminal {4}3\narchived {4}no\npurged {6}no\nrows {8}2, 16 bytes: 4 logs, from 0 to 3\ngaps {8}none\noverlaps {4}none\nrefused .*\ncomplete {4}yes: every log up to the terminal index is stored\n$/,
    );
    expect(code).toBe(0);
  });

  test('a stream with gaps: which logs are missing, and exit code 1', async () => {
    const { code, out } = await inspect(env(), 'a/+/gap');
    expect(out).toContain('complete    no: logs are missing: 2-3, 5-6\n');
    expect(code).toBe(1);
  });

  test('a stream that was never terminated: that, its overlaps, and exit code 1', async () => {
    const { code, out } = await inspect(env(), 'a/+/open');
    expect(out).toContain('terminal    not ended\n');
    expect(out).toContain('overlaps    1 rows\n');
    expect(out).toContain('complete    no: the stream has not ended');
    expect(code).toBe(1);
  });

  test('a stream that is unknown, of a known prefix: that, and exit code 1', async () => {
    const { code, out } = await inspect(env(), 'a/+/unknown');
    expect(out).toContain('registered  no\n');
    expect(out).toContain('complete    no: the stream is neither registered nor stored\n');
    expect(code).toBe(1);
  });

  test('--json: the same as one line of JSON', async () => {
    const { code, out } = await inspect(env(), 'a/+/gap', '--json');
    expect(JSON.parse(out)).toMatchObject({
      project: PROJECT,
      path: 'a/+/gap',
      registered: { type: 'datagram', terminalIndex: '6', archived: false, purged: false },
      rows: 2,
      bytes: 12,
      logs: '3',
      extent: ['0', '4'],
      gaps: [['2', '3'], ['5', '6']], // prettier-ignore
      overlappingRows: 0,
      complete: false,
      reason: 'logs are missing: 2-3, 5-6',
    });
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });
}

describe('inspect: the local store', () => {
  const folder = temporaryFolder();
  const env = { DATA_DIR: join(folder.path, 'store') };

  beforeAll(async () => {
    const local = openLocal(env.DATA_DIR);
    await fill(local);
    const origin = { messageId: '1', publishTime: undefined, subscription: undefined };
    const reason = { code: 'BAD_LOG', message: 'a log does not match the stream type' } as const;
    const entries = [{ path: 'r/+/refused', outcome: 'refused', reason, logs: 1 }] as const;
    const facts = { project: PROJECT, prefix: 'r', entries };
    const result = { outcome: 'partly refused', reason, ...facts } as const;
    const deadLetter = toDeadLetter({ bytes: Buffer.from('x') }, origin, result, new Date());
    await local.deadLetters.put(deadLetter, new AbortController().signal);
    await local.close();
  });

  afterAll(() => {
    folder.remove();
  });

  describeStreams(() => env);

  test('a stream whose messages were refused: how many and why, and exit code 1', async () => {
    const { code, out } = await inspect(env, 'r/+/refused');
    expect(out).toContain(
      'refused     1 of its prefix, 1 of them with logs of this stream: BAD_LOG;',
    );
    expect(out).toContain('complete    no: the stream is neither registered nor stored\n');
    expect(code).toBe(1);
    const sibling = await inspect(env, 'r/+/other', '--json');
    expect(JSON.parse(sibling.out)).toMatchObject({
      refused: { messages: 1, ofStream: 0, codes: ['BAD_LOG'] },
    });
    expect((await inspect(env, 'a/+/gap')).out).toContain('refused     no message of its prefix\n');
  });

  test('without a store: where it is expected, and exit code 1', async () => {
    const { code, err } = await inspect({ DATA_DIR: join(folder.path, 'none') }, 'a/+/b');
    expect(err).toContain('there is no store in');
    expect(code).toBe(1);
  });
});

describeOnEmulator('inspect: Bigtable and a remote Coordinator', (emulator) => {
  const folder = temporaryFolder();
  let env: NodeJS.ProcessEnv;
  let serving: Serving;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const table = await emulator().createTable();
    const { appProfile, emulatorHost, ...name } = table;
    const storage = openBigtableStorage({ ...name, appProfile, emulatorHost: emulatorHost! });
    const local = openLocal(join(folder.path, 'coordinator'));
    const { coordinator } = local;
    await fill({ coordinator, storage });
    const log = { write: () => undefined, writes: () => false };
    const logBundleTopic = 'projects/p/topics/t';
    serving = await serve(serveCoordinator({ coordinator, storage, logBundleTopic, log }));
    env = {
      ...bigtableSettings(table, 'grouped'),
      COORDINATOR_HOST: `127.0.0.1:${serving.port}`,
      DATA_DIR: join(folder.path, 'none'),
    };
    close = async () => {
      await serving.close();
      await storage.close();
      await local.close();
    };
  });

  afterAll(async () => {
    await close();
    folder.remove();
  });

  describeStreams(() => env);

  test('a stream of an unknown prefix: what the Coordinator says, and exit code 1', async () => {
    const { code, out } = await inspect(env, 'nowhere/+/log');
    expect(out).toContain('complete    no: Coordinator: PermissionDenied: prefix proj/nowhere');
    expect(out).toContain('refused     unknown here: the function keeps them in DEAD_LETTER_TOPIC');
    expect(code).toBe(1);
  });

  test('a stream whose messages were refused: where they are kept, and exit code 1', async () => {
    const { code, out } = await inspect(env, 'a/+/refused');
    expect(out).toContain(
      'refused     unknown here: the function keeps them in DEAD_LETTER_TOPIC\n',
    );
    expect(out).toContain('complete    no: the stream is neither registered nor stored\n');
    expect(code).toBe(1);
    const json = await inspect(env, 'a/+/refused', '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      refused: null,
      registered: null,
      complete: false,
    });
  });

  test('a Coordinator that cannot be reached: that, and exit code 1', async () => {
    const { code, err } = await inspect({ ...env, COORDINATOR_HOST: '127.0.0.1:9' }, 'a/+/gap');
    expect(err).toContain('the Coordinator 127.0.0.1:9 cannot be read');
    expect(code).toBe(1);
  });
});
