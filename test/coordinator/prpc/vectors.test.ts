import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PrpcClient } from '../../../src/coordinator/prpc/client.js';
import { openRemote } from '../../../src/coordinator/prpc/open.js';
import { CollectorError } from '../../../src/common/errors.js';
import { logdog } from '../../../src/proto/gen/services.js';
import { entriesOf } from '../../fakes/coordinator_server.js';
import { HttpServer } from '../../fakes/http_server.js';

/** One recorded exchange between the reference's client and server. */
interface Exchange {
  readonly name: string;
  readonly path: string;
  readonly requestHeaders: Readonly<Record<string, string[]>>;
  readonly requestBody: string;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string[]>>;
  readonly responseBody: string;
  readonly clientErrorCode?: string;
}

const FILE = resolve(__dirname, '../../../../test/golden/data/prpc.jsonl');

/** Those of a client, not made by hand to be refused. */
const RECORDED = readFileSync(FILE, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Exchange)
  .filter(({ name }) => !name.startsWith('raw-'));

/** Those of a Collector. */
const EXCHANGES = RECORDED.filter(({ path }) => path.startsWith('/prpc/logdog.Services/'));

/** Those of Butlers and readers: the calls of a Collector's client do not come to them, its way of calling does. */
const OTHERS = RECORDED.filter((exchange) => !EXCHANGES.includes(exchange));

const PATH = 'some/prefix/+/name';

/** What came of the calls of a recorded request, made anew: a state, or the gRPC code and text of the error. */
async function replay({ path, requestBody }: Exchange, host: string): Promise<unknown[]> {
  const coordinator = openRemote({ host, insecure: true });
  const register = async (sent: logdog.RegisterStreamRequest.$Properties) => {
    const { project, secret, protoVersion, desc, terminalIndex } = new logdog.RegisterStreamRequest(
      sent,
    );
    const index = BigInt(terminalIndex.toString());
    const registration = { project, path: PATH, secret, protoVersion, terminalIndex: index };
    return coordinator.registerStream(registration, desc, {});
  };
  const terminate = async (sent: logdog.TerminateStreamRequest.$Properties) => {
    const { project, id, secret, terminalIndex } = new logdog.TerminateStreamRequest(sent);
    const index = BigInt(terminalIndex.toString());
    const request = { project, path: PATH, id, secret, terminalIndex: index };
    await coordinator.terminateStream(request, {});
  };
  const body = Buffer.from(requestBody, 'base64');
  const method = path.slice(path.lastIndexOf('/') + 1);
  const calls = entriesOf(method, body).map(
    ({ registerStream, terminateStream }): Promise<unknown> =>
      registerStream != null ? register(registerStream) : terminate(terminateStream!),
  );
  const outcomes = await Promise.all(calls.map((call) => call.catch((error: unknown) => error)));
  await coordinator.close();
  return outcomes;
}

const STATE = {
  project: 'proj',
  path: PATH,
  id: 'ab'.repeat(32),
  secret: Buffer.alloc(36, 'U'),
  protoVersion: '1',
  terminalIndex: -1n,
  archived: false,
  purged: false,
};

/** The statuses that say that the data is at fault (departure 2). */
const REFUSALS = ['InvalidArgument', 'FailedPrecondition', 'OutOfRange', 'AlreadyExists'];

function expectAsked(server: HttpServer, exchange: Exchange): void {
  expect(server.requests).toHaveLength(1);
  const [request] = server.requests;
  expect(request).toMatchObject({ method: 'POST', path: exchange.path });
  expect(request!.body.toString('base64')).toBe(exchange.requestBody);
  for (const name of ['Accept', 'Content-Type', 'Content-Length']) {
    expect(request!.headers[name.toLowerCase()]).toBe(exchange.requestHeaders[name]![0]);
  }
  expect(request!.headers['x-prpc-grpc-timeout']).toMatch(/^\d+m$/);
  const timeoutMs = parseInt(request!.headers['x-prpc-grpc-timeout'] as string, 10);
  expect(timeoutMs).toBeGreaterThan(50_000);
  expect(timeoutMs).toBeLessThanOrEqual(60_000);
  expect(Number(request!.headers['x-prpc-max-response-size'])).toBeGreaterThan(0);
  expect(request!.headers['user-agent']).toMatch(/^logdog-collector\/\d+\.\d+\.\d+(-[\w.]+)?$/);
}

test('the recorded exchanges are there', () => {
  expect(EXCHANGES).toHaveLength(20);
  expect(OTHERS).toHaveLength(3);
});

test.each(OTHERS.map((exchange) => [exchange.name, exchange] as const))(
  'the recorded exchange %s is asked as the reference asks, and its answer read',
  async (_name, exchange) => {
    const server = await HttpServer.start((_request, response) => {
      response.writeHead(exchange.status, exchange.responseHeaders);
      response.end(Buffer.from(exchange.responseBody, 'base64'));
    });
    const [, , service, method] = exchange.path.split('/');
    const client = new PrpcClient({ origin: `http://${server.host}`, service: service! });
    const reply = await client.call(method!, Buffer.from(exchange.requestBody, 'base64'));
    await client.close();
    expectAsked(server, exchange);
    await server.stop();
    if (exchange.clientErrorCode === undefined) {
      expect(reply).toEqual({ body: Buffer.from(exchange.responseBody, 'base64') });
    } else {
      expect(reply).toMatchObject({ failure: { status: exchange.clientErrorCode } });
    }
  },
);

describe.each(EXCHANGES.map((exchange) => [exchange.name, exchange] as const))(
  'the recorded exchange %s',
  (_name, exchange) => {
    let server: HttpServer;
    let outcomes: unknown[];

    beforeAll(async () => {
      server = await HttpServer.start((_request, response) => {
        response.writeHead(exchange.status, exchange.responseHeaders);
        response.end(Buffer.from(exchange.responseBody, 'base64'));
      });
      outcomes = await replay(exchange, server.host);
    });

    afterAll(() => server.stop());

    test('is asked as the reference asks', () => {
      expectAsked(server, exchange);
    });

    test('is answered to the same result', () => {
      if (exchange.name === 'batch') {
        const later = { code: 'COORDINATOR_FAILED', retryable: true };
        expect(outcomes).toMatchObject([STATE, undefined, later]);
        expect(String(outcomes[2])).toMatch(/Unavailable.* of bad\/some.*later/);
      } else if (exchange.clientErrorCode === undefined) {
        expect(outcomes).toEqual([exchange.name === 'terminate-stream' ? undefined : STATE]);
      } else {
        const [error] = outcomes as [CollectorError];
        expect(error).toBeInstanceOf(CollectorError);
        const text = Buffer.from(exchange.responseBody, 'base64').toString().trim();
        expect(error.message).toContain(
          `Coordinator: ${exchange.clientErrorCode}: RegisterStream of proj/${PATH}: ${text}`,
        );
        expect(error.retryable).toBe(!REFUSALS.includes(exchange.clientErrorCode));
      }
    });
  },
);
