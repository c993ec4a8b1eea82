import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  MAX_CALL_BYTES,
  MAX_CALLS,
  type MethodOptions,
  type Methods,
  PrpcServer,
} from '../../../src/local/served/prpc_server.js';
import { MAX_BATCH_BYTES } from '../../../src/local/served/request_limits.js';
import { ANSWER_MS_MAX } from '../../../src/http/limits.js';
import type { HttpReply } from '../../http/listen.js';
import { serve, type Serving } from './server.js';

const TAIL = '/prpc/logdog.Logs/Tail';
const BATCH = '/prpc/logdog.Services/Batch';
/** A TailRequest: project `canary`. */
const REQUEST = Buffer.from('\x0a\x06canary', 'latin1');
/** As long as no transfer is found slow. */
const SLOW_FROM_MS = 1000;
const ANSWER_BYTES = 16 * 1024 * 1024;

let server: PrpcServer;
let serving: Serving;
const sockets: Socket[] = [];

beforeEach(async () => {
  const large = 'x'.repeat(ANSWER_BYTES);
  const methods: Methods = {
    'logdog.Logs/Tail': ({ project }: { project: string }) => ({ project }),
    'logdog.Logs/Get': (_request: object, { memory }: MethodOptions) => {
      memory.more(1);
      return { project: large };
    },
    'logdog.Services/Batch': () => ({}),
  };
  server = new PrpcServer({ methods, log: { write: () => undefined, writes: () => false } });
  serving = await serve(server);
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await serving.close();
});

/** Sends the beginning of a request and nothing more, and takes nothing of its answer. */
async function begin(head: string, body: string | Buffer = ''): Promise<Socket> {
  const socket = connect(serving.port, '127.0.0.1').on('error', () => undefined);
  sockets.push(socket);
  await once(socket, 'connect');
  socket.write(`${head}\r\n\r\n`);
  socket.write(body);
  return socket;
}

async function beginMany(count: number, head: string, body: string | Buffer = ''): Promise<void> {
  for (let at = 0; at < count; at++) await begin(head, body);
  // Until the server has seen them all.
  await sleep(100);
}

const post = (path: string, more: string) => `POST ${path} HTTP/1.1\r\nhost: a\r\n${more}`;
const codeOf = ({ status, headers }: HttpReply) => [status, headers['x-prpc-grpc-code']];

/** A call of a few bytes, and one of the largest. */
async function callBoth(): Promise<unknown[]> {
  const small = await serving.post(TAIL, {}, REQUEST);
  const filler = Buffer.alloc(MAX_BATCH_BYTES);
  filler.set([0x7a, 0xfb, 0xff, 0xff, 0x04]);
  const large = await serving.post(BATCH, {}, filler);
  return [codeOf(small), codeOf(large)];
}

const OK = [200, '0'];

const CHUNKED = 'transfer-encoding: chunked';
const ONE_BYTE = '1\r\nx\r\n';

describe('the pRPC server answers other calls at once beside', () => {
  test.each([
    ['four callers that send one byte of a chunked Batch', 4, post(BATCH, CHUNKED), ONE_BYTE],
    [
      'more callers that send one byte than calls are worked on at once',
      4 * MAX_CALLS,
      post(BATCH, CHUNKED),
      ONE_BYTE,
    ],
    [
      'callers that announce 10 MiB and send nothing',
      100,
      post(BATCH, `content-length: ${MAX_BATCH_BYTES}`),
      '',
    ],
    [
      'callers that announce a compressed request and send nothing',
      100,
      post(BATCH, 'content-encoding: gzip\r\ncontent-length: 100000'),
      '',
    ],
    [
      'GET requests whose bodies do not come',
      100,
      `GET ${TAIL} HTTP/1.1\r\nhost: a\r\n${CHUNKED}`,
      '',
    ],
    ['calls of unknown methods whose bodies do not come', 100, post('/prpc/a.B/C', CHUNKED), ''],
  ])('%s', async (_name, count, head, body) => {
    await beginMany(count, head, body);
    const before = performance.now();
    expect(await callBoth()).toEqual([OK, OK]);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe('the pRPC server gives up slow callers, after a second, where another call needs their memory', () => {
  test.each([
    [
      'that send the beginning of a large request',
      Math.ceil(MAX_CALL_BYTES / MAX_BATCH_BYTES),
      post(BATCH, `content-length: ${MAX_BATCH_BYTES}`),
      Buffer.alloc(128 * 1024),
    ],
    ['that send one byte, a thousand and more', 2000, post(BATCH, CHUNKED), ONE_BYTE],
    [
      'that do not take their answers',
      Math.ceil(MAX_CALL_BYTES / ANSWER_BYTES),
      post('/prpc/logdog.Logs/Get', 'content-length: 0'),
      '',
    ],
  ])('%s', async (_name, count, head, body) => {
    await beginMany(count, head, body);
    await sleep(SLOW_FROM_MS);
    expect(await callBoth()).toEqual([OK, OK]);
  });
});

test(
  'the pRPC server cuts a caller that does not send the rest of a refused request',
  async () => {
    const socket = await begin(`GET ${TAIL} HTTP/1.1\r\nhost: a\r\ncontent-length: 100`);
    socket.resume();
    const before = performance.now();
    await once(socket, 'close');
    expect(performance.now() - before).toBeLessThan(ANSWER_MS_MAX + 5000);
    await server.close(1000);
  },
  ANSWER_MS_MAX + 20_000,
);
