import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildMessage } from '../../src/testing/message.js';
import { FunctionProcess, LAUNCHERS, temporaryFolder } from './function.js';

const CONNECTIONS = 500;
/** The full size is for `LOAD=full npx jest e2e/slow`. */
const PUSHES = process.env.LOAD === 'full' ? 3000 : 200;
const DRIP_MS = 100;

/** What a slow sender says at once, and what it goes on with, byte by byte. */
const KINDS = [
  { name: 'says nothing', first: '', drip: '' },
  { name: 'drips headers', first: 'POST / HTTP/1.1\r\nHost: x\r\n', drip: 'X' },
  {
    name: 'drips a body of 10 MB',
    first: 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000\r\n\r\n',
    drip: ' ',
  },
  {
    name: 'drips a body in chunks',
    first: 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n',
    drip: '1\r\n \r\n',
  },
  { name: 'is idle after a request', first: 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', drip: '' },
];

async function slowSender(port: number, at: number): Promise<Socket> {
  const { first, drip } = KINDS[at % KINDS.length]!;
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.on('error', () => undefined).resume();
  socket.write(first);
  if (drip === '') return socket;
  const timer = setInterval(() => socket.write(drip), DRIP_MS);
  socket.once('close', () => {
    clearInterval(timer);
  });
  return socket;
}

/** Pushes one after another; milliseconds of each, sorted. */
async function pushAll(collect: FunctionProcess, round: string): Promise<number[]> {
  const times: number[] = [];
  for (let push = 0; push < PUSHES; push++) {
    const data = buildMessage({ streams: [{ name: `${round}/${push}`, logs: ['one'] }] });
    const before = performance.now();
    expect((await collect.push(data)).status).toBe(204);
    times.push(performance.now() - before);
  }
  return times.sort((one, other) => one - other);
}

function figures(times: number[]): string {
  const at = (part: number) => times[Math.floor(part * (times.length - 1))]!.toFixed(2);
  return `median ${at(0.5)} ms, 99 % ${at(0.99)} ms, longest ${at(1)} ms`;
}

test(
  `${CONNECTIONS} slow connections do not keep good pushes from serve`,
  async () => {
    const folder = temporaryFolder();
    const collect = await FunctionProcess.start('serve', folder.path);
    const alone = await pushAll(collect, 'alone');
    const sockets = await Promise.all(
      Array.from({ length: CONNECTIONS }, (_, at) => slowSender(collect.port, at)),
    );
    const beside = await pushAll(collect, 'beside');
    const open = sockets.filter((socket) => !socket.destroyed).length;
    console.log(
      `${PUSHES} pushes alone: ${figures(alone)}\nbeside ${CONNECTIONS} slow connections: ${figures(beside)}; ${open} of them still open`,
    );
    for (const socket of sockets) socket.destroy();
    expect(await collect.end('SIGTERM')).toBe(0);
    folder.remove();
  },
  5 * 60_000,
);

test('serve: a connection that sends no whole headers is cut', async () => {
  const folder = temporaryFolder();
  const collect = await FunctionProcess.start('serve', folder.path);
  await once(await slowSender(collect.port, 1), 'close');
  await collect.end('SIGKILL');
  folder.remove();
});

test.each(LAUNCHERS)(
  '%s: 1,000 silent connections, past MAX_CONNECTIONS, keep no push and no call waiting',
  async (launcher) => {
    const folder = temporaryFolder();
    const env = { MAX_CONNECTIONS: '1000' };
    const collect = await FunctionProcess.start(launcher, folder.path, env);
    const silent = await Promise.all(
      Array.from({ length: 1000 }, () => slowSender(collect.port, 0)),
    );
    const before = performance.now();
    const data = buildMessage({ streams: [{ name: 'out', logs: ['one'] }] });
    expect((await collect.push(data)).status).toBe(204);
    const type = { 'content-type': 'application/json' };
    const body = Buffer.from('{"project":"p","path":"a"}');
    const { status } = await collect.send(body, type, 'POST', '/prpc/logdog.Logs/Query');
    expect(status).toBe(403);
    expect(performance.now() - before).toBeLessThan(5000);
    for (const socket of silent) socket.destroy();
    await collect.end('SIGKILL');
    folder.remove();
  },
);

test('serve: a slow body, on each of MAX_CONNECTIONS, is given up for a new connection', async () => {
  const folder = temporaryFolder();
  const collect = await FunctionProcess.start('serve', folder.path, { MAX_CONNECTIONS: '10' });
  const slow = await Promise.all(Array.from({ length: 10 }, () => slowSender(collect.port, 2)));
  // A body is not slow before that.
  await sleep(1500);
  const data = buildMessage({ streams: [{ name: 'out', logs: ['one'] }] });
  let status: number | undefined;
  // The first connection finds no place, and makes one for the next.
  for (let attempt = 0; status === undefined && attempt < 20; attempt++) {
    status = (await collect.push(data).catch(() => undefined))?.status;
    await sleep(50);
  }
  expect(status).toBe(204);
  for (const socket of slow) socket.destroy();
  await collect.end('SIGKILL');
  folder.remove();
});
