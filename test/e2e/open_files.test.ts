import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../src/cli/child_function.js';
import { buildMessage } from '../../src/testing/message.js';
import {
  FunctionProcess,
  type Launcher,
  LAUNCHERS,
  launchLine,
  type Reply,
  temporaryFolder,
  wrap,
} from './function.js';

const FILES_MAX = 120;
const CONNECTIONS = 130;
/** Until silent connections are cut, and some. */
const PATIENCE_MS = 20_000;

const JSON_CALL = { accept: 'application/json' };
const QUERY = Buffer.from('{"project":"demo","path":"**"}');

/** What connections do that hold files, for nothing. */
const IDLE: readonly (readonly [name: string, sent: string])[] = [
  ['are idle after a request', 'GET / HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['say nothing', ''],
  ['send half a head', 'POST / HTTP/1.1\r\nhost:'],
];

async function startWithFewFiles(launcher: Launcher, dataDir: string): Promise<FunctionProcess> {
  const port = await freePort();
  const [program, ...args] = launchLine(launcher);
  const child = spawn('sh', ['-c', `ulimit -n ${FILES_MAX}; exec "$@"`, 'sh', program!, ...args], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return FunctionProcess.of(child, port);
}

async function openIdle(port: number, sent: string): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let at = 0; at < CONNECTIONS; at++) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined).resume();
    await Promise.race([once(socket, 'connect'), once(socket, 'close')]);
    if (sent !== '') socket.write(sent);
    sockets.push(socket);
  }
  return sockets;
}

/** As a sender does whose connection is cut: it tries again, and others make room meanwhile. */
async function insist(send: () => Promise<Reply>): Promise<Reply> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await send();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

describe.each(LAUNCHERS)('at the limit of open files, the function by %s', (launcher) => {
  test.each(IDLE)(
    'answers, logs, and stops in order beside 130 connections that %s',
    async (_name, sent) => {
      const folder = temporaryFolder();
      const collect = await startWithFewFiles(launcher, folder.path);
      const sockets = await openIdle(collect.port, sent);
      // The first of each loads a module, or used to.
      const refused = await insist(() => collect.send(wrap(Buffer.from('no bundle'))));
      expect(refused.status).toBe(200);
      expect(collect.output).toContain('"code":"BAD_FRAME"');
      const called = await insist(() =>
        collect.send(QUERY, JSON_CALL, 'POST', '/prpc/logdog.Logs/Query'),
      );
      expect(called.status).not.toBe(503);
      const taken = buildMessage({ streams: [{ name: 'a', logs: ['one'] }] });
      expect((await insist(() => collect.push(taken))).status).toBe(204);
      for (const socket of sockets) socket.destroy();
      expect(await collect.end('SIGTERM')).toBe(0);
      expect(collect.output).not.toMatch(/EMFILE|a bug/);
      folder.remove();
    },
    60_000,
  );
});
