import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { buildMessage } from '../bundles.js';
import { FunctionProcess, temporaryFolder } from './function.js';

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

test('a connection that sends no whole headers is cut, and an idle one makes room for a new one', async () => {
  const folder = temporaryFolder();
  const collect = await FunctionProcess.start('serve', folder.path, { MAX_CONNECTIONS: '3' });
  const idle = await slowSender(collect.port, 4);
  const cut = await slowSender(collect.port, 1);
  const headersCut = once(cut, 'close');
  const idleCut = once(idle, 'close');
  // The idle one is closed where a new one finds no room.
  while (!idle.destroyed) {
    const next = connect(collect.port, '127.0.0.1').on('error', () => undefined);
    await Promise.race([once(next, 'connect'), idleCut]);
    await Promise.race([once(next, 'close'), idleCut]);
    next.destroy();
  }
  await headersCut;
  const data = buildMessage({ streams: [{ name: 'out', logs: ['one'] }] });
  expect((await collect.push(data)).status).toBe(204);
  await collect.end('SIGKILL');
  folder.remove();
});
