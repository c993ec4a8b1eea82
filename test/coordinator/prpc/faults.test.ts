import type { ServerResponse } from 'node:http';
import { CachedCoordinator } from '../../../src/coordinator/cache.js';
import type { Coordinator } from '../../../src/coordinator/coordinator.js';
import { BINARY } from '../../../src/coordinator/prpc/answer.js';
import { faultFailure } from '../../../src/coordinator/prpc/faults.js';
import { PrpcClient } from '../../../src/coordinator/prpc/client.js';
import { openRemote } from '../../../src/coordinator/prpc/open.js';
import { RemoteCoordinator } from '../../../src/coordinator/prpc/remote.js';
import type { TokenSource } from '../../../src/coordinator/prpc/tokens.js';
import { CollectorError, GRPC_CODES } from '../../../src/common/errors.js';
import { logdog } from '../../../src/proto/gen/services.js';
import { FakeCoordinator } from '../../fakes/coordinator.js';
import { rejectionOf } from '../../../src/testing/contract.js';
import {
  registrationOf,
  SECRET,
  terminationOf,
} from '../../../src/testing/coordinator_requests.js';
import { gate, turn } from '../requests.js';
import { answerPrpc } from '../../fakes/coordinator_server.js';
import { type HttpHandler, HttpServer } from '../../fakes/http_server.js';
import { answerRequest, descriptorOf } from '../../fakes/coordinator_server.js';

/** Long enough for a call that works on a busy machine; two of the faults wait for it. */
const TIMEOUT_MS = 500;

/** How a Collector reaches the server: alone, so that the method's own path is used, or two calls as a Batch. */
const WAYS = {
  RegisterStream: async (coordinator: Coordinator) => {
    await register(coordinator, 'a');
  },
  TerminateStream: async (coordinator: Coordinator) => {
    await coordinator.terminateStream(terminationOf(), {});
  },
  Batch: async (coordinator: Coordinator) => {
    await Promise.all([register(coordinator, 'a'), register(coordinator, 'b')]);
  },
};

function register(coordinator: Coordinator, name: string, signal?: AbortSignal) {
  const path = `some/prefix/+/${name}`;
  return coordinator.registerStream(registrationOf({ path }), descriptorOf(path), { signal });
}

const good: HttpHandler = (request, response) => {
  void answerRequest(new FakeCoordinator(), request, response);
};

function raw(response: ServerResponse, text: string): void {
  response.socket!.end(text);
}

/** What a server does wrong, and what the error then says. None of it is the data's fault. */
const FAULTS: readonly [string, HttpHandler, RegExp][] = [
  ['hangs', () => undefined, /DeadlineExceeded.*did not answer \w+ within 500 ms/],
  [
    'hangs in the middle of the answer',
    (_request, response) => {
      response.writeHead(200, { 'content-type': BINARY, 'x-prpc-grpc-code': '0' });
      response.write('a');
    },
    /DeadlineExceeded/,
  ],
  [
    'closes in the middle of the answer',
    (_request, response) => {
      const headers = { 'content-type': BINARY, 'x-prpc-grpc-code': '0', 'content-length': 100 };
      response.writeHead(200, headers);
      response.write('a', () => response.destroy());
    },
    /Unavailable.*closed the connection/,
  ],
  [
    'closes before the answer, again and again',
    (_request, response) => response.destroy(),
    /Unavailable.*closed the connection/,
  ],
  [
    'answers garbage in a pRPC answer',
    (_request, response) => {
      answerPrpc(response, 0, Buffer.from('0affffff', 'hex'));
    },
    /Internal.*is no \w+ answer/,
  ],
  [
    'talks no HTTP',
    (_request, response) => {
      raw(response, 'SSH-2.0-OpenSSH_9.6\r\n');
    },
    /Internal.*does not talk HTTP.*COORDINATOR_HOST/,
  ],
  [
    'redirects',
    (_request, response) => {
      response.writeHead(302, { location: 'https://login.example.com/?token=canary' }).end();
    },
    /Internal.*302, a redirect to https:\/\/login\.example\.com, which is not a pRPC answer: check COORDINATOR_HOST/,
  ],
  [
    'answers too much, and says so',
    (_request, response) => {
      answerPrpc(response, 0, Buffer.alloc(1024 * 1024 + 1));
    },
    /Internal.*more than any pRPC answer/,
  ],
  [
    'answers without an end',
    (_request, response) => {
      response.writeHead(200, { 'content-type': BINARY, 'x-prpc-grpc-code': '0' });
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more);
      more();
    },
    /Internal.*more than any pRPC answer/,
  ],
  [
    'answers another content type',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'x-prpc-grpc-code': '0' }).end('<p>');
    },
    /Internal.*another content type.*COORDINATOR_HOST/,
  ],
  [
    'answers with a gRPC code that there is not',
    (_request, response) => {
      answerPrpc(response, 99, '');
    },
    /Internal.*unknown gRPC code "99"/,
  ],
  ...(
    [
      [200, 'Internal', /not a pRPC answer/],
      [400, 'Internal', /not a pRPC answer/],
      [401, 'Unauthenticated', /credentials/],
      [403, 'PermissionDenied', /service account/],
      [404, 'Internal', /COORDINATOR_HOST/],
      [500, 'Internal', /not a pRPC answer/],
      [503, 'Unavailable', /not a pRPC answer/],
    ] as const
  ).map(([status, code, advice]): [string, HttpHandler, RegExp] => [
    `answers ${status} without a gRPC code`,
    (_request, response) => response.writeHead(status).end('<html>canary</html>'),
    new RegExp(`Coordinator: ${code}: .*answers ${status}.*${advice.source}`),
  ]),
];

let server: HttpServer;

beforeAll(async () => {
  server = await HttpServer.start(good);
});

afterAll(() => server.stop());

describe.each(Object.entries(WAYS))('%s, where the server', (method, call) => {
  test.each(FAULTS)(
    '%s: the call fails as retryable, and works when the fault is over',
    async (_name, fault, message) => {
      const remote = openRemote({ host: server.host, insecure: false, timeoutMs: TIMEOUT_MS });
      const coordinator = new CachedCoordinator(remote, { size: 100, expirationMs: 60_000 });
      server.handler = fault;
      server.requests.length = 0;
      const error = await rejectionOf(() => call(coordinator));
      expect(error).toMatchObject({ code: 'COORDINATOR_FAILED', retryable: true });
      expect(error.message).toMatch(message);
      expect(error.message).toMatch(/of project\/some\/prefix\/\+\/(a|b|a\/name):/);
      expect(error.message).not.toContain('canary');
      expect(server.requests[0]!.path).toBe(`/prpc/logdog.Services/${method}`);
      server.handler = good;
      await call(coordinator);
      await coordinator.close();
    },
  );
});

describe('each gRPC code', () => {
  const codes = GRPC_CODES.map((name, code) => [name, code] as const).slice(1);
  const refusals = ['InvalidArgument', 'FailedPrecondition', 'OutOfRange', 'AlreadyExists'];
  const entries = (code: number, transient: boolean): HttpHandler => {
    const err = { grpcCode: code, msg: 'says the server', transient };
    const resp = [0, 1].map((index) => ({ index, err }));
    const body = logdog.BatchResponse.encode({ resp }).finish();
    return (_request, response) => {
      answerPrpc(response, 0, body);
    };
  };
  const response = (code: number): HttpHandler => {
    const error = { grpcCode: code, msg: 'says the server' };
    const body = logdog.RegisterStreamResponse.encode({ error }).finish();
    return (_request, response) => {
      answerPrpc(response, 0, body);
    };
  };
  const status =
    (code: number): HttpHandler =>
    (_request, response) => {
      answerPrpc(response, code, 'says the server\n');
    };

  async function errorOf(handler: HttpHandler, call: (coordinator: Coordinator) => Promise<void>) {
    server.handler = handler;
    const coordinator = openRemote({ host: server.host, insecure: false });
    const error = await rejectionOf(() => call(coordinator));
    await coordinator.close();
    return error;
  }

  test.each(codes)(
    '%s is acked or nacked as the table says, on each method',
    async (name, code) => {
      const expected = refusals.includes(name) ? 'COORDINATOR_REFUSED' : 'COORDINATOR_FAILED';
      for (const [handler, call] of [
        [status(code), WAYS.RegisterStream],
        [status(code), WAYS.TerminateStream],
        [status(code), WAYS.Batch],
        [entries(code, false), WAYS.Batch],
        [response(code), WAYS.RegisterStream],
      ] as const) {
        const error = await errorOf(handler, call);
        expect(error.code).toBe(expected);
        expect(error.message).toMatch(new RegExp(`^Coordinator: ${name}: .*: says the server`));
      }
    },
  );

  test.each(codes)('%s that is transient is nacked', async (_name, code) => {
    const error = await errorOf(entries(code, true), WAYS.Batch);
    expect(error.code).toBe('COORDINATOR_FAILED');
  });

  test.each([0, 17, -1])('an Error with code %d, which is none, is nacked', async (code) => {
    for (const [handler, call] of [
      [entries(code, false), WAYS.Batch],
      [response(code), WAYS.RegisterStream],
    ] as const) {
      expect((await errorOf(handler, call)).message).toContain('Unknown');
    }
  });
});

describe('an answer of the wrong kind is a retryable failure:', () => {
  const state = { secret: SECRET, protoVersion: '1' };
  test.each([
    ['nothing', {}],
    ['no id', { state }],
    ['no state', { id: 'id' }],
    ['no secret', { id: 'id', state: {} }],
    ['a secret of another length', { id: 'id', state: { ...state, secret: SECRET.subarray(1) } }],
  ])('a registration is answered with %s', async (_rule, answer) => {
    server.handler = (_request, response) => {
      answerPrpc(response, 0, logdog.RegisterStreamResponse.encode(answer).finish());
    };
    const coordinator = openRemote({ host: server.host, insecure: false });
    const error = await rejectionOf(() => WAYS.RegisterStream(coordinator));
    expect(error.code).toBe('COORDINATOR_FAILED');
    expect(error.message).toContain('the answer makes no sense');
    await coordinator.close();
  });

  test('a termination in a Batch is answered as a registration, and the reverse', async () => {
    server.handler = (_request, response) => {
      const resp = [{ index: 0, registerStream: { id: 'id', state } }, { index: 1 }];
      answerPrpc(response, 0, logdog.BatchResponse.encode({ resp }).finish());
    };
    const coordinator = openRemote({ host: server.host, insecure: false });
    const errors = await Promise.all([
      rejectionOf(() => WAYS.TerminateStream(coordinator)),
      rejectionOf(() => WAYS.RegisterStream(coordinator)),
    ]);
    for (const { message } of errors) expect(message).toContain('the answer makes no sense');
    await coordinator.close();
  });
});

test('a kept connection that was closed meanwhile is replaced, and the call works', async () => {
  server.handler = good;
  const coordinator = openRemote({ host: server.host, insecure: false });
  await WAYS.RegisterStream(coordinator);
  let closed = 0;
  server.handler = (request, response) => {
    if (closed++ === 0) response.destroy();
    else good(request, response);
  };
  await WAYS.RegisterStream(coordinator);
  expect(closed).toBe(2);
  await coordinator.close();
});

test('an answer that comes byte by byte is taken', async () => {
  const state = { secret: SECRET, protoVersion: '1' };
  const body = logdog.RegisterStreamResponse.encode({ id: 'id', state }).finish();
  server.handler = (_request, response) => {
    response.writeHead(200, { 'content-type': BINARY, 'x-prpc-grpc-code': '0' });
    const next = (at: number) => {
      if (at === body.length) response.end();
      else response.write(body.subarray(at, at + 1), () => setImmediate(next, at + 1));
    };
    next(0);
  };
  const coordinator = openRemote({ host: server.host, insecure: false });
  expect(await register(coordinator, 'a')).toMatchObject({ id: 'id' });
  await coordinator.close();
});

test('connections to the Coordinator are kept open', async () => {
  server.handler = good;
  const coordinator = openRemote({ host: server.host, insecure: false });
  const before = server.connections;
  for (let i = 0; i < 10; i++) await WAYS.RegisterStream(coordinator);
  expect(server.connections - before).toBe(1);
  await coordinator.close();
});

describe('signals of calls to the Coordinator', () => {
  test('one caller of a Batch that leaves does not affect the others', async () => {
    const answering = gate();
    server.requests.length = 0;
    const arrived = gate();
    server.handler = (request, response) => {
      arrived.open();
      void answering.promise.then(() => {
        good(request, response);
      });
    };
    const coordinator = openRemote({ host: server.host, insecure: false });
    const controller = new AbortController();
    const leaving = rejectionOf(() => register(coordinator, 'a', controller.signal));
    const staying = register(coordinator, 'b', new AbortController().signal);
    await arrived.promise;
    controller.abort(new CollectorError('DEADLINE'));
    expect((await leaving).code).toBe('DEADLINE');
    answering.open();
    expect(await staying).toMatchObject({ path: 'some/prefix/+/b' });
    await coordinator.close();
  });

  test('a Batch whose callers have all left is taken off the server', async () => {
    const arrived = gate();
    const gone = gate();
    server.handler = (_request, response) => {
      response.on('close', gone.open);
      arrived.open();
    };
    const coordinator = openRemote({ host: server.host, insecure: false });
    const controller = new AbortController();
    const { signal } = controller;
    const leaving = ['a', 'b'].map((name) =>
      rejectionOf(() => register(coordinator, name, signal)),
    );
    await arrived.promise;
    controller.abort();
    expect((await Promise.all(leaving)).map(({ code }) => code)).toEqual([
      'CANCELLED',
      'CANCELLED',
    ]);
    await gone.promise;
    await coordinator.close();
  });
});

describe('a wrong setting is a retryable failure, and its message says what to do:', () => {
  async function errorAt(origin: string, tokens?: TokenSource): Promise<CollectorError> {
    const client = new PrpcClient({ origin, ...(tokens && { tokens }) });
    const coordinator = new RemoteCoordinator({ client });
    const error = await rejectionOf(() => WAYS.RegisterStream(coordinator));
    await coordinator.close();
    expect(error.code).toBe('COORDINATOR_FAILED');
    return error;
  }

  test('no server listens', async () => {
    const gone = await HttpServer.start(good);
    const { host } = gone;
    await gone.stop();
    const { message } = await errorAt(`http://${host}`);
    expect(message).toMatch(/Unavailable.*cannot be reached: check COORDINATOR_HOST.*ECONNREFUSED/);
  });

  test('the name of the host is unknown', async () => {
    const { message } = await errorAt('http://no-such-host.invalid');
    expect(message).toMatch(/Unavailable.*cannot be reached: check COORDINATOR_HOST/);
  });

  test('the server talks plain http', async () => {
    const { message } = await errorAt(`https://${server.host}`);
    expect(message).toMatch(/Unavailable.*does not talk TLS.*COORDINATOR_INSECURE=1/);
  });

  test('there are no credentials', async () => {
    const failure = { status: 'Unauthenticated', detail: 'set GOOGLE…' } as const;
    const tokens = { token: () => Promise.resolve({ failure }), forget: () => undefined };
    expect((await errorAt(`http://${server.host}`, tokens)).message).toContain('set GOOGLE…');
  });

  test.each(['DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED'])(
    'the certificate is not to be trusted: %s',
    (code) => {
      const fault = Object.assign(new Error('some words'), { code });
      const { detail } = faultFailure(fault, 'https://host');
      expect(detail).toContain('https://host has a certificate that cannot be trusted');
    },
  );
});

describe('the token of calls to the Coordinator', () => {
  test('is sent with each call, and renewed when it is rejected', async () => {
    let tokens = 0;
    let current: string | undefined;
    const source: TokenSource = {
      token: () => Promise.resolve({ token: (current ??= `canary-${++tokens}`) }),
      forget: () => (current = undefined),
    };
    const seen: (string | undefined)[] = [];
    server.handler = (request, response) => {
      seen.push(request.headers.authorization);
      if (seen.length === 2) answerPrpc(response, 16, 'expired', 401);
      else good(request, response);
    };
    const client = new PrpcClient({ origin: `http://${server.host}`, tokens: source });
    const coordinator = new RemoteCoordinator({ client });
    await WAYS.RegisterStream(coordinator);
    const error = await rejectionOf(() => WAYS.RegisterStream(coordinator));
    expect(error.message).toMatch(/Unauthenticated.*expired.*check that the credentials are valid/);
    expect(error.message).not.toContain('canary');
    await WAYS.RegisterStream(coordinator);
    expect(seen).toEqual(['Bearer canary-1', 'Bearer canary-1', 'Bearer canary-2']);
    await coordinator.close();
  });

  test('is not sent where there is no TLS', async () => {
    server.handler = good;
    server.requests.length = 0;
    const coordinator = openRemote({ host: server.host, insecure: true });
    await WAYS.RegisterStream(coordinator);
    expect(server.requests[0]!.headers.authorization).toBeUndefined();
    await coordinator.close();
  });

  test('that is never fetched is waited for no longer than a call', async () => {
    const tokens = { token: hangUntil, forget: () => undefined };
    const client = new PrpcClient({ origin: `http://${server.host}`, tokens, timeoutMs: 5 });
    const coordinator = new RemoteCoordinator({ client });
    const { message } = await rejectionOf(() => WAYS.RegisterStream(coordinator));
    expect(message).toContain('DeadlineExceeded');
    await turn();
    await coordinator.close();
  });
});

function hangUntil(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}
