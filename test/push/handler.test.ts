import { once } from 'node:events';
import { type ClientRequest, createServer, type ServerResponse } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Collector } from '../../src/collector/collector.js';
import { ERRORS, storageError } from '../../src/common/errors.js';
import type { PushRequest } from '../../src/http/body.js';
import { PushHandler, type PushOptions } from '../../src/push/handler.js';
import { FIRST_BODY_BYTES } from '../../src/http/limits.js';
import { MAX_BODY_BYTES, PUSH_BYTES } from '../../src/push/limits.js';
import type { CallOptions } from '../../src/storage/storage.js';
import { JsonLog } from '../../src/telemetry/log.js';
import type { Severity } from '../../src/telemetry/log_line.js';
import { buildMessage, type StreamSpec } from '../../src/testing/message.js';
import { FakeCoordinator } from '../fakes/coordinator.js';
import { FakeStorage } from '../fakes/storage.js';
import { type HttpReply, listen, type Listening, open, replyTo } from '../http/listen.js';

const CANARY = 'canary-canary-canary-canary-canary-36';
const SECRET = Buffer.from(CANARY.slice(0, 36));

type Put = (options: CallOptions) => Promise<void>;

/** A function on a server of its own, over a storage that does what a test says. */
class Rig {
  readonly lines: Record<string, unknown>[] = [];
  readonly handler: PushHandler;
  /** What happens to a request before the handler sees it. */
  before: (incoming: PushRequest) => Promise<void> = () => Promise.resolve();
  private server!: Listening;

  constructor(put: Put, options: Partial<PushOptions>, level: Severity) {
    this.handler = new PushHandler({
      collector: collectorOver(put),
      log: new JsonLog(level, { write: (line) => void this.lines.push(this.parse(line)) }),
      messageDeadlineMs: 60_000,
      maxInFlightBytes: 64 * 1024 * 1024,
      ...options,
    });
  }

  async listen(): Promise<this> {
    this.server = await listen(createServer((...exchange) => void this.serve(...exchange)));
    return this;
  }

  /** Sends a request, and waits for its answer. */
  async send(body: Buffer, { method = 'POST', headers = {} } = {}): Promise<HttpReply> {
    const outgoing = this.open({ method, headers });
    // Also after the answer: what is not read of the body must not break the connection.
    const closed = once(outgoing, 'close');
    outgoing.end(body);
    const reply = await readReply(outgoing);
    await closed;
    return reply;
  }

  open({ method = 'POST', headers = {} } = {}) {
    return open(this.server.port, { method, headers });
  }

  close(): Promise<void> {
    return this.server.close();
  }

  private async serve(incoming: PushRequest, response: ServerResponse): Promise<void> {
    await this.before(incoming);
    await this.handler.handle(incoming, response);
  }

  private parse(line: string): Record<string, unknown> {
    expect(line).not.toContain('canary');
    return JSON.parse(line) as Record<string, unknown>;
  }
}

/** A storage whose puts wait to be let through. */
class Gate {
  private readonly waiting: (() => void)[] = [];

  readonly put = () => new Promise<void>((resolve) => this.waiting.push(resolve));

  /** Waits for a put; what it returns lets that through. */
  async next(): Promise<() => void> {
    while (this.waiting.length === 0) await new Promise(setImmediate);
    return this.waiting.shift()!;
  }
}

async function readReply(outgoing: ClientRequest): Promise<HttpReply> {
  const reply = await replyTo(outgoing);
  expect(reply.text).not.toContain('canary');
  return reply;
}

function collectorOver(put: Put): Collector {
  const storage = new FakeStorage((_request, options) => put(options));
  return new Collector({ coordinator: new FakeCoordinator(), storage });
}

const GOOD: StreamSpec = { name: 'good', logs: [CANARY] };
const BAD: StreamSpec = { name: 'bad', type: 'binary', logs: [''] };

function wrapped(...streams: StreamSpec[]): Buffer {
  return envelope(buildMessage({ secret: SECRET, streams }));
}

function envelope(data: Buffer): Buffer {
  return Buffer.from(
    JSON.stringify({ message: { data: data.toString('base64'), messageId: '5' } }),
  );
}

function codeIn({ text }: HttpReply): unknown {
  return (JSON.parse(text) as { code?: unknown }).code;
}

describe('the handler', () => {
  let rig: Rig | undefined;

  async function rigOf(
    put: Put,
    options: Partial<PushOptions> = {},
    level: Severity = 'info',
  ): Promise<Rig> {
    return (rig = await new Rig(put, options, level).listen());
  }

  afterEach(async () => {
    await rig?.close();
    rig = undefined;
  });

  test('answers 204 and logs nothing when all is stored', async () => {
    const { lines } = await rigOf(() => Promise.resolve());
    const reply = await rig!.send(wrapped(GOOD));
    expect(reply).toMatchObject({ status: 204, text: '' });
    expect(lines).toEqual([]);
  });

  test('answers only after the storage did', async () => {
    const gate = new Gate();
    await rigOf(gate.put);
    const order: string[] = [];
    const answered = rig!.send(wrapped(GOOD)).then(() => order.push('answered'));
    const store = await gate.next();
    order.push('stored');
    store();
    await answered;
    expect(order).toEqual(['stored', 'answered']);
  });

  test('answers 200 with a report, and logs a line, when something was refused', async () => {
    const { lines } = await rigOf(() => Promise.resolve());
    const reply = await rig!.send(wrapped(GOOD, BAD));
    expect(reply.status).toBe(200);
    const refused = [{ path: 'test/prefix/+/bad', code: 'BAD_LOG', logs: 1 }];
    expect(JSON.parse(reply.text)).toMatchObject({ entries: { stored: 1, refused: 1 }, refused });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      severity: 'WARNING',
      code: 'BAD_LOG',
      reason: ERRORS.BAD_LOG.text,
      messageId: '5',
      project: 'test-project',
      prefix: 'test/prefix',
      streams: ['test/prefix/+/bad'],
      entries: { stored: 1, refused: 1 },
    });
  });

  test('puts the line of a push with the trace of its request', async () => {
    const { lines } = await rigOf(() => Promise.resolve(), { traceProject: 'p-1' });
    const [trace, span] = ['0123456789abcdef'.repeat(2), 'fedcba9876543210'];
    const headers = { traceparent: `00-${trace}-${span}-01` };
    await rig!.send(wrapped(BAD), { headers });
    expect(lines).toMatchObject([
      {
        'logging.googleapis.com/trace': `projects/p-1/traces/${trace}`,
        'logging.googleapis.com/spanId': span,
        'logging.googleapis.com/trace_sampled': true,
      },
    ]);
  });

  test('sums each push up at debug: streams, logs, bytes, and milliseconds of each stage', async () => {
    const { lines } = await rigOf(() => Promise.resolve(), {}, 'debug');
    const streams = [GOOD, BAD, { name: 'end', logs: ['1', '2'], terminalIndex: 1 }];
    await rig!.send(envelope(buildMessage({ secret: SECRET, streams, compress: true })));
    await rig!.send(envelope(Buffer.from('x')));
    const ms = expect.any(Number) as number;
    const { message, bundle } = (lines[1]!.bytes ?? {}) as Record<string, number>;
    expect(message).toBeLessThan(bundle!);
    expect(lines[1]).toMatchObject({
      severity: 'DEBUG',
      messageId: '5',
      project: 'test-project',
      prefix: 'test/prefix',
      streams: 3,
      entries: { stored: 2, refused: 1 },
      logs: 4,
      ms: { total: ms, receive: ms, inflate: ms, scan: ms, register: ms, store: ms, end: ms },
    });
    const broken = {
      severity: 'DEBUG',
      code: 'BAD_FRAME',
      streams: 0,
      bytes: { message: 1, bundle: 0 },
    };
    expect(lines[3]).toMatchObject(broken);
    expect(lines[3]!.ms).not.toHaveProperty('inflate');
    expect(lines).toHaveLength(4);
  });

  test('answers 503, and logs a line, when the storage fails', async () => {
    const { lines } = await rigOf(() => Promise.reject(storageError('Unavailable', 'away')));
    const reply = await rig!.send(wrapped(GOOD));
    expect(reply.status).toBe(503);
    expect(codeIn(reply)).toBe('STORAGE_FAILED');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ severity: 'WARNING', streams: ['test/prefix/+/good'] });
  });

  test('answers 500 for a bug, and logs where it is, but not its message', async () => {
    const { lines } = await rigOf(() => Promise.reject(new TypeError(`bad value ${CANARY}`)));
    const reply = await rig!.send(wrapped(GOOD));
    expect(reply.status).toBe(500);
    expect(codeIn(reply)).toBe('INTERNAL');
    expect(lines).toHaveLength(1);
    const trace = expect.stringMatching(/^TypeError\n\s+at .*handler\.test/) as string;
    expect(lines[0]).toMatchObject({ severity: 'ERROR', code: 'INTERNAL', stack_trace: trace });
  });

  const refusals: [string, number, string, Buffer, object][] = [
    ['no JSON', 400, 'NOT_A_PUSH', Buffer.from(CANARY), {}],
    ['nothing', 400, 'NOT_A_PUSH', Buffer.alloc(0), {}],
    ['another method', 405, 'METHOD_NOT_ALLOWED', Buffer.alloc(0), { method: 'PUT' }],
    ['one byte too many', 413, 'BODY_TOO_LARGE', Buffer.alloc(MAX_BODY_BYTES + 1), {}],
    [
      'one byte too many in chunks',
      413,
      'BODY_TOO_LARGE',
      Buffer.alloc(MAX_BODY_BYTES + 1),
      { headers: { 'transfer-encoding': 'chunked' } },
    ],
    [
      'a content encoding',
      415,
      'UNSUPPORTED_ENCODING',
      gzipSync(wrapped(GOOD)),
      { headers: { 'content-encoding': 'gzip' } },
    ],
    ['no data', 200, 'NO_DATA', Buffer.from('{"message":{}}'), {}],
    ['broken base64', 200, 'BAD_BASE64', Buffer.from('{"message":{"data":"x"}}'), {}],
    ['a broken message', 200, 'BAD_FRAME', envelope(Buffer.from('x')), {}],
    [
      'an unknown version',
      200,
      'UNKNOWN_VERSION',
      envelope(buildMessage({ protoVersion: '2' })),
      {},
    ],
  ];
  test.each(refusals)('answers %s with %d %s', async (_name, status, code, body, options) => {
    await rigOf(() => Promise.resolve());
    const reply = await rig!.send(body, options);
    expect(reply.status).toBe(status);
    expect(codeIn(reply)).toBe(code);
    if (status === 405) expect(reply.headers.allow).toBe('GET, HEAD, POST');
    expect((await rig!.send(wrapped(GOOD))).status).toBe(204);
  });

  test('takes a body that is as large as one may be', async () => {
    await rigOf(() => Promise.resolve());
    const body = Buffer.alloc(MAX_BODY_BYTES, ' ');
    wrapped(GOOD).copy(body);
    expect((await rig!.send(body)).status).toBe(204);
  });

  test.each([
    ['is taken, also where it came zipped', wrapped(GOOD), 204],
    ['is refused past the limit', Buffer.alloc(MAX_BODY_BYTES + 1), 413],
  ])('finds a body that a framework has read: it %s', async (_name, body, status) => {
    await rigOf(() => Promise.resolve());
    rig!.before = async (incoming) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      incoming.rawBody = gunzipSync(Buffer.concat(chunks));
    };
    const reply = await rig!.send(gzipSync(body), { headers: { 'content-encoding': 'gzip' } });
    expect(reply.status).toBe(status);
  });

  test('answers 429 to what goes past the bytes in flight, before it is read', async () => {
    const gate = new Gate();
    const body = wrapped(GOOD);
    await rigOf(gate.put, { maxInFlightBytes: 2 * (PUSH_BYTES + body.length) - 1 });
    const first = rig!.send(body);
    const finish = await gate.next();
    const second = rig!.open({ headers: { 'content-length': String(body.length) } });
    second.flushHeaders();
    const reply = await readReply(second);
    second.destroy();
    expect(reply.status).toBe(429);
    expect(codeIn(reply)).toBe('TOO_MUCH_IN_FLIGHT');
    finish();
    expect((await first).status).toBe(204);
    const third = rig!.send(body);
    (await gate.next())();
    expect((await third).status).toBe(204);
  });

  test('counts a large body as a whole only when its beginning has come, and then answers 429', async () => {
    await rigOf(() => Promise.resolve(), { maxInFlightBytes: 1024 * 1024 });
    const body = Buffer.alloc(2 * 1024 * 1024, ' ');
    const large = rig!.open({ headers: { 'content-length': String(body.length) } });
    large.write(body.subarray(0, FIRST_BODY_BYTES));
    expect((await rig!.send(wrapped(GOOD))).status).toBe(204);
    large.end(body.subarray(FIRST_BODY_BYTES));
    expect((await readReply(large)).status).toBe(429);
    expect((await rig!.send(wrapped(GOOD))).status).toBe(204);
  });

  test.each([
    ['in chunks', { 'transfer-encoding': 'chunked' }],
    ['of a known length', { 'content-length': String(5 * 1024 * 1024 + 1) }],
  ])('reads a large body %s, whole', async (_how, headers) => {
    await rigOf(() => Promise.resolve());
    const body = Buffer.alloc(5 * 1024 * 1024 + 1, ' ');
    const push = wrapped(GOOD);
    push.copy(body, body.length - push.length);
    expect((await rig!.send(body, { headers })).status).toBe(204);
  });

  test('gives a push up at its deadline, also one whose body does not come', async () => {
    await rigOf(() => new Promise(() => undefined), { messageDeadlineMs: 30 });
    const late = await rig!.send(wrapped(GOOD));
    expect(late.status).toBe(503);
    expect(codeIn(late)).toBe('DEADLINE');
    const half = rig!.open({ headers: { 'content-length': '100' } });
    half.write('{');
    const reply = await readReply(half);
    half.destroy();
    expect(reply.status).toBe(503);
    expect(codeIn(reply)).toBe('DEADLINE');
  });

  test('gives a push up when its sender is gone', async () => {
    let reached: ((signal: AbortSignal | undefined) => void) | undefined;
    const signal = new Promise<AbortSignal | undefined>((resolve) => (reached = resolve));
    const { lines } = await rigOf(({ signal: given }) => {
      reached!(given);
      return new Promise(() => undefined);
    });
    const outgoing = rig!.open();
    outgoing.on('error', () => undefined);
    outgoing.end(wrapped(GOOD));
    const given = (await signal)!;
    outgoing.destroy();
    if (!given.aborted) await once(given, 'abort');
    expect(given.reason).toMatchObject({ code: 'CANCELLED' });
    while (lines.length === 0) await new Promise(setImmediate);
    expect(lines).toEqual([expect.objectContaining({ code: 'CANCELLED', severity: 'WARNING' })]);
  });

  test('says that it is running, to GET and HEAD', async () => {
    await rigOf(() => Promise.resolve());
    const ask = (method: string) => rig!.send(Buffer.alloc(0), { method });
    const reply = await ask('GET');
    expect(reply).toMatchObject({ status: 200 });
    expect(reply.text).toMatch(/^LogDog Collector: running\..*\n$/);
    expect(await ask('HEAD')).toMatchObject({ status: 200, text: '' });
    await rig!.handler.close(0);
    const last = await ask('GET');
    expect(last.status).toBe(503);
    expect(last.text).toMatch(/shutting down/);
  });

  test('that closes answers what is under way, and brings everything else again', async () => {
    const gate = new Gate();
    await rigOf(gate.put);
    const underWay = rig!.send(wrapped(GOOD));
    const finish = await gate.next();
    const closed = rig!.handler.close(60_000);
    const late = await rig!.send(wrapped(GOOD));
    expect(late.status).toBe(503);
    expect(codeIn(late)).toBe('SHUTTING_DOWN');
    finish();
    expect((await underWay).status).toBe(204);
    await closed;
  });

  test('that closes gives up what takes longer than the time for it', async () => {
    const gate = new Gate();
    await rigOf(gate.put);
    const underWay = rig!.send(wrapped(GOOD));
    await gate.next();
    await rig!.handler.close(10);
    const reply = await underWay;
    expect(reply.status).toBe(503);
    expect(codeIn(reply)).toBe('SHUTTING_DOWN');
  });
});
