import { GRPC_CODES, storageError } from '../../src/common/errors.js';
import { openServer } from '../../src/http/server.js';
import { loadConfig } from '../../src/service/config.js';
import { ANSWER_MS, PERIOD_MS, Readiness } from '../../src/service/readiness.js';
import { openService } from '../../src/service/service.js';
import { answerPrpc } from '../fakes/coordinator_server.js';
import { HttpServer } from '../fakes/http_server.js';
import { listen } from '../http/listen.js';
import { temporaryFolder } from '../e2e/function.js';
import { BigtableServer } from '../fakes/bigtable_server.js';

describe('readiness', () => {
  test('asks at once, and again after 10 s: in between it says what was said', async () => {
    let now = 0;
    let asked = 0;
    let away = false;
    const attempt = () => {
      asked++;
      return away ? Promise.reject(storageError('Unavailable', 'away')) : Promise.resolve();
    };
    const readiness = new Readiness([{ name: 'a', attempt }], () => now);
    await Promise.all([readiness.unreachable(), readiness.unreachable()]);
    away = true;
    now = PERIOD_MS - 1;
    expect(await readiness.unreachable()).toEqual([]);
    expect(asked).toBe(1);
    now = PERIOD_MS;
    expect(await readiness.unreachable()).toEqual([{ name: 'a', code: 'STORAGE_FAILED' }]);
    expect(asked).toBe(2);
  });

  test('names what does not answer within 2 s, and all that fail', async () => {
    const silent = { name: 'silent', attempt: () => new Promise(() => undefined) };
    const broken = { name: 'broken', attempt: () => Promise.reject(new Error('a bug')) };
    const good = { name: 'good', attempt: () => Promise.resolve() };
    const begun = performance.now();
    expect(await new Readiness([silent, good, broken]).unreachable()).toEqual([
      { name: 'silent', code: 'DEADLINE' },
      { name: 'broken', code: 'INTERNAL' },
    ]);
    expect(performance.now() - begun).toBeLessThan(ANSWER_MS + 1500);
  });
});

type State = 'answers' | 'hangs' | 'fails' | 'is gone';

/** Asks a service for its state, with the two remote backends in these states. */
async function ask(table: State, coordinator: State, path: string) {
  const folder = temporaryFolder();
  const bigtable = await BigtableServer.start();
  bigtable.onRead = (_request, call) => {
    if (table === 'answers') call.end();
  };
  const prpc = await HttpServer.start((_request, response) => {
    if (coordinator === 'hangs') return;
    const status = coordinator === 'answers' ? 'NotFound' : 'PermissionDenied';
    answerPrpc(response, GRPC_CODES.indexOf(status), 'no');
  });
  const settings = {
    PUSH_AUTH: 'off',
    BIGTABLE_PROJECT: 'p-1',
    BIGTABLE_INSTANCE: 'i-1',
    BIGTABLE_EMULATOR_HOST: table === 'is gone' ? '127.0.0.1:1' : bigtable.name.emulatorHost,
    COORDINATOR_HOST: coordinator === 'is gone' ? '127.0.0.1:1' : prpc.host,
    COORDINATOR_INSECURE: '1',
  };
  const service = openService(loadConfig(settings), { sink: { write: () => undefined } });
  const options = { messageDeadlineMs: 60_000, maxConnections: 10 };
  const server = await listen(openServer(service.handle, options));
  const answer = await fetch(new URL(path, server.url));
  const text = await answer.text();
  await server.close();
  await service.stop();
  bigtable.stop();
  await prpc.stop();
  folder.remove();
  return [answer.status, text];
}

// The first one loads Bigtable's client, which takes its time on a busy machine.
beforeAll(() => ask('answers', 'answers', '/ready'));

const NOT = (list: string) => [503, `not ready: ${list} cannot be reached\n`];

test.each<[State, State, unknown[]]>([
  ['answers', 'answers', [200, 'ok\n']],
  ['answers', 'fails', NOT('the Coordinator (COORDINATOR_FAILED)')],
  ['answers', 'is gone', NOT('the Coordinator (COORDINATOR_FAILED)')],
  ['answers', 'hangs', NOT('the Coordinator (DEADLINE)')],
  ['hangs', 'answers', NOT('Bigtable (DEADLINE)')],
  ['is gone', 'is gone', NOT('Bigtable (DEADLINE), the Coordinator (COORDINATOR_FAILED)')],
])('GET /ready where Bigtable %s and the Coordinator %s: %j', async (table, remote, expected) => {
  expect(await ask(table, remote, '/ready')).toEqual(expected);
});

test('GET / where nothing can be reached: 200, for the process is alive', async () => {
  expect((await ask('is gone', 'is gone', '/'))[0]).toBe(200);
});
