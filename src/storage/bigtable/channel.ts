import { createRequire } from 'node:module';
import type { ChannelCredentials } from '@grpc/grpc-js';
import { CollectorError } from '../../errors.js';
import { MAX_ROW_BYTES } from '../rows.js';
import { RpcError } from './rpc_error.js';
import { BigtableStub } from './stub.js';

const SERVICE_ADDRESS = 'bigtable.googleapis.com:443';

/** Reading and writing data, and nothing else. */
const SCOPES = ['https://www.googleapis.com/auth/bigtable.data'];

const OPTIONS = {
  // The largest messages are a row of 10 MiB, whole, and what is around it: keys, names, filters.
  'grpc.max_send_message_length': MAX_ROW_BYTES + 1024 * 1024,
  // An answer may hold a few such rows.
  'grpc.max_receive_message_length': 4 * MAX_ROW_BYTES,
  // As Google's own clients of Bigtable: a peer that went without a word is noticed within 40 s, but only while calls are
  // under way, for an instance that is not may have no CPU to answer with.
  'grpc.keepalive_time_ms': 30_000,
  'grpc.keepalive_timeout_ms': 10_000,
  'grpc.keepalive_permit_without_calls': 0,
  // A message has a minute: by default the channel would come to wait two before it connects again.
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.min_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 3000,
  // Retries are ours; what the service's own settings could ask for is neither looked up nor prepared for.
  'grpc.enable_retries': 0,
  'grpc.service_config_disable_resolution': 1,
};

const load = createRequire(__filename);

/**
 * Makes a stub over a channel of its own; this loads gRPC, and for the service itself reads credentials.
 *
 * @param params the names that the service routes calls by
 * @param emulatorHost where the emulator is, `host:port`; the service itself unless told
 * @param address of the service
 * @throws RpcError Unauthenticated where there are no credentials
 */
export async function openStub(
  params: Readonly<Record<string, string>>,
  emulatorHost: string | undefined,
  address = SERVICE_ADDRESS,
): Promise<BigtableStub> {
  const { Client, credentials, Metadata } = load('@grpc/grpc-js') as typeof import('@grpc/grpc-js');
  const metadata = new Metadata();
  metadata.set('x-goog-request-params', new URLSearchParams(params).toString());
  const client =
    emulatorHost === undefined
      ? new Client(address, await googleCredentials(), OPTIONS)
      : new Client(emulatorHost, credentials.createInsecure(), OPTIONS);
  return new BigtableStub(client, metadata);
}

/** TLS, and a token of the default credentials on every call; the library renews it. */
async function googleCredentials(): Promise<ChannelCredentials> {
  const { credentials, Metadata, status } = load('@grpc/grpc-js') as typeof import('@grpc/grpc-js');
  try {
    const { GoogleAuth } = load('google-auth-library') as typeof import('google-auth-library');
    const auth = await new GoogleAuth({ scopes: SCOPES }).getClient();
    const perCall = credentials.createFromMetadataGenerator((_call, done) => {
      auth.getRequestHeaders().then(
        (headers) => {
          const metadata = new Metadata();
          headers.forEach((value, name) => {
            metadata.set(name, value);
          });
          done(null, metadata);
        },
        (cause: unknown) => {
          const why = new Error(`no access token (${nameOf(cause)})`);
          done(Object.assign(why, { code: status.UNAUTHENTICATED }));
        },
      );
    });
    return credentials.combineChannelCredentials(credentials.createSsl(), perCall);
  } catch (cause) {
    throw new RpcError('Unauthenticated', `no credentials (${nameOf(cause)})`, { cause });
  }
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
