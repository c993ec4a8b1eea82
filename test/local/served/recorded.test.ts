import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Methods, PrpcServer } from '../../../src/local/served/prpc_server.js';
import { coordinatorError, type GrpcCode, GRPC_CODES } from '../../../src/common/errors.js';
import { JsonLog } from '../../../src/telemetry/log.js';
import { serve, type Serving } from './server.js';

/** A line of test/golden/data/prpc.jsonl: an exchange of the reference's client and server. */
interface Exchange {
  readonly name: string;
  readonly path: string;
  readonly requestHeaders: Readonly<Record<string, readonly string[]>>;
  /** base64, as the answer's */
  readonly requestBody: string;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, readonly string[]>>;
  readonly responseBody: string;
}

const DATA = join(__dirname, '../../../../test/golden/data/prpc.jsonl');
const EXCHANGES = readFileSync(DATA, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Exchange);

const ID = 'ab'.repeat(32);

/** What the recorded server did, seen by its answers. */
function recordedMethods(injected: GrpcCode | undefined): Methods {
  const registered = (secret: Uint8Array) => ({
    id: ID,
    state: { protoVersion: '1', secret, terminalIndex: '-1' },
  });
  return {
    'logdog.Services/RegisterStream': ({ secret }: { secret: Uint8Array }) => {
      if (injected !== undefined) throw coordinatorError(injected, 'injected failure');
      return registered(secret);
    },
    'logdog.Services/TerminateStream': () => ({}),
    'logdog.Services/Batch': ({ req }: { req: { registerStream: { secret: Uint8Array } }[] }) => ({
      resp: [
        { index: 0, registerStream: registered(req[0]!.registerStream.secret) },
        { index: 1 },
        { index: 2, err: { grpcCode: 14, transient: true, msg: 'later' } },
      ],
    }),
    'logdog.Registration/RegisterPrefix': () => ({
      secret: Buffer.alloc(36, 'U'),
      logBundleTopic: 'projects/test-project/topics/logs',
    }),
    'logdog.Logs/Get': ({ project }: { project: string }) => ({ project }),
  };
}

function injectedBy(name: string): GrpcCode | undefined {
  return GRPC_CODES.find((code) => name === `register-stream-${code}`);
}

/** Answers that are compared to; Node adds its own about the connection. */
const HEADERS = ['Content-Length', 'Content-Type', 'X-Content-Type-Options', 'X-Prpc-Grpc-Code'];

describe('the server answers as the reference does:', () => {
  let serving: Serving;

  afterEach(() => serving.close());

  test.each(EXCHANGES.map((exchange) => [exchange.name, exchange] as const))(
    '%s',
    async (name, exchange) => {
      const methods = recordedMethods(injectedBy(name));
      const log = new JsonLog('info', { write: () => undefined });
      serving = await serve(new PrpcServer({ methods, log }));
      const headers = Object.entries(exchange.requestHeaders).map(([key, [value]]) => [key, value]);
      const answer = await serving.post(
        exchange.path,
        Object.fromEntries(headers) as Record<string, string>,
        Buffer.from(exchange.requestBody, 'base64'),
      );
      expect(answer.body.toString()).toBe(Buffer.from(exchange.responseBody, 'base64').toString());
      expect(answer.status).toBe(exchange.status);
      for (const header of HEADERS) {
        expect(answer.headers[header.toLowerCase()]).toBe(exchange.responseHeaders[header]?.[0]);
      }
      expect(Object.keys(exchange.responseHeaders).sort()).toEqual(HEADERS);
      expect(answer.headers.date).toBeUndefined();
    },
  );

  test('30 exchanges are recorded', async () => {
    serving = await serve(
      new PrpcServer({ methods: {}, log: new JsonLog('info', { write: () => undefined }) }),
    );
    expect(EXCHANGES).toHaveLength(30);
  });
});
