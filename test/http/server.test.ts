import { once } from 'node:events';
import { Agent, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { CollectorError } from '../../src/common/errors.js';
import type { PushRequest } from '../../src/http/body.js';
import { PushHandler } from '../../src/push/handler.js';
import { MAX_DRAINED_BYTES } from '../../src/http/limits.js';
import { PUSH_BYTES } from '../../src/push/limits.js';
import { openServer } from '../../src/http/server.js';
import { MAX_HEADER_BYTES, MAX_HEADERS } from '../../src/http/server_bounds.js';
import { listen } from './listen.js';

type Handle = (request: PushRequest, response: ServerResponse) => Promise<void>;

/** Node 20 reads headers some at a time, counts them in between, and leaves out what is too much. */
const HEADERS_AT_ONCE = 32;

let close: (() => Promise<void>) | undefined;

async function serve(handle: Handle, messageDeadlineMs = 60_000, requestMsMore?: number) {
  const more = requestMsMore === undefined ? {} : { requestMsMore };
  const server = openServer(handle, { messageDeadlineMs, maxConnections: 10, ...more });
  const listening = await listen(server);
  ({ close } = listening);
  return listening.port;
}

afterEach(async () => {
  await close?.();
  close = undefined;
});

/** Sends bytes, and waits for all that comes until the connection ends. */
async function send(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let reply = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (reply += chunk));
  socket.on('error', () => undefined);
  socket.write(text);
  await once(socket, 'close');
  return reply;
}

/** Answers with the number of headers. */
function countHeaders({ rawHeaders }: IncomingMessage, response: ServerResponse): Promise<void> {
  response.end(`${rawHeaders.length / 2} headers`);
  return Promise.resolve();
}

const HEAD = 'GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n';

function withHeaders(count: number): string {
  const more = Array.from({ length: count - 2 }, (_, number) => `x${number}: 1\r\n`);
  return `${HEAD}${more.join('')}\r\n`;
}

function ofBytes(bytes: number): string {
  const value = 'x'.repeat(bytes - HEAD.length - 'x: \r\n\r\n'.length);
  return `${HEAD}x: ${value}\r\n\r\n`;
}

test.each([
  ['at the bound', MAX_HEADER_BYTES, '200 OK'],
  // Neither line ends nor colons count.
  ['past it', MAX_HEADER_BYTES + 64, '431 '],
])('the plain server bounds the bytes of headers: %s', async (_where, bytes, status) => {
  const port = await serve(countHeaders);
  expect(await send(port, ofBytes(bytes))).toContain(`HTTP/1.1 ${status}`);
});

test('the number of headers is bounded: what goes past it is refused, or left out', async () => {
  const port = await serve(countHeaders);
  expect(await send(port, withHeaders(MAX_HEADERS))).toMatch(new RegExp(`${MAX_HEADERS} headers$`));
  for (const count of [MAX_HEADERS + 1, 2000]) {
    const reply = await send(port, withHeaders(count));
    const kept = /^HTTP\/1.1 200 [^]*\r\n(\d+) headers$/.exec(reply)?.[1];
    if (kept === undefined) expect(reply).toMatch(/^HTTP\/1.1 431 /);
    else expect(Number(kept)).toBeLessThan(MAX_HEADERS + HEADERS_AT_ONCE);
  }
});

test('the plain server: a request that is incomplete after its time limit is closed, a complete one is not', async () => {
  const port = await serve(
    async (request, response) => {
      await buffer(request).catch(() => undefined);
      response.end('done');
    },
    500,
    500,
  );
  const head = 'POST / HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: 4\r\n\r\n';
  expect(await send(port, `${head}body`)).toMatch(/^HTTP\/1.1 200 OK[^]*done$/);
  expect(await send(port, `${head}bod`)).toMatch(/^(HTTP\/1.1 408 [^]*)?$/);
});

/** A handler whose authenticator lets in who says so. */
function guarded(maxInFlightBytes = 1_000_000): Handle {
  const handler = new PushHandler({
    collector: { process: () => Promise.resolve({ outcome: 'done', entries: [] }) },
    authenticator: {
      authenticate: ({ headers }) => {
        if (headers.authorization === 'good') return Promise.resolve();
        return Promise.reject(new CollectorError('UNAUTHENTICATED'));
      },
    },
    log: { write: () => undefined, writes: () => false },
    messageDeadlineMs: 60_000,
    maxInFlightBytes,
  });
  return handler.handle;
}

const PUSH = '{"message":{"data":"AA=="}}';

describe('a sender that waits for 100-continue', () => {
  async function begin(port: number, headers: object) {
    const expecting = { 'content-length': PUSH.length, expect: '100-continue', ...headers };
    const address = { port, host: '127.0.0.1', method: 'POST', agent: false };
    const outgoing = request({ ...address, headers: expecting });
    const events: string[] = [];
    outgoing.on('continue', () => {
      events.push('asked');
      outgoing.end(PUSH);
    });
    outgoing.on('error', () => undefined);
    outgoing.flushHeaders();
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    events.push(String(answer.statusCode));
    answer.resume();
    await once(outgoing, 'close');
    return events;
  }

  test.each<[string, object, number, string[]]>([
    [
      'is asked for its body when it is admitted',
      { authorization: 'good' },
      1_000_000,
      ['asked', '204'],
    ],
    [
      'is not asked for its body where it is rejected',
      { authorization: 'bad' },
      1_000_000,
      ['401'],
    ],
    ['is not asked where there is no room', { authorization: 'good' }, PUSH_BYTES, ['429']],
  ])('%s', async (_what, headers, maxInFlightBytes, events) => {
    const port = await serve(guarded(maxInFlightBytes));
    expect(await begin(port, headers)).toEqual(events);
  });
});

describe('a body that is not read', () => {
  /** Writes as much as is taken, until the connection ends; bytes taken, and what was answered. */
  async function flood(port: number, headers: string) {
    const socket = connect(port, '127.0.0.1');
    let reply = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (reply += chunk));
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(`POST / HTTP/1.1\r\nhost: a\r\n${headers}\r\n\r\n`);
    const chunk = Buffer.from(`10000\r\n${' '.repeat(0x10000)}\r\n`);
    let bytes = 0;
    const write = () => {
      while (!socket.destroyed && bytes < 3 * MAX_DRAINED_BYTES) {
        bytes += chunk.length;
        if (!socket.write(chunk)) return;
      }
    };
    socket.on('drain', write);
    write();
    await closed;
    return { reply, taken: socket.bytesWritten };
  }

  test('is drained up to MAX_DRAINED_BYTES, and then the connection is closed', async () => {
    const port = await serve(guarded());
    const { reply, taken } = await flood(port, 'transfer-encoding: chunked');
    expect(reply).toMatch(/^HTTP\/1.1 401 /);
    expect(taken).toBeGreaterThan(MAX_DRAINED_BYTES);
    // What the system holds on the way comes on top.
    expect(taken).toBeLessThan(2 * MAX_DRAINED_BYTES);
  });

  test('is not drained if its announced length exceeds MAX_DRAINED_BYTES', async () => {
    const port = await serve(guarded());
    const { taken } = await flood(port, `content-length: ${MAX_DRAINED_BYTES + 1}`);
    expect(taken).toBeLessThan(MAX_DRAINED_BYTES);
  });

  test('is drained as a whole at MAX_DRAINED_BYTES, and the connection stays open', async () => {
    const port = await serve(guarded());
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const send = async (authorization: string, body: Buffer) => {
      const address = { port, host: '127.0.0.1', method: 'POST', agent };
      const outgoing = request({ ...address, headers: { authorization } });
      outgoing.end(body);
      const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
      answer.resume();
      await once(outgoing, 'close');
      return [answer.statusCode, outgoing.reusedSocket];
    };
    expect(await send('bad', Buffer.alloc(MAX_DRAINED_BYTES))).toEqual([401, false]);
    expect(await send('good', Buffer.from(PUSH))).toEqual([204, true]);
    agent.destroy();
  });
});
