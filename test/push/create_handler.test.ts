import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Collector } from '../../src/collector/collector.js';
import { MemoryCoordinator } from '../../src/coordinator/memory.js';
import { createPushHandler } from '../../src/push/create_handler.js';
import { MemoryStorage } from '../../src/storage/memory.js';
import { buildMessage } from '../../src/testing/message.js';

let server: Server;

afterEach(async () => {
  server.close();
  await once(server, 'close');
});

async function push(data: Uint8Array): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const body = JSON.stringify({ message: { data: Buffer.from(data).toString('base64') } });
  const headers = { 'content-type': 'application/json', connection: 'close' };
  const response = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body, headers });
  await response.arrayBuffer();
  return response.status;
}

test("a handler on a server of one's own answers pushes until it is closed, then with 503", async () => {
  const collector = new Collector({
    coordinator: new MemoryCoordinator(),
    storage: new MemoryStorage(),
  });
  const handler = createPushHandler({
    collector,
    log: { write: () => undefined, writes: () => false },
  });
  server = createServer((request, response) => void handler.handle(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  expect(await push(buildMessage({ streams: [{ name: 'a', logs: ['x'] }] }))).toBe(204);
  expect(await push(Buffer.from('no bundle'))).toBe(200);
  await handler.close();
  expect(await push(buildMessage())).toBe(503);
});
