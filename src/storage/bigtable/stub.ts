import { createRequire } from 'node:module';
import type { google } from '@google-cloud/bigtable/build/protos/protos.js';
import type {
  CallOptions,
  Client,
  ClientReadableStream,
  ClientUnaryCall,
  Metadata,
  ServiceError,
} from '@grpc/grpc-js';
import { CollectorError } from '../../errors.js';
import { MAX_ROW_BYTES } from '../rows.js';
import { RpcError } from './rpc_error.js';

/** The calls of the service that are used here, under the layer of the generated client that would retry and log them. */
export interface BigtableStub extends Client {
  checkAndMutateRow(
    request: google.bigtable.v2.ICheckAndMutateRowRequest,
    metadata: Metadata,
    options: CallOptions,
    callback: (error: ServiceError | null) => void,
  ): ClientUnaryCall;
  mutateRows(
    request: google.bigtable.v2.IMutateRowsRequest,
    metadata: Metadata,
    options: CallOptions,
  ): ClientReadableStream<google.bigtable.v2.IMutateRowsResponse>;
  readRows(
    request: google.bigtable.v2.IReadRowsRequest,
    metadata: Metadata,
    options: CallOptions,
  ): ClientReadableStream<google.bigtable.v2.IReadRowsResponse>;
}

/** A stub, and the header that its calls carry. */
export interface Opened {
  readonly stub: BigtableStub;
  readonly metadata: Metadata;
}

const CHANNEL = {
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
};

/**
 * Makes a stub; this loads the client, which takes some 150 ms, and reads credentials.
 *
 * @param params the names that the service routes calls by
 * @param emulatorHost where the emulator is, `host:port`; the service itself unless told
 * @throws RpcError Unauthenticated where there are no credentials
 */
export async function openStub(
  params: Readonly<Record<string, string>>,
  emulatorHost: string | undefined,
): Promise<Opened> {
  const load = createRequire(__filename);
  const { BigtableClient } = load(
    '@google-cloud/bigtable/build/src/v2/bigtable_client.js',
  ) as typeof import('@google-cloud/bigtable/build/src/v2/bigtable_client.js');
  const { credentials, Metadata } = load('@grpc/grpc-js') as typeof import('@grpc/grpc-js');
  const client = new BigtableClient({
    ...CHANNEL,
    ...(emulatorHost !== undefined && {
      ...emulatorAddress(emulatorHost),
      sslCreds: credentials.createInsecure(),
      // Else credentials are looked for, which the emulator does not want.
      clientOptions: { universeDomain: 'googleapis.com' },
    }),
  });
  const metadata = new Metadata();
  metadata.set('x-goog-request-params', new URLSearchParams(params).toString());
  try {
    return { stub: (await client.initialize()) as unknown as BigtableStub, metadata };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new RpcError('Unauthenticated', why, { cause });
  }
}

/** @throws CollectorError BAD_SETTINGS */
export function emulatorAddress(host: string): { servicePath: string; port: number } {
  const [, servicePath, port] = /^([\w.-]+|\[[\da-f:.]+\]):(\d{1,5})$/i.exec(host) ?? [];
  if (servicePath !== undefined) return { servicePath, port: Number(port) };
  throw new CollectorError('BAD_SETTINGS', 'BIGTABLE_EMULATOR_HOST must be host:port');
}
