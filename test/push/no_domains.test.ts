import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { runWithoutDomains } from '../../src/push/no_domains.js';

const domains = createRequire(__filename)('node:domain') as { create: unknown };
const { create } = domains;

afterEach(() => {
  domains.create = create;
});

/** Whether the functions framework runs a function in a domain. */
async function runsInDomain(): Promise<boolean> {
  http('probe', (_request, response) => {
    const { domain } = process as { domain?: object | null };
    response.send(String((domain ?? null) !== null));
  });
  const server = getTestServer('probe').listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const [answer] = (await once(get({ port, host: '127.0.0.1', agent: false }), 'response')) as [
    IncomingMessage,
  ];
  const [body] = (await once(answer, 'data')) as [Buffer];
  server.close();
  await once(server, 'close');
  return body.toString() === 'true';
}

test('the functions framework runs a function in a domain, unless it is kept from it', async () => {
  expect(await runsInDomain()).toBe(true);
  runWithoutDomains();
  expect(await runsInDomain()).toBe(false);
});
