import { once } from 'node:events';
import { type IncomingMessage, request as open } from 'node:http';
import type { AddressInfo } from 'node:net';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import type { PushRequest } from '../../src/push/body.js';
import { takeRequests } from '../../src/push/framework.js';

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

/** Sends requests to a new server of the framework, on a connection each. */
async function send(times: number): Promise<Found[]> {
  found = [];
  http('probe', (request, response) => {
    look(request);
    response.send('');
  });
  const server = getTestServer('probe').listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  for (let time = 0; time < times; time++) {
    const headers = { 'content-type': 'application/json', 'content-length': BODY.length };
    const request = open({ port, host: '127.0.0.1', agent: false, method: 'POST', headers });
    request.end(BODY);
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    answer.resume();
  }
  server.close();
  await once(server, 'close');
  return found;
}

const LEFT_ALONE: Found = { readBefore: true, parsed: { a: 1 }, domain: true };
const TAKEN: Found = { readBefore: false, parsed: undefined, domain: false };

test('the framework reads and parses a body before it calls the function, unless its requests are taken', async () => {
  expect(await send(1)).toEqual([LEFT_ALONE]);
  takeRequests((request, response) => {
    look(request);
    response.end();
    return Promise.resolve();
  });
  expect(await send(2)).toEqual([TAKEN, TAKEN]);
});
