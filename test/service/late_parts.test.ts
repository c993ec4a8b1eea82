import { Agent } from 'node:http';
import { loadConfig } from '../../src/service/config.js';
import { openServer } from '../../src/http/server.js';
import { openService } from '../../src/service/service.js';
import { temporaryFolder, wrap } from '../e2e/function.js';
import { HttpServer } from '../fakes/http_server.js';
import { type HttpReply, listen, open, replyTo } from '../http/listen.js';

/** How often the modules of these tests fail to load from now on. */
let failures = 0;

function failing(module: string): () => object {
  return () => {
    if (failures-- > 0) throw Object.assign(new Error('open x'), { code: 'EMFILE' });
    return jest.requireActual<object>(module);
  };
}

for (const module of [
  '../../src/local/served/served.js',
  '../../src/dead_letters/grpc_publish.js',
]) {
  jest.doMock(module, failing(module));
}

async function withService(
  settings: NodeJS.ProcessEnv,
  use: (
    send: (path: string, body: Uint8Array) => Promise<HttpReply>,
    logged: () => Record<string, unknown>[],
    stop: () => Promise<void>,
  ) => Promise<void>,
): Promise<void> {
  const folder = temporaryFolder();
  const lines: string[] = [];
  const config = loadConfig({ DATA_DIR: folder.path, ...settings });
  const service = openService(config, {
    sink: { write: (line: string) => lines.push(line) },
  });
  const server = await listen(
    openServer(service.handle, { messageDeadlineMs: 10_000, maxConnections: 10 }),
  );
  const agent = new Agent({ keepAlive: true });
  const send = (path: string, body: Uint8Array) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    return replyTo(open(server.port, { agent, path, headers }).end(body));
  };
  const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= service.stop());
  try {
    await use(send, logged, stop);
  } finally {
    agent.destroy();
    await server.close();
    await stop();
    folder.remove();
  }
}

const QUERY = Buffer.from('{"project":"p","path":"**"}');
const CALL = '/prpc/logdog.Logs/Query';

// First, for what has been loaded once is loaded in the tests that follow.
test('the service stops while the served Coordinator could not be loaded, and loads it no more', async () => {
  failures = 1;
  await withService({}, async (send, logged, stop) => {
    expect((await send(CALL, QUERY)).status).toBe(503);
    await stop();
    failures = 0;
    const refused = await send(CALL, QUERY);
    expect([refused.status, refused.text]).toEqual([503, expect.stringContaining('shutting down')]);
    expect(logged()).toHaveLength(1);
  });
});

test('the served Coordinator cannot be loaded: 503 and Unavailable, one line, pushes go on, then it is loaded', async () => {
  failures = 2;
  await withService({}, async (send, logged) => {
    for (let call = 0; call < 2; call++) {
      const refused = await send(CALL, QUERY);
      expect(refused.status).toBe(503);
      expect(refused.headers['x-prpc-grpc-code']).toBe('14');
      expect(refused.text).toContain('EMFILE');
    }
    expect(logged()).toMatchObject([{ severity: 'ERROR', code: 'MODULE_FAILED' }]);
    expect((await send('/', wrap(Buffer.from('x')))).status).toBe(200);
    // It answers by itself now, if only that the caller's format is missing.
    expect((await send(CALL, QUERY)).headers['x-prpc-grpc-code']).not.toBe('14');
  });
});

test('the publisher of large dead letters cannot be loaded: the push comes again, and is kept then', async () => {
  const pubsub = await HttpServer.start((_request, response) =>
    response.end('{"messageIds":["1"]}'),
  );
  const topic = {
    DEAD_LETTER_TOPIC: 'projects/p-1/topics/refused',
    PUBSUB_EMULATOR_HOST: pubsub.host,
  };
  failures = 1;
  await withService(topic, async (send, logged) => {
    const large = wrap(Buffer.alloc(8_000_000, 1));
    const first = await send('/', large);
    expect([first.status, JSON.parse(first.text)]).toMatchObject([503, { code: 'MODULE_FAILED' }]);
    expect(first.text).toContain('it was refused for:');
    // Small ones need no other module.
    expect((await send('/', wrap(Buffer.from('x')))).status).toBe(200);
    expect(logged()[0]).toMatchObject({ code: 'MODULE_FAILED', severity: 'WARNING' });
  });
  await pubsub.stop();
});
