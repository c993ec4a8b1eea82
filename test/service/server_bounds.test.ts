import { connectionsMax } from '../../src/http/open_files.js';
import { loadConfig } from '../../src/service/config.js';
import { serverBounds } from '../../src/service/service.js';
import { JsonLog } from '../../src/telemetry/log.js';

const CALLS = { COORDINATOR_MAX_CALLS: '8', DEAD_LETTER_MAX_CALLS: '16' };

test.each([
  ['a remote Coordinator: nine for each of its calls, with those of slow Batches', 'c:80', 72 + 16],
  ['the local Coordinator: none', '', 16],
])('files that connections of senders leave to calls: %s', (_, host, outgoing) => {
  const env = { ...CALLS, COORDINATOR_HOST: host, PUSH_AUTH: 'off' };
  const config = { ...loadConfig(env), maxConnections: Infinity };
  const service = { log: new JsonLog('error'), giveUpSlow: () => undefined };
  expect(serverBounds(config, service).maxConnections).toBe(connectionsMax(Infinity, outgoing));
});
