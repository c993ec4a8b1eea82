import { once } from 'node:events';
import type { OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { runCli } from '../../src/cli/commands.js';
import { printable, printableLines } from '../../src/common/printable.js';
import { buildMessage, type MessageSpec, type StreamSpec } from '../../src/testing/message.js';
import { GRPC_CODES } from '../../src/common/errors.js';
import { testIo } from '../cli/io.js';
import { answerPrpc } from '../fakes/coordinator_server.js';
import { HttpServer } from '../fakes/http_server.js';
import { CANARY, CANARY_LOG, expectNoCanary } from './canary.js';
import { FunctionProcess, LAUNCHERS, temporaryFolder } from './function.js';
import { OtlpReceiver } from './otlp_receiver.js';
import { run } from './processes.js';

/** What a terminal would obey, with the secret in it; one a spelling that has its own way to be obeyed. */
const EVILS = [
  `\u001b[2J\u001b]0;${CANARY.toString()}\u0007`,
  `\n{"severity":"ERROR","message":"${CANARY.toString()}"}\n`,
  `\r${CANARY.toString()}\u0008\u007f`,
  `\u202e${CANARY.toString()}\u2066\u200b`,
  `\0${CANARY.toString()}\u009b2J\u0085\u2028`,
];

/** One push, and whether all of it is stored. */
interface Push {
  readonly name: string;
  readonly body: Buffer;
  readonly headers?: OutgoingHttpHeaders;
  readonly path?: string;
  readonly status: number;
}

const LOGS = [`${CANARY_LOG}${EVILS[0]!}`];
const STREAM: StreamSpec = { name: 'good', logs: LOGS };

function message(spec: MessageSpec): Buffer {
  return buildMessage({ secret: CANARY, prefix: 'sight', streams: [STREAM], ...spec });
}

function envelope(data: Buffer, more: object = {}, around: object = {}): Buffer {
  const text = data.toString('base64');
  return Buffer.from(
    JSON.stringify({ message: { data: text, messageId: '1', ...more }, ...around }),
  );
}

const ofStream = (name: string, stream: StreamSpec, status: number) => {
  return { name, body: envelope(message({ streams: [stream] })), status };
};

/** The same evil, in every place of a push. */
function pushesWith(evil: string): Push[] {
  const good = message({});
  const refused = message({ streams: [{ ...STREAM, type: 'binary', logs: [''] }] });
  // A header takes no control character, and is trimmed: without the mark, an id of a message might be left.
  const header = Buffer.from(`!${evil.replaceAll(/\p{Cc}/gu, ' ')}`).toString('latin1');
  const headers = {
    traceparent: header,
    'x-cloud-trace-context': header,
    authorization: `Bearer ${CANARY.toString()}`,
    'user-agent': header,
    'content-type': header,
  };
  return [
    ofStream('a name', { ...STREAM, name: `a${evil}` }, 200),
    ofStream('a content type', { ...STREAM, contentType: evil }, 204),
    ofStream('the value of a tag', { ...STREAM, tags: { tag: evil } }, 204),
    ofStream('the key of a tag', { ...STREAM, tags: { [evil]: 'value' } }, 200),
    ofStream('the logs', { ...STREAM, name: 'logs', logs: [evil, CANARY_LOG] }, 204),
    { name: 'a prefix', body: envelope(message({ prefix: evil })), status: 200 },
    { name: 'a project', body: envelope(message({ project: evil })), status: 200 },
    { name: 'a version', body: envelope(message({ protoVersion: evil })), status: 200 },
    { name: 'a secret', body: envelope(message({ secret: Buffer.from(evil) })), status: 200 },
    {
      name: 'a secret that is as long as one is',
      body: envelope(message({ secret: Buffer.from(evil.padEnd(36)).subarray(0, 36) })),
      status: 200,
    },
    { name: 'a message id', body: envelope(refused, { messageId: evil }), status: 200 },
    {
      name: 'attributes',
      body: envelope(refused, { attributes: { [evil]: evil }, orderingKey: evil }),
      status: 200,
    },
    { name: 'a subscription', body: envelope(refused, {}, { subscription: evil }), status: 200 },
    {
      name: 'the type of an event',
      body: envelope(good, {}, { specversion: '1.0', type: evil, source: evil }),
      status: 400,
    },
    { name: 'a body that is nothing', body: Buffer.from(evil), status: 400 },
    {
      name: 'data that is no base64',
      body: Buffer.from(JSON.stringify({ message: { data: evil } })),
      status: 200,
    },
    { name: 'headers', body: envelope(refused), headers, status: 200 },
    {
      name: 'headers of an unwrapped push',
      body: refused,
      headers: { ...headers, 'x-goog-pubsub-message-id': header },
      status: 200,
    },
    {
      name: 'the path',
      body: envelope(refused),
      path: `/${encodeURIComponent(evil)}`,
      status: 200,
    },
  ];
}

/** Bytes that are no HTTP, for the server itself to refuse. */
async function sendRaw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let reply = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (reply += chunk));
  socket.on('error', () => undefined);
  socket.end(text);
  await once(socket, 'close');
  return reply;
}

function expectHarmless(output: string): void {
  expect(output.split('\n').filter((line) => line !== printable(line))).toEqual([]);
  expectNoCanary(output);
}

describe.each(LAUNCHERS)('all output of the function, started by %s,', (launcher) => {
  const folder = temporaryFolder();
  const receiver = new OtlpReceiver();
  let collect: FunctionProcess;

  beforeAll(async () => {
    await receiver.listen();
    collect = await FunctionProcess.start(launcher, folder.path, {
      LOG_LEVEL: 'debug',
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_TRACES_EXPORTER: 'otlp',
    });
  });

  afterAll(async () => {
    await collect.end('SIGKILL');
    await receiver.close();
    folder.remove();
  });

  test.each(EVILS)(
    'is harmless and without the secret, with evil number %# in every place',
    async (evil) => {
      for (const { name, body, headers, path, status } of pushesWith(evil)) {
        const reply = await collect.send(body, headers, 'POST', path);
        expect([name, reply.status]).toEqual([name, status]);
        expectHarmless(reply.text);
      }
      expectHarmless(collect.output);
    },
  );

  test.each([
    ['a header', `POST / HTTP/1.1\r\nhost: a\r\nx-evil: ${EVILS[0]!}\r\n\r\n`],
    ['a path', `POST /${EVILS[0]!} HTTP/1.1\r\nhost: a\r\n\r\n`],
    ['a method', `${EVILS[0]!} / HTTP/1.1\r\n\r\n`],
    ['a length', `POST / HTTP/1.1\r\nhost: a\r\ncontent-length: ${EVILS[0]!}\r\n\r\n`],
    [
      'a call of the Coordinator',
      `POST /prpc/${CANARY.toString()}/\x80 HTTP/1.1\r\nhost: a\r\n\r\n`,
    ],
  ])('is harmless where %s is no HTTP', async (_where, text) => {
    const reply = await sendRaw(collect.port, text);
    expect(reply.replaceAll('\r\n', '\n')).toBe(printableLines(reply.replaceAll('\r\n', '\n')));
    expectHarmless(collect.output);
    expect((await collect.push(message({}))).status).toBe(204);
  });

  test('has one line per refused push, and one more per push at debug, all of JSON', () => {
    const lines = collect.output.split('\n').filter((line) => line.includes('"severity"'));
    const pushes = EVILS.length * pushesWith('').length;
    expect(lines.length).toBeGreaterThan(pushes);
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('message');
  });

  test('of the command line is harmless, too, beside the function', async () => {
    const env = { DATA_DIR: folder.path };
    const { code, out, err } = await run(['ls', '-l'], env);
    expect([code, err]).toEqual([0, '']);
    expect(out.toString()).toMatch(/sight\/\+\/good\n/);
    expectHarmless(out.toString());
    for (const evil of EVILS.filter((one) => !one.includes('\0'))) {
      const refused = await run(['cat', `demo/${evil.replace(CANARY.toString(), '')}/+/a`], env);
      expect(refused.code).not.toBe(0);
      expectHarmless(refused.err);
    }
  });

  test('of the commands for refused messages is harmless, too: they hold all that evil', async () => {
    const env = { DATA_DIR: folder.path };
    const { code, out, err } = await run(['refused', 'ls'], env);
    expect([code, err]).toEqual([0, '']);
    expectHarmless(out.toString());
    const ids = out
      .toString()
      .trim()
      .split('\n')
      .map((line) => line.slice(0, line.indexOf(' ')));
    expect(ids.length).toBeGreaterThan(EVILS.length);
    for (const id of ids) {
      const io = testIo({ env });
      expect(await runCli(['refused', 'show', id], io)).toBe(0);
      expect(io.out().toString()).toMatch(/^code +\w+$/m);
      expectHarmless(`${io.out().toString()}${io.err()}`);
    }
    const url = `http://127.0.0.1:${collect.port}/`;
    const replayed = await run(['refused', 'replay', '--url', url], env);
    expect(replayed.err).toContain(`${ids.length} refused again`);
    expectHarmless(`${replayed.out.toString()}${replayed.err}${collect.output}`);
  });

  test('is harmless in metrics and traces, too', async () => {
    expect(await collect.end('SIGTERM')).toBe(0);
    expect(receiver.spans.length).toBeGreaterThan(EVILS.length);
    expect(receiver.text).toBe(printable(receiver.text));
    expectNoCanary(receiver.text);
  });
});

describe('what a Coordinator answers', () => {
  const folder = temporaryFolder();
  let said = '';
  let coordinator: HttpServer;
  let collect: FunctionProcess;

  beforeAll(async () => {
    coordinator = await HttpServer.start((_request, response) => {
      answerPrpc(response, GRPC_CODES.indexOf('Internal'), said);
    });
    const env = { COORDINATOR_HOST: coordinator.host, COORDINATOR_INSECURE: '1' };
    collect = await FunctionProcess.start('serve', folder.path, env);
  });

  afterAll(async () => {
    await collect.end('SIGKILL');
    await coordinator.stop();
    folder.remove();
  });

  test.each(EVILS)('is harmless and without the secret, too: evil number %#', async (evil) => {
    said = `no: ${evil} ${CANARY.toString('base64')}`;
    const reply = await collect.push(message({}));
    expect(reply.status).toBe(503);
    expect(reply.text).toContain('COORDINATOR_FAILED');
    expectHarmless(reply.text);
    expectHarmless(collect.output);
  });
});
