import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort } from '../child_function.js';

/** Where the metadata server of a cloud machine tells of the account that it runs as. */
const ACCOUNT = '/computeMetadata/v1/instance/service-accounts/default/';

/** As the metadata server has them: a line each. */
const SCOPES = 'https://www.googleapis.com/auth/cloud-platform\n';

/** Longer than any session of development. */
const TOKEN_SECONDS = 24 * 60 * 60;

/**
 * Replaces the metadata server of a cloud machine: a Butler requires credentials, also where they are not checked.
 * The token that it gives opens nothing.
 *
 * @returns its `host:port`, for GCE_METADATA_HOST, and what closes it
 */
export async function serveCredentials(preferredPort: number) {
  const server = createServer(({ url = '' }, response) =>
    answer(url.replace(/\?.*$/, ''), response),
  );
  await once(server.listen(await freePort(preferredPort), '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { host: `127.0.0.1:${port}`, close };
}

function answer(path: string, response: ServerResponse): void {
  const token = { access_token: 'local', expires_in: TOKEN_SECONDS, token_type: 'Bearer' };
  const answers = new Map([
    ['/', ''],
    [`${ACCOUNT}email`, 'local@localhost\n'],
    [`${ACCOUNT}scopes`, SCOPES],
    [`${ACCOUNT}token`, JSON.stringify(token)],
  ]);
  const found = answers.get(path);
  const type = path.endsWith('/token') ? 'application/json' : 'text/plain';
  const headers = { 'Metadata-Flavor': 'Google', 'Content-Type': type };
  response.writeHead(found === undefined ? 404 : 200, headers).end(found);
}
