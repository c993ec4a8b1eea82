import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import {
  MAX_CALL_BYTES,
  MAX_CALLS,
  type MethodOptions,
  type Methods,
  PrpcServer,
} from '../../../src/local/served/prpc_server.js';
import { MAX_SMALL_REQUEST_BYTES as MAX_REQUEST_BYTES } from '../../../src/local/served/request_limits.js';
import { CollectorError, coordinatorError } from '../../../src/common/errors.js';
import { JsonLog } from '../../../src/telemetry/log.js';
import { gate } from '../../coordinator/requests.js';
import { type HttpReply, replyTo } from '../../http/listen.js';
import { serve, type Serving } from './server.js';

const TAIL = '/prpc/logdog.Logs/Tail';
/** A TailRequest: project `canary`. */
const REQUEST = Buffer.from('\x0a\x06canary', 'latin1');

describe('the pRPC server', () => {
  let server: PrpcServer;
  let serving: Serving;
  let lines: string[];

  beforeEach(() => {
    lines = [];
  });

  afterEach(async () => {
    await serving.close();
    expect(lines.join('')).not.toContain('canary');
  });

  type Tail = (request: { project: string }, options: MethodOptions) => object | Promise<object>;

  async function start(tail: Tail, before?: Parameters<typeof serve>[1]): Promise<void> {
    const methods: Methods = { 'logdog.Logs/Tail': tail };
    const log = new JsonLog('info', { write: (line) => void lines.push(line) });
    server = new PrpcServer({ methods, log });
    serving = await serve(server, before);
  }

  const echo: Tail = ({ project }) => ({ project });

  function post(
    headers: Record<string, string> = {},
    body: Uint8Array = REQUEST,
  ): Promise<HttpReply> {
    return serving.post(TAIL, headers, body);
  }

  const codeOf = ({ status, headers }: HttpReply) => [status, headers['x-prpc-grpc-code']];

  describe('reads a request', () => {
    test.each([
      ['that does not say how it is written, as binary', {}, REQUEST],
      ['compressed by gzip', { 'content-encoding': 'gzip' }, gzipSync(REQUEST)],
      ['in JSON', { 'content-type': 'application/json; charset=utf-8' }, '{"project":"canary"}'],
      [
        'in JSON, as pRPC also calls it',
        { 'content-type': 'application/prpc; encoding=json' },
        '{"project":"canary"}',
      ],
      ['as large as may be', {}, Buffer.concat([REQUEST, filler(MAX_REQUEST_BYTES - 8)])],
    ])('%s', async (_name, headers, body) => {
      await start(echo);
      const answer = await post(headers, Buffer.from(body));
      expect(codeOf(answer)).toEqual([200, '0']);
      expect(answer.body).toEqual(REQUEST);
    });

    test('that the framework has read, and inflated, already', async () => {
      await start(echo, (request) => {
        request.rawBody = REQUEST;
      });
      const answer = await post({ 'content-encoding': 'gzip' }, Buffer.alloc(0));
      expect(answer.body).toEqual(REQUEST);
    });
  });

  describe('refuses a request', () => {
    const bomb = gzipSync(Buffer.alloc(MAX_REQUEST_BYTES + 1));
    test.each([
      ['that is too large', {}, filler(MAX_REQUEST_BYTES + 1), [503, '14'], /exceeds the server/],
      [
        'that inflates to too much',
        { 'content-encoding': 'gzip' },
        bomb,
        [503, '14'],
        /decompressed/,
      ],
      ['that is not gzip', { 'content-encoding': 'gzip' }, REQUEST, [400, '3'], /not gzip/],
      ['in an unknown encoding', { 'content-encoding': 'br' }, REQUEST, [415, '3'], /not gzip/],
      [
        'in text',
        { 'content-type': 'application/prpc; encoding=text' },
        REQUEST,
        [415, '3'],
        /Valid/,
      ],
      ['that is not JSON', { 'content-type': 'application/json' }, REQUEST, [400, '3'], /not JSON/],
      [
        'with a size of the answer that is none',
        { 'x-prpc-max-response-size': '0' },
        REQUEST,
        [400, '3'],
        /positive/,
      ],
    ] as const)('%s', async (_name, headers, body, code, text) => {
      await start(echo);
      const answer = await post(headers, body);
      expect(codeOf(answer)).toEqual(code);
      expect(answer.body.toString()).toMatch(text);
      expect(answer.body.toString()).not.toContain('canary');
      expect(codeOf(await post())).toEqual([200, '0']);
    });

    test('whose answer is larger than its caller takes', async () => {
      await start(echo);
      const answer = await post({ 'x-prpc-max-response-size': '7' });
      expect(codeOf(answer)).toEqual([503, '14']);
      expect(answer.body.toString()).toBe('prpc: the response size 8 exceeds the client limit 7\n');
      expect(codeOf(await post({ 'x-prpc-max-response-size': '8' }))).toEqual([200, '0']);
    });

    test('that is not a POST', async () => {
      await start(echo);
      const answer = await fetch(`http://127.0.0.1:${serving.port}${TAIL}`);
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('POST');
      await answer.text();
    });
  });

  describe('answers in the preferred format', () => {
    test.each([
      ['application/json', 'application/json'],
      ['application/prpc; encoding=json', 'application/json'],
      ['text/html, application/json', 'application/json'],
      ['application/json;q=0.5, application/prpc;q=0.4', 'application/json'],
      ['application/json;q=0.5, application/prpc', 'application/prpc; encoding=binary'],
      ['application/json, */*', 'application/prpc; encoding=binary'],
      ['*/*', 'application/prpc; encoding=binary'],
    ])('%s', async (accept, type) => {
      await start(echo);
      const { headers, body } = await post({ accept });
      expect(headers['content-type']).toBe(type);
      const json = `)]}'\n{"project":"canary"}\n`;
      expect(body.toString('latin1')).toBe(
        type === 'application/json' ? json : REQUEST.toString('latin1'),
      );
    });
  });

  describe('ends a call', () => {
    test('when the time of its caller is up, also where the method goes on', async () => {
      const signalled = gate<unknown>();
      await start((_request, { signal }) => {
        signal.addEventListener('abort', () => {
          signalled.open(signal.reason);
        });
        return new Promise(() => undefined);
      });
      const answer = await post({ 'x-prpc-grpc-timeout': '20m' });
      expect(codeOf(answer)).toEqual([504, '4']);
      expect(answer.body.toString()).toBe('Request deadline exceeded\n');
      expect(await signalled.promise).toBeInstanceOf(CollectorError);
    });

    test('when its caller is gone', async () => {
      const called = gate();
      const signalled = gate<unknown>();
      await start((_request, { signal }) => {
        signal.addEventListener('abort', () => {
          signalled.open(signal.reason);
        });
        called.open();
        return new Promise(() => undefined);
      });
      const outgoing = serving.open(TAIL, { 'content-length': String(REQUEST.length) });
      outgoing.on('error', () => undefined);
      outgoing.end(REQUEST);
      await called.promise;
      outgoing.destroy();
      expect(await signalled.promise).toMatchObject({ code: 'CANCELLED' });
      await server.close(60_000);
    });

    test('that is under way when it closes only after its answer, and takes no other', async () => {
      const called = gate();
      const answer = gate<object>();
      await start(() => {
        called.open();
        return answer.promise;
      });
      const first = post();
      await called.promise;
      const closed = server.close(60_000);
      expect(codeOf(await post())).toEqual([503, '14']);
      answer.open({});
      expect(codeOf(await first)).toEqual([200, '0']);
      await closed;
    });

    test('that does not end by itself when it closes', async () => {
      const called = gate();
      await start(() => {
        called.open();
        return new Promise(() => undefined);
      });
      const first = post();
      await called.promise;
      await server.close(1);
      expect(codeOf(await first)).toEqual([503, '14']);
    });
  });

  test('does not wait for a caller that does not take its answer', async () => {
    await start(() => ({ project: 'x'.repeat(64 * 1024 * 1024) }));
    const outgoing = serving.open(TAIL, { 'content-length': String(REQUEST.length) });
    outgoing.on('error', () => undefined);
    outgoing.end(REQUEST);
    // Its body is not read: it fills what lies between, and stops.
    await once(outgoing, 'response');
    await server.close(1);
    outgoing.destroy();
  });

  test('processes MAX_CALLS calls at once, and refuses a call in excess', async () => {
    const answer = gate<object>();
    let called = 0;
    const full = gate();
    await start(() => {
      if (++called === MAX_CALLS) full.open();
      return answer.promise;
    });
    const calls = Array.from({ length: MAX_CALLS }, () => post());
    await full.promise;
    expect(codeOf(await post())).toEqual([429, '8']);
    answer.open({});
    for (const call of calls) expect(codeOf(await call)).toEqual([200, '0']);
    expect(codeOf(await post())).toEqual([200, '0']);
  });

  test('memory of answers: a call in excess of MAX_CALL_BYTES is refused, and others go on', async () => {
    const answer = gate<object>();
    const full = gate();
    let called = 0;
    await start((_request, { memory }) => {
      memory.more(MAX_CALL_BYTES / 2 - 256 * 1024);
      if (++called === 2) full.open();
      return answer.promise;
    });
    const calls = [post(), post()];
    await full.promise;
    expect(codeOf(await post())).toEqual([429, '8']);
    answer.open({});
    for (const call of calls) expect(codeOf(await call)).toEqual([200, '0']);
    expect(codeOf(await post())).toEqual([200, '0']);
  });

  test('answers its own failure without the reason, which it logs', async () => {
    await start(() => {
      throw coordinatorError('Unavailable', 'the disk is full');
    });
    expect((await post()).body.toString()).toBe('Service unavailable\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      severity: 'WARNING',
      message: 'a call failed: Coordinator: Unavailable: the disk is full',
      call: 'logdog.Logs/Tail',
    });
  });

  test('logs a bug with its stack and without its message', async () => {
    await start(() => {
      throw new TypeError('canary');
    });
    expect(codeOf(await post())).toEqual([500, '13']);
    expect(JSON.parse(lines[0]!)).toMatchObject({ severity: 'ERROR', code: 'INTERNAL' });
    expect(lines[0]).toContain('prpc_server.test');
  });

  test('does not log what is the caller’s fault', async () => {
    await start(() => {
      throw coordinatorError('NotFound', 'there is no stream');
    });
    expect((await post()).body.toString()).toBe('there is no stream\n');
    expect(lines).toEqual([]);
  });

  test('answers while the body is still coming, and lets it come', async () => {
    await start(echo);
    const outgoing = serving.open('/prpc/logdog.Logs/Nope', { 'content-length': '1000000' });
    outgoing.flushHeaders();
    const answer = replyTo(outgoing);
    outgoing.end(Buffer.alloc(1_000_000));
    expect(codeOf(await answer)).toEqual([501, '12']);
    if (!outgoing.closed) await once(outgoing, 'close');
  });
});

/** A field that no request has, of so many bytes. */
function filler(bytes: number): Buffer {
  const field = Buffer.alloc(bytes);
  // Field 15, bytes, its length in four bytes.
  field[0] = 0x7a;
  const length = bytes - 5;
  for (let at = 0; at < 4; at++)
    field[at + 1] = ((length >>> (7 * at)) & 0x7f) | (at < 3 ? 0x80 : 0);
  return field;
}
