import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { GrpcTable } from '../../src/storage/bigtable/grpc_table.js';
import { openRemote } from '../../src/coordinator/prpc/open.js';
import { publishByGrpc } from '../../src/dead_letters/grpc_publish.js';
import { boundedFetch } from '../../src/http/bounded_fetch.js';
import { grpcProxyFor, proxyFor, spellProxies } from '../../src/http/proxy.js';
import { registrationOf } from '../../src/testing/coordinator_requests.js';

const P = 'http://proxy:3128/';

test.each<[string, Record<string, string>, string]>([
  ['https://a.example/', {}, 'none'],
  ['https://a.example/', { https_proxy: P }, P],
  ['https://a.example/', { HTTPS_PROXY: P }, P],
  ['https://a.example/', { http_proxy: P }, P],
  ['https://a.example/', { HTTP_PROXY: P }, P],
  ['https://a.example/', { https_proxy: 'proxy:3128' }, P],
  ['https://a.example/', { https_proxy: P, HTTPS_PROXY: 'http://other/' }, P],
  ['http://a.example/', { https_proxy: P }, 'none'],
  ['http://a.example/', { http_proxy: P }, P],
  ['https://a.example/', { https_proxy: P, no_proxy: 'a.example' }, 'none'],
  ['https://a.example/', { https_proxy: P, NO_PROXY: 'A.EXAMPLE' }, 'none'],
  ['https://a.example/', { https_proxy: P, no_proxy: 'b, .example' }, 'none'],
  ['https://a.example/', { https_proxy: P, no_proxy: '*.example' }, 'none'],
  ['https://a.example/', { https_proxy: P, no_proxy: 'example' }, 'none'],
  ['https://aexample/', { https_proxy: P, no_proxy: 'example' }, P],
  ['https://a.example/', { https_proxy: P, no_proxy: '*' }, 'none'],
  ['https://a.example/', { https_proxy: P, no_proxy: 'a.example:443' }, 'none'],
  ['https://a.example/', { https_proxy: P, no_proxy: 'a.example:80' }, P],
  ['https://[fd00::1]/', { https_proxy: P, no_proxy: 'fd00::1' }, 'none'],
  ['https://localhost/', { https_proxy: P }, 'none'],
  ['https://x.localhost/', { https_proxy: P }, 'none'],
  ['http://127.0.0.1:1/', { http_proxy: P }, 'none'],
  ['http://127.9.9.9:1/', { http_proxy: P }, 'none'],
  ['http://[::1]:1/', { http_proxy: P }, 'none'],
  ['http://metadata.google.internal/', { http_proxy: P }, 'none'],
  ['http://169.254.169.254/', { http_proxy: P }, 'none'],
])('a connection to %s with %j: goes through the proxy %s', (url, env, expected) => {
  expect(proxyFor(url, env)?.href ?? 'none').toBe(expected);
  // What libraries read says the same.
  const spelled = { ...env };
  spellProxies(spelled);
  expect(proxyFor(url, spelled)?.href ?? 'none').toBe(expected);
});

test.each<[string, Record<string, string>, string]>([
  ['https://a.example/', { grpc_proxy: P, https_proxy: 'http://other/' }, P],
  ['http://a.example/', { grpc_proxy: P }, P],
  ['https://a.example/', { https_proxy: P }, P],
  ['https://a.example/', { grpc_proxy: P, no_proxy: 'a.example' }, 'none'],
  ['https://127.0.0.1/', { grpc_proxy: P }, 'none'],
])('a connection of gRPC to %s with %j: goes through the proxy %s', (url, env, expected) => {
  expect(grpcProxyFor(url, env)?.href ?? 'none').toBe(expected);
});

/** A proxy that writes down what it is asked to connect to, and connects to nothing. */
class RefusingProxy {
  readonly asked: string[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server: Server = createServer((request, response) => {
    this.asked.push(request.url!);
    response.writeHead(502).end();
  });

  async start(): Promise<string> {
    this.server.on('connection', (socket) => this.sockets.add(socket));
    this.server.on('connect', (request, socket: Socket) => {
      this.asked.push(request.url!);
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }
}

const HOST = 'backend.invalid';
const OTEL = join(__dirname, '../../src/telemetry/otel/open.js');
const letter = { data: Buffer.from('x'), attributes: {} };
const signal = () => AbortSignal.timeout(3000);

/** Every kind of connection that this program makes, to a host. */
const CONNECTIONS: Record<string, (host: string) => Promise<unknown>> = {
  'the keys of push tokens, and REST of Pub/Sub': (host) =>
    boundedFetch(`https://${host}/`, { signal: signal() }, 1000),
  'the Coordinator': async (host) => {
    const remote = openRemote({ host, insecure: true, timeoutMs: 3000 });
    const end = { signal: signal() };
    await Promise.resolve(remote.registerStream(registrationOf(), Buffer.from(''), end)).catch(
      () => undefined,
    );
    await remote.close();
  },
  Bigtable: async (host) => {
    const names = { project: 'p', instance: 'i', table: 't', appProfile: 'a' };
    const table = new GrpcTable({ ...names, emulatorHost: `${host}:443` });
    const row = { key: 'k', value: Buffer.from('v'), timestampMicros: 0 };
    await table.setRow(row, { signal: signal(), timeoutMs: 2000 }).catch(() => undefined);
    await table.close();
  },
  'gRPC of Pub/Sub': (host) =>
    publishByGrpc(
      { token: () => Promise.resolve(undefined) },
      `${host}:443`,
      'projects/p/topics/t',
      letter,
      signal(),
    ),
  // In a process of its own: the exporter loads its client in a way that this test runner does not have.
  'the receiver of metrics': async (host) => {
    const program = `
      const { openOtel } = require(${JSON.stringify(OTEL)});
      const config = { otlpEndpoint: 'http://${host}', prometheus: false, metricExportIntervalMs: 1, tracesExporter: 'none' };
      const gauges = { inFlightBytes: () => 0, cache: () => ({ size: 0, hits: 0, misses: 0 }) };
            const log = { write: () => undefined, writes: () => true };
      openOtel(config, log, gauges).close().then(() => process.exit());`;
    await once(spawn(process.execPath, ['-e', program], { env: process.env }), 'exit');
  },
};

describe.each(Object.keys(CONNECTIONS))('the connection to %s', (name) => {
  const before = { ...process.env };
  let proxy: RefusingProxy;
  let url: string;

  beforeEach(async () => {
    proxy = new RefusingProxy();
    url = await proxy.start();
  });
  afterEach(async () => {
    process.env = { ...before };
    await proxy.stop();
  });

  async function connectTo(host: string, env: Record<string, string>): Promise<string[]> {
    Object.assign(process.env, env);
    spellProxies(process.env);
    await CONNECTIONS[name]!(host).catch(() => undefined);
    return proxy.asked;
  }

  test.each(['http_proxy', 'HTTP_PROXY'])('goes through the proxy of %s', async (variable) => {
    expect((await connectTo(HOST, { [variable]: url })).join()).toContain(HOST);
  });

  test('goes without it where no_proxy has the host', async () => {
    expect(await connectTo(HOST, { http_proxy: url, no_proxy: 'invalid' })).toEqual([]);
  });

  test('goes without it to this machine', async () => {
    expect(await connectTo('127.0.0.1', { http_proxy: url, https_proxy: url })).toEqual([]);
  });
});
