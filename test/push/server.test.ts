import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { MAX_HEADER_BYTES, MAX_HEADERS, openServer } from '../../src/push/server.js';

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Node reads headers some at a time, and counts them in between. */
const HEADERS_AT_ONCE = 32;

let close: (() => Promise<void>) | undefined;

async function listen(handle: Handle, messageDeadlineMs = 60_000, requestMsMore?: number) {
  const more = requestMsMore === undefined ? {} : { requestMsMore };
  const server = openServer(handle, { messageDeadlineMs, maxConnections: 10, ...more });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return (server.address() as AddressInfo).port;
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
])('the bytes of headers are bounded: %s', async (_where, bytes, status) => {
  const port = await listen(countHeaders);
  expect(await send(port, ofBytes(bytes))).toContain(`HTTP/1.1 ${status}`);
});

test('the number of headers is bounded: what goes past it is not kept', async () => {
  const port = await listen(countHeaders);
  expect(await send(port, withHeaders(MAX_HEADERS))).toMatch(new RegExp(`${MAX_HEADERS} headers$`));
  const [, kept] = /(\d+) headers$/.exec(await send(port, withHeaders(2000)))!;
  expect(Number(kept)).toBeLessThan(MAX_HEADERS + HEADERS_AT_ONCE);
});

test('a request that does not come whole within its time is cut, and a whole one is not', async () => {
  const port = await listen(
    async (request, response) => {
      await buffer(request).catch(() => undefined);
      response.end('done');
    },
    100,
    100,
  );
  const head = 'POST / HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: 4\r\n\r\n';
  expect(await send(port, `${head}body`)).toMatch(/^HTTP\/1.1 200 OK[^]*done$/);
  expect(await send(port, `${head}bod`)).toMatch(/^(HTTP\/1.1 408 [^]*)?$/);
});
