import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call as it came. */
export interface ApiCall {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly body: Buffer;
}

type Respond = (call: ApiCall, address: string) => object;

/** What gcloud asks before it makes a function, and the least that it takes for an answer. */
const ANSWERS: readonly [ask: RegExp, answer: Respond][] = [
  [/^GET .*\/runtimes$/, () => ({ runtimes: [{ name: 'nodejs24', environment: 'GEN_2' }] })],
  [/^GET .*\/services\/[\w.]+$/, ({ path }) => ({ name: path, state: 'ENABLED' })],
  [/^GET .*\/defaultServiceAccount$/, () => ({ serviceAccountEmail: 'a/serviceAccounts/builder' })],
  [/^GET \/v1\/projects\/[\w-]+$/, () => ({ projectNumber: '1' })],
  [/^POST .*:getIamPolicy$/, () => ({ bindings: [] })],
  [/^POST .*:generateUploadUrl$/, (_call, address) => ({ uploadUrl: `${address}upload` })],
  [/^PUT \/upload$/, () => ({})],
  [/^POST .*\/alertPolicies$/, ({ body }) => JSON.parse(body.toString()) as object],
];

/** APIs of gcloud's commands that the tests run, as its settings call them. */
const APIS = ['cloudfunctions', 'cloudbuild', 'cloudresourcemanager', 'serviceusage', 'monitoring'];

/** Stands in for Google's APIs: writes down what gcloud asks. What it does not know is not there. */
export class GoogleApis {
  readonly calls: ApiCall[] = [];

  private constructor(
    private readonly server: Server,
    private readonly address: string,
  ) {}

  static async start(): Promise<GoogleApis> {
    const server = createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const apis = new GoogleApis(server, address);
    server.on('request', (request: IncomingMessage, response) => {
      void apis.answer(request).then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      });
    });
    return apis;
  }

  /** Leads gcloud here. */
  get env(): NodeJS.ProcessEnv {
    return Object.fromEntries(
      APIS.map((api) => [`CLOUDSDK_API_ENDPOINT_OVERRIDES_${api.toUpperCase()}`, this.address]),
    );
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage): Promise<{ status: number; body: string }> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = request.url!.replace(/\?.*$/, '');
    const call = { method: request.method!, path, body: Buffer.concat(chunks) };
    this.calls.push(call);
    const asked = `${call.method} ${path}`;
    const [, respond] = ANSWERS.find(([ask]) => ask.test(asked)) ?? [];
    if (respond) return { status: 200, body: JSON.stringify(respond(call, this.address)) };
    const error = { code: 404, message: `nothing stands in for ${asked}`, status: 'NOT_FOUND' };
    return { status: 404, body: JSON.stringify({ error }) };
  }
}
