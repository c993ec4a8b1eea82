import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { MAX_PIPELINED } from '../../src/http/connections.js';
import type { PushRequest } from '../../src/http/body.js';
import { openServer } from '../../src/http/server.js';
import { listen } from './listen.js';

const MAX = 5;
const HEAD = 'GET / HTTP/1.1\r\nhost: a\r\n';

let close: () => Promise<void>;
let port: number;
let full: number;
/** Answers the requests for `/wait`. */
let answer: (() => void)[];
const sockets: Socket[] = [];

beforeEach(async () => {
  full = 0;
  answer = [];
  const handle = ({ url }: PushRequest, response: ServerResponse) => {
    const end = () => response.end('answered');
    if (url === '/wait') answer.push(end);
    else end();
    return Promise.resolve();
  };
  const onFull = () => full++;
  const server = openServer(handle, { messageDeadlineMs: 60_000, maxConnections: MAX, onFull });
  const listening = await listen(server);
  ({ port } = listening);
  close = async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await listening.close();
  };
});

afterEach(() => close());

/** A connection that has sent this, and gathers what comes. */
class Peer {
  received = '';
  private constructor(readonly socket: Socket) {
    socket.setEncoding('utf8').on('error', () => undefined);
    socket.on('data', (text: string) => (this.received += text));
    sockets.push(socket);
  }

  static async open(sent = ''): Promise<Peer> {
    const peer = new Peer(connect(port, '127.0.0.1'));
    await once(peer.socket, 'connect');
    if (sent !== '') peer.socket.write(sent);
    // Time for the server to see it, in order.
    await new Promise((resolve) => setTimeout(resolve, 20));
    return peer;
  }

  get isClosed(): boolean {
    return this.socket.closed || this.socket.readableEnded;
  }

  async answered(times = 1): Promise<void> {
    while (this.received.split('answered').length <= times && !this.isClosed) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(this.received.split('answered')).toHaveLength(times + 1);
  }
}

const SILENT = '';
const PARTIAL = HEAD;
const IDLE = `${HEAD}\r\n`;
const BUSY = `GET /wait HTTP/1.1\r\nhost: a\r\n\r\n`;
const SLOW_BODY = 'POST /wait HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nx';

/** Connections in the order in which they come, and the places of those that are closed when three more come. */
const CASES: [string, string[], number[]][] = [
  ['silent ones go first', [IDLE, BUSY, SILENT, SILENT, SILENT], [2, 3, 4]],
  [
    'headers that are not whole count as silence',
    [IDLE, PARTIAL, BUSY, PARTIAL, SILENT],
    [1, 3, 4],
  ],
  ['idle ones go next, the least recently used first', [IDLE, IDLE, SILENT, BUSY, IDLE], [0, 1, 2]],
  [
    'a request under way stays, also with a slow body',
    [BUSY, SLOW_BODY, IDLE, IDLE, IDLE],
    [2, 3, 4],
  ],
];

test.each(CASES)('connections past MAX_CONNECTIONS: %s', async (_name, kinds, closed) => {
  const peers: Peer[] = [];
  for (const kind of kinds) peers.push(await Peer.open(kind));
  // Each new one has a request under way, so that none of them goes for the next.
  const news = [await Peer.open(BUSY), await Peer.open(BUSY), await Peer.open(BUSY)];
  expect(peers.flatMap(({ isClosed }, place) => (isClosed ? [place] : []))).toEqual(closed);
  for (const end of answer) end();
  for (const peer of news) await peer.answered();
});

test('connections past MAX_CONNECTIONS: where each has a request, the new one is closed, and slow ones are given up', async () => {
  const peers: Peer[] = [];
  for (let at = 0; at < MAX; at++) peers.push(await Peer.open(BUSY));
  const late = await Peer.open(BUSY);
  expect([late.isClosed, full]).toEqual([true, 1]);
  for (const end of answer) end();
  for (const peer of peers) await peer.answered();
  // They are idle by now.
  const next = await Peer.open(IDLE);
  await next.answered();
});

test('connections past MAX_CONNECTIONS: one with pipelined requests stays until the last is answered', async () => {
  const pipelined = await Peer.open(`${BUSY}${BUSY}`);
  answer[0]!();
  await pipelined.answered();
  for (let at = 0; at < MAX + 2; at++) await Peer.open(SILENT);
  expect(pipelined.isClosed).toBe(false);
  answer[1]!();
  await pipelined.answered(2);
});

test('a connection with more than MAX_PIPELINED requests under way is closed', async () => {
  const pipelined = await Peer.open(BUSY.repeat(MAX_PIPELINED));
  expect(pipelined.isClosed).toBe(false);
  pipelined.socket.write(BUSY.repeat(1000));
  await once(pipelined.socket, 'close');
  expect(answer.length).toBeLessThanOrEqual(MAX_PIPELINED);
});

test('1,000 silent connections keep no request from being answered', async () => {
  const silent: Peer[] = [];
  for (let at = 0; at < 100; at++) silent.push(...(await Promise.all(tenSilent())));
  const before = performance.now();
  const peer = await Peer.open(IDLE);
  await peer.answered();
  expect(performance.now() - before).toBeLessThan(2000);
  expect(silent.filter(({ isClosed }) => !isClosed).length).toBeLessThan(MAX);
});

function tenSilent(): Promise<Peer>[] {
  return Array.from({ length: 10 }, () => Peer.open());
}

test.each([
  [
    'an upgrade is answered as a request',
    `${HEAD}connection: upgrade\r\nupgrade: h2c\r\n\r\n`,
    true,
  ],
  ['CONNECT is refused', 'CONNECT a:1 HTTP/1.1\r\nhost: a\r\n\r\n', false],
])('%s, and holds no connection', async (_name, head, isAnswered) => {
  const peer = await Peer.open(head);
  if (isAnswered) await peer.answered();
  else expect(peer.isClosed).toBe(true);
  const others: Peer[] = [];
  for (let at = 0; at < MAX; at++) others.push(await Peer.open(IDLE));
  for (const other of others) await other.answered();
  expect(peer.isClosed).toBe(true);
});
