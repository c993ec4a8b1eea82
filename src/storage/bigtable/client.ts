import type { Table } from '@google-cloud/bigtable';
import type { BigtableClient } from '@google-cloud/bigtable/build/src/v2/bigtable_client.js';
import { lateModule } from '../../common/late_module.js';
import { CollectorError } from '../../common/errors.js';
import { grpcProxyFor } from '../../http/proxy.js';
import { grpc } from './grpc.js';
import { RpcError } from './rpc_error.js';
import type { WriteStub } from './stub.js';

/** The parts of a table's name, and the app profile of the calls: settings BIGTABLE_PROJECT and following. */
export interface TableName {
  readonly project: string;
  readonly instance: string;
  readonly table: string;
  readonly appProfile: string;
  /** The emulator's address, `host:port`; default: the service. */
  readonly emulatorHost?: string | undefined;
  /** Default: googleapis.com. */
  readonly universeDomain?: string | undefined;
}

/** Tokens for data alone: the library's default scopes include the whole of Google Cloud. */
const SCOPES = ['https://www.googleapis.com/auth/bigtable.data'];

const CHANNEL_OPTIONS = {
  // As the library's own Bigtable class sets them: a connection that died without a word is noticed within 40 s.
  'grpc.keepalive_time_ms': 30_000,
  'grpc.keepalive_timeout_ms': 10_000,
  // A message has a minute: by default the channel would come to wait two before it connects again.
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.min_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 3000,
  // Retries are made above, under the message's deadline.
  'grpc.enable_retries': 0,
  // With room to keep requests for retries, gRPC calls a request sent that is not.
  'grpc.per_rpc_retry_buffer_size': 0,
  'grpc.service_config_disable_resolution': 1,
};

// Loaded late: the generated client for the first write, the whole library for the first read, which costs three times as
// much. A process that only writes never pays for that.
const generated = lateModule(
  () =>
    require('@google-cloud/bigtable/build/src/v2/bigtable_client.js') as typeof import('@google-cloud/bigtable/build/src/v2/bigtable_client.js'),
  "Google's generated client of Bigtable",
);
const library = lateModule(
  () => require('@google-cloud/bigtable') as typeof import('@google-cloud/bigtable'),
  "Google's client of Bigtable",
);

/** Google's generated client of one table, with its gRPC stub connected to credentials. */
export class TableClient {
  private constructor(
    private readonly name: TableName,
    private readonly client: BigtableClient,
    /** The client's own gRPC stub. */
    readonly stub: WriteStub,
  ) {}

  /**
   * Loads the generated client, and reads credentials unless the emulator is used.
   *
   * @throws RpcError Unauthenticated where there are no credentials
   */
  static async open(name: TableName): Promise<TableClient> {
    // Before anything of it speaks.
    grpc.get();
    const { BigtableClient: Client } = generated.get();
    const { emulatorHost } = name;
    const client = new Client(
      emulatorHost === undefined ? serviceOptions(name) : emulatorOptions(emulatorHost),
    );
    try {
      // Awaited before any call: a generated method that begins this itself does not handle its failure, which would
      // end the process.
      const stub = await client.initialize();
      return new TableClient(name, client, stub as unknown as WriteStub);
    } catch (cause) {
      throw new RpcError('Unauthenticated', `no credentials (${nameOf(cause)})`, { cause });
    }
  }

  /** The library's table, over this client's channel. */
  openTable(): Table {
    const { Bigtable } = library.get();
    const { project, instance, table, appProfile } = this.name;
    const bigtable = new Bigtable({
      projectId: project,
      appProfileId: appProfile,
      // No metrics are exported to Cloud Monitoring.
      metricsEnabled: false,
    });
    bigtable.api.BigtableClient = this.client;
    return bigtable.instance(instance).table(table);
  }

  close(): Promise<void> {
    return this.client.close();
  }
}

/** gRPC finds a proxy itself, also for hosts that are to go without. */
function channelOptions(url: string) {
  return { ...CHANNEL_OPTIONS, 'grpc.enable_http_proxy': grpcProxyFor(url) === undefined ? 0 : 1 };
}

function serviceOptions({ universeDomain }: TableName) {
  return {
    ...channelOptions(`https://bigtable.${universeDomain ?? 'googleapis.com'}`),
    scopes: SCOPES,
    ...(universeDomain !== undefined && { universeDomain }),
  };
}

/** What the library's Bigtable class makes of BIGTABLE_EMULATOR_HOST; and no credentials are looked for. */
function emulatorOptions(host: string) {
  const { credentials } = grpc.get();
  return {
    ...channelOptions(`http://${host}`),
    ...emulatorAddress(host),
    sslCreds: credentials.createInsecure(),
    clientOptions: { universeDomain: 'googleapis.com' },
  };
}

/** Not the message: it may quote a key. */
function nameOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : 'unknown';
}

/** @throws CollectorError BAD_SETTINGS */
export function emulatorAddress(host: string): { servicePath: string; port: number } {
  const [, servicePath, port] = /^([\w.-]+|\[[\da-f:.]+\]):(\d{1,5})$/i.exec(host) ?? [];
  if (servicePath !== undefined) return { servicePath, port: Number(port) };
  throw new CollectorError('BAD_SETTINGS', 'BIGTABLE_EMULATOR_HOST must be host:port');
}
