import { createServer, type OutgoingHttpHeaders } from 'node:http';
import type { EntryResult } from '../../src/collector/entry_result.js';
import { type AckResult, ProcessError } from '../../src/collector/result.js';
import { CollectorError, storageError } from '../../src/common/errors.js';
import { sizeClass } from '../../src/common/buffer_pool.js';
import { PushHandler } from '../../src/push/handler.js';
import type { DeadLetters } from '../../src/dead_letters/dead_letter.js';
import type { DeadLetter } from '../../src/dead_letters/dead_letter.js';
import { JsonLog } from '../../src/telemetry/log.js';
import { PoisonedBuffers } from '../common/poisoned_buffers.js';
import { listen, type Listening, open, replyTo } from '../http/listen.js';

const why = { code: 'BAD_LOG', message: 'a log does not match the stream type' } as const;
const STORED = { path: 'a/+/b', outcome: 'stored', logs: 1 } as const;
const REFUSED = { path: 'a/+/c', outcome: 'refused', reason: why, logs: 1 } as const;
const JUNK = { path: undefined, outcome: 'junk', logs: 0 } as const;
const PARTLY_REFUSED: AckResult = {
  outcome: 'partly refused',
  reason: why,
  project: 'p',
  prefix: 'a',
  entries: [STORED, REFUSED],
};

function done(...entries: EntryResult[]): AckResult {
  return { outcome: 'done', project: 'p', prefix: 'a', entries };
}

const DATA = Buffer.from([0, 0xff, 0x0a]);
const WRAPPED = {
  message: { data: DATA.toString('base64'), messageId: '17', publishTime: '2026-01-02T03:04:05Z' },
  subscription: 'projects/p/subscriptions/s',
};
const UNWRAPPED = {
  'x-goog-pubsub-message-id': '17',
  'x-goog-pubsub-publish-time': '2026-01-02T03:04:05Z',
  'x-goog-pubsub-subscription-name': 'projects/p/subscriptions/s',
};

let deadLetters: DeadLetter[];
let keep: DeadLetters['put'];
let collect: () => Promise<AckResult>;
let lines: Record<string, unknown>[];
let server: Listening;
let buffers: PoisonedBuffers;

beforeEach(async () => {
  deadLetters = [];
  buffers = new PoisonedBuffers();
  lines = [];
  keep = (deadLetter) => {
    deadLetters.push({ ...deadLetter, data: Buffer.from(deadLetter.data) });
    return Promise.resolve('kept somewhere');
  };
  collect = () => Promise.resolve(PARTLY_REFUSED);
  const handler = new PushHandler({
    collector: { process: () => collect() },
    deadLetters: { put: (deadLetter, signal) => keep(deadLetter, signal) },
    log: new JsonLog('info', {
      write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>),
    }),
    messageDeadlineMs: 10_000,
    maxInFlightBytes: 1_000_000,
    buffers,
  });
  server = await listen(createServer((...exchange) => void handler.handle(...exchange)));
});

afterEach(() => server.close());

async function push(body: object | Buffer, headers: OutgoingHttpHeaders = {}) {
  const bytes = Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const { status, text } = await replyTo(open(server.port, { headers }).end(bytes));
  return { status, text };
}

describe('the memory of a body', () => {
  test('is used again when its message is done with', async () => {
    collect = () => Promise.resolve(done(STORED));
    await push(DATA, UNWRAPPED);
    expect(buffers.freeBytes).toBe(sizeClass(DATA.length));
  });

  test('is used again where it was JSON, with that of what was in it', async () => {
    collect = () => Promise.resolve(done(STORED));
    expect((await push(WRAPPED)).status).toBe(204);
    const body = Buffer.byteLength(JSON.stringify(WRAPPED));
    expect(buffers.freeBytes).toBe(sizeClass(body) + sizeClass(DATA.length));
  });

  test('is left alone where something was refused, for rows of a refused put may be under way', async () => {
    expect((await push(DATA, UNWRAPPED)).status).toBe(200);
    expect(buffers.freeBytes).toBe(0);
  });

  test('is left alone until what is refused is kept', async () => {
    keep = (deadLetter) => {
      expect(buffers.freeBytes).toBe(0);
      deadLetters.push(deadLetter);
      return Promise.resolve('kept somewhere');
    };
    expect((await push(DATA, UNWRAPPED)).status).toBe(200);
    expect(deadLetters).toHaveLength(1);
  });

  test('is left alone where its message comes again', async () => {
    const reason = new CollectorError('STORAGE_FAILED', 'no');
    collect = () => Promise.reject(new ProcessError({ outcome: 'retry', reason, entries: [] }));
    await push(DATA, UNWRAPPED);
    expect(buffers.freeBytes).toBe(0);
  });
});

describe('what is refused', () => {
  test.each<[string, object | Buffer, OutgoingHttpHeaders]>([
    ['wrapped', WRAPPED, {}],
    ['unwrapped', DATA, UNWRAPPED],
  ])(
    'is kept byte for byte, with its origin, before it is acked: %s',
    async (_n, body, headers) => {
      expect((await push(body, headers)).status).toBe(200);
      expect(deadLetters).toHaveLength(1);
      expect(Buffer.from(deadLetters[0]!.data).equals(DATA)).toBe(true);
      expect(deadLetters[0]!.attributes).toMatchObject({
        'logdog-code': 'BAD_LOG',
        'logdog-refused': '1',
        'logdog-entries': '2',
        'logdog-streams': 'a/+/c',
        'logdog-message-id': '17',
        'logdog-publish-time': '2026-01-02T03:04:05Z',
        'logdog-subscription': 'projects/p/subscriptions/s',
      });
      expect(lines).toEqual([expect.objectContaining({ deadLetter: 'kept somewhere' })]);
    },
  );

  test.each([
    ['as a whole', WRAPPED, 'BAD_FRAME'],
    ['for it has no data', { message: {} }, 'NO_DATA'],
    ['for its data is not base64', { message: { data: '*' } }, 'BAD_BASE64'],
  ])('is kept too where it is refused %s', async (_name, body, code) => {
    const reason = { code: 'BAD_FRAME', message: 'not two frames' } as const;
    collect = () => Promise.resolve({ outcome: 'refused', reason, entries: [] });
    expect((await push(body)).status).toBe(200);
    expect(deadLetters[0]!.attributes['logdog-code']).toBe(code);
  });

  test('is not acked before it is kept', async () => {
    const order: string[] = [];
    keep = async () => {
      await new Promise(setImmediate);
      order.push('kept');
      return '';
    };
    await push(WRAPPED).then(() => order.push('answered'));
    expect(order).toEqual(['kept', 'answered']);
  });

  test.each<[string, () => Error, number, string]>([
    ['fails', () => new CollectorError('DEAD_LETTER_FAILED', 'away'), 503, 'DEAD_LETTER_FAILED'],
    ['has no room', () => new CollectorError('TOO_MUCH_IN_FLIGHT'), 429, 'TOO_MUCH_IN_FLIGHT'],
    ['has a bug', () => new TypeError('canary'), 500, 'INTERNAL'],
  ])('comes again where keeping it %s', async (_name, error, status, code) => {
    keep = () => Promise.reject(error());
    const reply = await push(WRAPPED);
    expect(reply.status).toBe(status);
    expect(reply.text).toContain(`"code":"${code}"`);
    expect(reply.text).toContain(why.message);
    expect(reply.text).not.toContain('canary');
    expect(lines).toEqual([expect.objectContaining({ code, streams: ['a/+/c'] })]);
    expect(JSON.stringify(lines)).not.toContain('canary');
  });

  test('is not kept again where its sender says that it has it', async () => {
    expect((await push(WRAPPED, { 'x-logdog-replay': '1' })).status).toBe(200);
    expect(deadLetters).toEqual([]);
  });

  test('is kept where a publisher says that, by an attribute of an unwrapped message', async () => {
    expect((await push(DATA, { ...UNWRAPPED, 'x-logdog-replay': '1' })).status).toBe(200);
    expect(deadLetters).toHaveLength(1);
  });
});

describe('what is not refused', () => {
  test.each<[string, () => Promise<AckResult>, object, number]>([
    ['stored', () => Promise.resolve(done(STORED, JUNK)), WRAPPED, 204],
    ['to come again', () => Promise.reject(storageError('Unavailable', 'x')), WRAPPED, 503],
    ['a bug', () => Promise.reject(new Error('x')), WRAPPED, 500],
    ['no push', () => Promise.resolve(done()), {}, 400],
  ])('is not kept: %s', async (_name, process, body, status) => {
    collect = process;
    expect((await push(body)).status).toBe(status);
    expect(deadLetters).toEqual([]);
  });
});
