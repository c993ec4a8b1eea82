import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { lightenFramework } from '../../src/push/light_framework.js';

const domains = createRequire(__filename)('node:domain') as { create: unknown };
const { create } = domains;

afterAll(() => {
  domains.create = create;
});

/** What a function sees of the framework around it. */
interface Surroundings {
  readonly domain: boolean;
  /** Whether it has an asynchronous context, which is handed on from one promise to the next. */
  readonly context: boolean;
}

async function surroundings(): Promise<Surroundings> {
  let seen: Surroundings | undefined;
  const contexts = jest.spyOn(AsyncLocalStorage.prototype, 'run');
  http('probe', (_request, response) => {
    const { domain } = process as { domain?: object | null };
    seen = { domain: (domain ?? null) !== null, context: contexts.mock.calls.length > 0 };
    response.send('');
  });
  const server = getTestServer('probe').listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const request = get({ port, host: '127.0.0.1', agent: false });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  answer.resume();
  server.close();
  await once(server, 'close');
  contexts.mockRestore();
  return seen!;
}

test('the framework runs a function in a domain and a context, unless it is kept from it', async () => {
  expect(await surroundings()).toEqual({ domain: true, context: true });
  lightenFramework();
  expect(await surroundings()).toEqual({ domain: false, context: false });
});
