import { once } from 'node:events';
import {
  type ClientRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request as open,
  createServer,
  type ServerResponse,
} from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import type { PushRequest } from '../../src/http/body.js';
import { frameworkPort, takeFrameworkServer } from '../../src/service/framework.js';

const BODY = '{"a":1}';

/** What a function finds of a request that says it is JSON. */
interface Found {
  /** Whether somebody has read the body, parsed it, and runs the function in a domain. */
  readonly readBefore: boolean;
  readonly parsed: unknown;
  readonly domain: boolean;
}

let found: Found[] = [];

const look = (request: PushRequest): void => {
  const { domain } = process as { domain?: object | null };
  const { rawBody, body } = request;
  found.push({
    readBefore: rawBody !== undefined,
    parsed: body,
    domain: (domain ?? null) !== null,
  });
};

/** A new server of the framework, for as long as the test takes. */
async function withServer(body: (port: number) => Promise<void>): Promise<void> {
  http('probe', (request, response) => {
    look(request);
    response.send('');
  });
  const server = getTestServer('probe').listen(0, '127.0.0.1');
  await once(server, 'listening');
  await body((server.address() as AddressInfo).port);
  server.close();
  await once(server, 'close');
}

/** Sends a request on a connection of its own. */
function send(port: number, more: OutgoingHttpHeaders = {}): ClientRequest {
  const headers = { 'content-type': 'application/json', 'content-length': BODY.length, ...more };
  return open({ port, host: '127.0.0.1', agent: false, method: 'POST', headers });
}

async function answered(request: ClientRequest): Promise<void> {
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  answer.resume();
}

async function findings(times: number): Promise<Found[]> {
  found = [];
  await withServer(async (port) => {
    for (let time = 0; time < times; time++) await answered(send(port).end(BODY));
  });
  return found;
}

const LEFT_ALONE: Found = { readBefore: true, parsed: { a: 1 }, domain: true };
const TAKEN: Found = { readBefore: false, parsed: undefined, domain: false };

const handle = (request: PushRequest, response: ServerResponse) => {
  look(request);
  response.end();
  return Promise.resolve();
};

test('the framework reads and parses a body before it calls the function, unless its requests are taken', async () => {
  expect(await findings(1)).toEqual([LEFT_ALONE]);
  takeFrameworkServer('0', handle);
  expect(await findings(2)).toEqual([TAKEN, TAKEN]);
});

test('a sender that waits to be asked for its body is not asked before the function wants it', async () => {
  takeFrameworkServer('0', handle);
  await withServer(async (port) => {
    const asked = jest.fn();
    const request = send(port, { expect: '100-continue' }).on('continue', asked);
    request.flushHeaders();
    await answered(request);
    request.destroy();
    expect(asked).not.toHaveBeenCalled();
  });
});

test('the framework: a request under way keeps its connection when MAX_CONNECTIONS are in excess', async () => {
  let answer: (() => void) | undefined;
  const asked = new Promise<void>((resolve) => {
    takeFrameworkServer(
      '0',
      (_request, response) => {
        answer = () => response.end();
        resolve();
        return Promise.resolve();
      },
      { maxConnections: 2 },
    );
  });
  await withServer(async (port) => {
    const waiting = send(port).end(BODY);
    await asked;
    const silent = Array.from({ length: 5 }, () => connect(port, '127.0.0.1'));
    for (const socket of silent) socket.on('error', () => undefined).resume();
    await Promise.all(silent.slice(0, 4).map((socket) => once(socket, 'close')));
    answer!();
    await answered(waiting);
    for (const socket of silent) socket.destroy();
  });
});

describe('the port of the functions framework', () => {
  test.each<[name: string, args: string[], env: NodeJS.ProcessEnv, port: string]>([
    ['a flag with its value behind =', ['--target=collect', '--port=81'], { PORT: '82' }, '81'],
    ['a flag with its value behind it', ['--port', '81'], { PORT: '82' }, '81'],
    ['the last of two flags', ['--port=80', '--port=81'], {}, '81'],
    ['the environment', ['--target=collect', '--portable=1'], { PORT: '82' }, '82'],
    ['neither', [], {}, '8080'],
  ])('is that of %s', (_name, args, env, port) => {
    expect(frameworkPort(args, env)).toBe(port);
  });
});

describe("what is not the framework's", () => {
  test('keeps its requests: a server that listens on another port before', async () => {
    const other = createServer((_request, response) => response.end('other'));
    takeFrameworkServer('0', handle);
    const free = createServer().listen({ port: 0, host: '127.0.0.1', exclusive: true });
    await once(free, 'listening');
    const { port } = free.address() as AddressInfo;
    free.close();
    await once(free, 'close');
    await once(other.listen(port, '127.0.0.1'), 'listening');
    expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('other');
    other.close();
  });
});
