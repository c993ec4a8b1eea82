import { createServer } from 'node:http';
import { Collector } from '../../src/collector/collector.js';
import { MemoryCoordinator } from '../../src/coordinator/memory.js';
import { createPushHandler } from '../../src/push/create_handler.js';
import { MemoryStorage } from '../../src/storage/memory.js';
import { buildMessage } from '../../src/testing/message.js';
import { listen, type Listening, open, replyTo } from '../http/listen.js';

let server: Listening;

afterEach(() => server.close());

async function push(data: Uint8Array): Promise<number> {
  const body = JSON.stringify({ message: { data: Buffer.from(data).toString('base64') } });
  const headers = { 'content-type': 'application/json' };
  return (await replyTo(open(server.port, { headers }).end(body))).status;
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
  server = await listen(createServer((...exchange) => void handler.handle(...exchange)));
  expect(await push(buildMessage({ streams: [{ name: 'a', logs: ['x'] }] }))).toBe(204);
  expect(await push(Buffer.from('no bundle'))).toBe(200);
  await handler.close();
  expect(await push(buildMessage())).toBe(503);
});
