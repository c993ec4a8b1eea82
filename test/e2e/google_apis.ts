import { type HttpRequest, HttpServer } from '../fakes/http_server.js';

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

/** Stands in for Google's APIs: records what gcloud asks. What it does not know is not there. */
export class GoogleApis {
  readonly calls: ApiCall[] = [];

  private constructor(private readonly server: HttpServer) {
    server.handler = (request, response) => {
      const { status, body } = this.answer(request);
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    };
  }

  static async start(): Promise<GoogleApis> {
    return new GoogleApis(await HttpServer.start(() => undefined));
  }

  /** Leads gcloud here. */
  get env(): NodeJS.ProcessEnv {
    const { url } = this.server;
    return Object.fromEntries(
      APIS.map((api) => [`CLOUDSDK_API_ENDPOINT_OVERRIDES_${api.toUpperCase()}`, url]),
    );
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  private answer({ method, path: target, body }: HttpRequest): { status: number; body: string } {
    const path = target.replace(/\?.*$/, '');
    const call = { method, path, body };
    this.calls.push(call);
    const asked = `${method} ${path}`;
    const [, respond] = ANSWERS.find(([ask]) => ask.test(asked)) ?? [];
    if (respond) return { status: 200, body: JSON.stringify(respond(call, this.server.url)) };
    const error = { code: 404, message: `nothing stands in for ${asked}`, status: 'NOT_FOUND' };
    return { status: 404, body: JSON.stringify({ error }) };
  }
}
