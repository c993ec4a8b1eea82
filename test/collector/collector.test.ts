import {
  Collector,
  type CollectorOptions,
  REGISTERED_AT_ONCE,
} from '../../src/collector/collector.js';
import { ProcessError, type ProcessResult } from '../../src/collector/result.js';
import type { LogStreamState } from '../../src/coordinator/coordinator.js';
import {
  CollectorError,
  coordinatorError,
  GRPC_CODES,
  storageError,
} from '../../src/common/errors.js';
import type { PutRequest } from '../../src/storage/storage.js';
import { buildMessage, type StreamSpec } from '../../src/testing/message.js';
import { PoisonedBuffers } from '../common/poisoned_buffers.js';
import { FakeCoordinator } from '../fakes/coordinator.js';
import { FakeStorage } from '../fakes/storage.js';

const MiB = 1024 * 1024;

/** What the backends of a test do; what is left out works. */
interface Script {
  register?: (path: string) => Partial<LogStreamState> | Promise<Partial<LogStreamState>>;
  put?: (request: PutRequest, signal: AbortSignal | undefined) => Promise<void>;
  terminate?: (path: string) => Promise<void>;
}

/** A Collector over backends that follow a script, and what was asked of them, in order. */
function scripted(script: Script, options: Partial<CollectorOptions> = {}) {
  const calls: string[] = [];
  const coordinator = new FakeCoordinator({
    register: async ({ path, terminalIndex }) => {
      calls.push(`register ${path} ${terminalIndex}`);
      return { id: 'id', ...(await script.register?.(path)) };
    },
    terminate: ({ path, terminalIndex, id }) => {
      calls.push(`terminate ${path} ${terminalIndex} ${id}`);
      return script.terminate?.(path);
    },
  });
  const storage = new FakeStorage(async (request, { signal }) => {
    calls.push(`put ${request.path} ${request.index}+${request.count}`);
    await script.put?.(request, signal);
  });
  return { collector: new Collector({ coordinator, storage, ...options }), calls };
}

function message(...streams: StreamSpec[]): Buffer {
  return buildMessage({ streams });
}

const ONE: StreamSpec = { name: 'one', logs: ['a', 'b'], index: 5 };
const LAST: StreamSpec = { name: 'last', logs: ['c'], index: 9, terminalIndex: 9 };

function outcomes({ entries }: ProcessResult): string[] {
  return entries.map((entry) => ('reason' in entry ? entry.reason.code : entry.outcome));
}

async function rejection(work: Promise<unknown>): Promise<ProcessError> {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(ProcessError);
  return thrown as ProcessError;
}

describe('a message', () => {
  test('has its streams registered, stored, and ended where they end, in this order', async () => {
    const { collector, calls } = scripted({});
    const result = await collector.process(message(LAST));
    expect(result).toEqual({
      outcome: 'done',
      project: 'test-project',
      prefix: 'test/prefix',
      entries: [{ path: 'test/prefix/+/last', outcome: 'stored', logs: 1 }],
    });
    expect(calls).toEqual([
      'register test/prefix/+/last 9',
      'put test/prefix/+/last 9+1',
      'terminate test/prefix/+/last 9 id',
    ]);
  });

  test('is refused as a whole if it cannot be read, and no backend is called', async () => {
    const { collector, calls } = scripted({});
    const result = await collector.process(Buffer.from('nonsense'));
    expect(result).toEqual({
      outcome: 'refused',
      reason: { code: 'BAD_FRAME', message: expect.any(String) as string },
      entries: [],
    });
    expect(calls).toEqual([]);
  });

  test('with no entries is done with', async () => {
    const { collector } = scripted({});
    expect((await collector.process(message())).entries).toEqual([]);
  });

  test('has its good entries stored, its bad ones refused and its junk passed over', async () => {
    const { collector, calls } = scripted({});
    const result = await collector.process(
      message({ name: 'no//name', logs: ['x'] }, { name: 'junk' }, ONE),
    );
    expect(outcomes(result)).toEqual(['BAD_DESCRIPTOR', 'junk', 'stored']);
    expect(calls).toEqual(['register test/prefix/+/one -1', 'put test/prefix/+/one 5+2']);
  });

  test('with more entries than MAX_STREAMS is retried, and no backend is called', async () => {
    const { collector, calls } = scripted({}, { maxStreams: 1 });
    expect((await collector.process(message(ONE))).entries).toHaveLength(1);
    calls.length = 0;
    const error = await rejection(collector.process(message(ONE, LAST)));
    expect(error).toMatchObject({ code: 'TOO_MANY_STREAMS', retryable: true });
    expect(error.message).toContain('MAX_STREAMS');
    expect(calls).toEqual([]);
  });

  test('with more streams than may be under way begins one only when another is done', async () => {
    const answers: (() => void)[] = [];
    const register = () =>
      new Promise<object>((resolve) => {
        answers.push(() => {
          resolve({});
        });
      });
    const maxMessageWorkers = 50;
    const atOnce = REGISTERED_AT_ONCE + maxMessageWorkers;
    const { collector } = scripted({ register }, { maxMessageWorkers });
    const names = Array.from({ length: atOnce + 1 }, (_, at) => `${at}`);
    const done = collector.process(message(...names.map((name) => ({ name, logs: ['x'] }))));
    const turns = async () => {
      for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate);
    };
    await turns();
    expect(answers).toHaveLength(atOnce);
    answers[0]!();
    await turns();
    expect(answers).toHaveLength(atOnce + 1);
    for (const answer of answers) answer();
    expect(new Set(outcomes(await done))).toEqual(new Set(['stored']));
  });

  test('with more streams than may be under way, whose states are known, stores all of them, a few at once', async () => {
    const stored: (() => void)[] = [];
    const put = () => new Promise<void>((resolve) => stored.push(resolve));
    const maxMessageWorkers = 3;
    const { collector, calls } = scripted(
      { put },
      { maxMessageWorkers, streamStateCacheExpireMs: 0 },
    );
    const names = Array.from({ length: REGISTERED_AT_ONCE + 10 }, (_, at) => `${at}`);
    const registration = message(...names.map((name) => ({ name, logs: [] })));
    await collector.process(registration);
    const done = collector.process(message(...names.map((name) => ({ name, logs: ['x'] }))));
    for (let at = 0; at < names.length; at++) {
      while (stored.length <= at) await new Promise(setImmediate);
      expect(stored.length).toBeLessThanOrEqual(at + maxMessageWorkers);
      stored[at]!();
    }
    expect(new Set(outcomes(await done))).toEqual(new Set(['stored']));
    expect(calls.filter((call) => call.startsWith('put'))).toHaveLength(names.length);
  });

  test('waits while others fill MAX_UNPACKED_BYTES with what they unpack to', async () => {
    const puts: (() => void)[] = [];
    const put = () => new Promise<void>((resolve) => puts.push(resolve));
    const { collector } = scripted({ put }, { maxUnpackedBytes: 12 * MiB });
    const large = Buffer.alloc(5 * MiB, 'x');
    const one = buildMessage({ streams: [{ name: 'one', logs: [large] }], compress: true });
    const done = [one, one, one].map((data) => collector.process(data));
    while (puts.length < 2) await new Promise(setImmediate);
    for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate);
    expect(puts).toHaveLength(2);
    puts[0]!();
    while (puts.length < 3) await new Promise(setImmediate);
    for (const store of puts) store();
    expect((await Promise.all(done)).flatMap(outcomes)).toEqual(['stored', 'stored', 'stored']);
  });

  test('comes again where its streams take more than others leave of MAX_UNPACKED_BYTES', async () => {
    const puts: (() => void)[] = [];
    const put = () => new Promise<void>((resolve) => puts.push(resolve));
    const { collector } = scripted({ put }, { maxUnpackedBytes: 12 * MiB });
    const streams = Array.from({ length: 6000 }, (_, at) => ({ name: `${at}`, logs: ['x'] }));
    const data = buildMessage({ streams: [{ name: 'first', logs: ['x'] }] });
    const first = collector.process(data);
    while (puts.length === 0) await new Promise(setImmediate);
    const error = await rejection(collector.process(buildMessage({ streams, compress: true })));
    expect(error).toMatchObject({ code: 'TOO_MUCH_IN_FLIGHT', retryable: true });
    puts[0]!();
    await first;
  });

  test('with the same stream twice stores both entries', async () => {
    const { collector, calls } = scripted({});
    await collector.process(message(ONE, ONE));
    expect(calls.filter((call) => call.startsWith('put'))).toHaveLength(2);
  });
});

describe('the memory that a message was unpacked to', () => {
  /** @returns how many bytes may be used again after the message */
  async function bytesGivenBack(script: Script, signal?: AbortSignal): Promise<number> {
    const buffers = new PoisonedBuffers();
    const { collector } = scripted(script, { buffers });
    await collector.process(message(ONE, LAST), { signal }).catch(() => undefined);
    return buffers.freeBytes;
  }

  test('is used again when its logs are stored', async () => {
    expect(await bytesGivenBack({})).toBeGreaterThan(100);
  });

  test('is used again where its streams are archived', async () => {
    expect(await bytesGivenBack({ register: () => ({ archived: true }) })).toBeGreaterThan(100);
  });

  test.each<[string, Script]>([
    ['a put failed', { put: () => Promise.reject(storageError('Unavailable', 'no')) }],
    ['logs were refused', { put: () => Promise.reject(storageError('InvalidArgument', 'no')) }],
    ['a stream was not registered', { register: () => Promise.reject(new Error('no')) }],
  ])('is left alone where %s', async (_why, script) => {
    expect(await bytesGivenBack(script)).toBe(0);
  });

  test('is not released if the message was given up, because a call may still read it', async () => {
    const giveUp = new AbortController();
    const put = () => {
      giveUp.abort(new CollectorError('DEADLINE'));
      return new Promise<void>(() => undefined);
    };
    expect(await bytesGivenBack({ put }, giveUp.signal)).toBe(0);
  });
});

describe('a stream', () => {
  test.each(['archived', 'purged'] as const)('that is %s is skipped', async (flag) => {
    const { collector, calls } = scripted({ register: () => ({ [flag]: true }) });
    expect(outcomes(await collector.process(message(LAST)))).toEqual([flag]);
    expect(calls).toHaveLength(1);
  });

  test.each([
    ['another', Buffer.alloc(36, 1)],
    ['a shorter one', Buffer.alloc(35, 0x5c)],
    ['none', Buffer.alloc(0)],
  ])(
    'whose prefix was registered with another secret is refused: %s (departure 7)',
    async (_rule, secret) => {
      const { collector, calls } = scripted({ register: () => ({ secret }) });
      expect(outcomes(await collector.process(message(LAST)))).toEqual(['SECRET_MISMATCH']);
      expect(calls).toHaveLength(1);
    },
  );

  test('without logs is ended and nothing is stored', async () => {
    const { collector, calls } = scripted({});
    await collector.process(message({ name: 'end', terminalIndex: 4 }));
    expect(calls).toEqual(['register test/prefix/+/end 4', 'terminate test/prefix/+/end 4 id']);
  });

  test('is not ended before its logs are stored (departure 4)', async () => {
    let store: (() => void) | undefined;
    const stored = new Promise<void>((resolve) => (store = resolve));
    const { collector, calls } = scripted({ put: () => stored });
    const done = collector.process(message(LAST));
    await new Promise(setImmediate);
    expect(calls.at(-1)).toBe('put test/prefix/+/last 9+1');
    store?.();
    await done;
    expect(calls.at(-1)).toBe('terminate test/prefix/+/last 9 id');
  });

  test('is not ended where its logs must come again (departure 4)', async () => {
    const { collector, calls } = scripted({
      put: () => Promise.reject(storageError('Unavailable', 'x')),
    });
    await rejection(collector.process(message(LAST)));
    expect(calls.some((call) => call.startsWith('terminate'))).toBe(false);
  });

  test('is ended where its logs are refused for good (departure 4)', async () => {
    const { collector, calls } = scripted({
      put: () => Promise.reject(storageError('InvalidArgument', 'x')),
    });
    expect(outcomes(await collector.process(message(LAST)))).toEqual(['STORAGE_REFUSED']);
    expect(calls.at(-1)).toBe('terminate test/prefix/+/last 9 id');
  });
});

describe('a code of a backend', () => {
  const codes = GRPC_CODES.filter((code) => code !== 'OK');
  const refusals = ['InvalidArgument', 'FailedPrecondition', 'OutOfRange', 'AlreadyExists'];

  test.each(codes)(
    '%s of RegisterStream acks where it is bad input, else nacks (departure 2)',
    async (code) => {
      const { collector } = scripted({
        register: () => Promise.reject(coordinatorError(code, 'x')),
      });
      if (refusals.includes(code)) {
        expect(outcomes(await collector.process(message(ONE)))).toEqual(['COORDINATOR_REFUSED']);
      } else {
        expect((await rejection(collector.process(message(ONE)))).code).toBe('COORDINATOR_FAILED');
      }
    },
  );

  test.each(codes)(
    '%s of TerminateStream acks where it is bad input, else nacks (departure 2)',
    async (code) => {
      const { collector } = scripted({
        terminate: () => Promise.reject(coordinatorError(code, 'x')),
      });
      if (refusals.includes(code)) {
        expect(outcomes(await collector.process(message(LAST)))).toEqual(['COORDINATOR_REFUSED']);
      } else {
        expect((await rejection(collector.process(message(LAST)))).code).toBe('COORDINATOR_FAILED');
      }
    },
  );

  test.each(codes)(
    '%s of the storage acks where it is bad input, else nacks (departure 2)',
    async (code) => {
      const { collector } = scripted({ put: () => Promise.reject(storageError(code, 'x')) });
      if (code === 'InvalidArgument') {
        expect(outcomes(await collector.process(message(ONE)))).toEqual(['STORAGE_REFUSED']);
      } else {
        expect((await rejection(collector.process(message(ONE)))).code).toBe('STORAGE_FAILED');
      }
    },
  );

  test('is answered as a bug where a backend throws something else', async () => {
    const bug = new TypeError('x is not a function');
    const { collector } = scripted({
      put: ({ path }) =>
        Promise.reject(path.endsWith('one') ? storageError('Unavailable', 'x') : bug),
    });
    const error = await rejection(collector.process(message(ONE, LAST)));
    expect(error).toMatchObject({
      code: 'INTERNAL',
      retryable: true,
      cause: { cause: { cause: bug } },
    });
  });

  test('that is retryable keeps no other entry from being attempted', async () => {
    const { collector, calls } = scripted({
      register: (path) =>
        path.endsWith('one') ? Promise.reject(coordinatorError('Unavailable', 'x')) : {},
    });
    const error = await rejection(collector.process(message(ONE, LAST)));
    expect(outcomes(error.result)).toEqual(['COORDINATOR_FAILED', 'stored']);
    expect(error.message).toContain('test/prefix/+/one');
    expect(calls.at(-1)).toBe('terminate test/prefix/+/last 9 id');
  });
});

describe('the streams of a message', () => {
  const many = Array.from({ length: 20 }, (_, i) => ({ name: `s/${i}`, logs: ['x'] }));

  test('are registered together', async () => {
    let open: (() => void) | undefined;
    const opened = new Promise<Partial<LogStreamState>>(
      (resolve) =>
        (open = () => {
          resolve({});
        }),
    );
    const { collector, calls } = scripted({ register: () => opened });
    const done = collector.process(message(...many));
    await new Promise(setImmediate);
    expect(calls).toHaveLength(20);
    open?.();
    await done;
  });

  test.each([1, 4])('are stored %i at a time', async (maxMessageWorkers) => {
    let underWay = 0;
    let most = 0;
    const put = async () => {
      most = Math.max(most, ++underWay);
      await new Promise(setImmediate);
      underWay--;
    };
    const { collector } = scripted({ put }, { maxMessageWorkers });
    expect(outcomes(await collector.process(message(...many)))).toEqual(many.map(() => 'stored'));
    expect(most).toBe(maxMessageWorkers);
  });

  test('are stored to the last one, also where many fail', async () => {
    const { collector, calls } = scripted({
      put: () => Promise.reject(storageError('Unavailable', 'x')),
    });
    const error = await rejection(collector.process(message(...many)));
    expect(error.message).toContain('20 of 20');
    expect(calls.filter((call) => call.startsWith('put'))).toHaveLength(20);
  });
});

describe('a signal', () => {
  const never = () => new Promise<never>(() => undefined);
  const deadline = new CollectorError('DEADLINE');

  test.each<[call: string, script: Script]>([
    ['RegisterStream', { register: never }],
    ['put', { put: never }],
    ['TerminateStream', { terminate: never }],
  ])('ends the wait for a %s that never answers', async (_call, script) => {
    const { collector } = scripted(script);
    const controller = new AbortController();
    const done = collector.process(message(LAST), { signal: controller.signal });
    await new Promise(setImmediate);
    controller.abort(deadline);
    expect(await rejection(done)).toMatchObject({ code: 'DEADLINE', retryable: true });
  });

  test('that gives a message up does not hide why an entry failed before', async () => {
    const controller = new AbortController();
    const { collector } = scripted(
      {
        put: ({ path }) => {
          if (path.endsWith('/one')) return Promise.reject(storageError('NotFound', 'no table'));
          setImmediate(() => {
            controller.abort(deadline);
          });
          return new Promise(() => undefined);
        },
      },
      { maxMessageWorkers: 1 },
    );
    const done = collector.process(message(ONE, LAST), { signal: controller.signal });
    const { code, message: text } = await rejection(done);
    expect(code).toBe('DEADLINE');
    expect(text).toMatch(/time limit of the message was exceeded.*; before that: .*no table/);
  });

  test('that is aborted already gives the message up', async () => {
    const { collector } = scripted({ put: never });
    const done = collector.process(message(ONE), { signal: AbortSignal.abort() });
    expect((await rejection(done)).code).toBe('CANCELLED');
  });

  test('reaches the backends', async () => {
    const seen: unknown[] = [];
    const { collector } = scripted({
      put: (_request, signal) => Promise.resolve(void seen.push(signal)),
    });
    const { signal } = new AbortController();
    await collector.process(message(ONE), { signal });
    expect(seen).toEqual([signal]);
  });
});

describe('closing', () => {
  test('waits for what is under way and takes nothing more in', async () => {
    let store: (() => void) | undefined;
    const { collector } = scripted({ put: () => new Promise((resolve) => (store = resolve)) });
    const done = collector.process(message(ONE));
    await new Promise(setImmediate);
    let closed = false;
    const closing = collector.close().then(() => (closed = true));
    expect((await rejection(collector.process(message(ONE)))).code).toBe('SHUTTING_DOWN');
    expect(closed).toBe(false);
    store?.();
    await Promise.all([done, closing]);
  });

  test('an idle Collector takes no time', async () => {
    await scripted({}).collector.close();
  });
});
