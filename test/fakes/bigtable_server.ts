import { promisify } from 'node:util';
import { google } from '@google-cloud/bigtable/build/protos/protos.js';
import {
  type handleServerStreamingCall,
  type handleUnaryCall,
  type Metadata,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServerWritableStream,
  status,
} from '@grpc/grpc-js';
import { GRPC_CODES } from '../../src/common/errors.js';
import { RpcError } from '../../src/storage/bigtable/rpc_error.js';
import { FakeTable } from './table.js';

const v2 = google.bigtable.v2;
const OPTIONS = { signal: undefined, timeoutMs: Infinity };

/** A call that was made. */
export interface BigtableCall {
  readonly method: string;
  readonly metadata: Metadata;
  readonly request: Buffer;
  /** Whether its caller has given it up. */
  cancelled: boolean;
}

type ReadCall = ServerWritableStream<Buffer, Buffer>;
type Mutations = readonly google.bigtable.v2.IMutation[] | null | undefined;

/** A server that speaks Bigtable's protocol: what it writes goes to a fake table, what it reads is empty by default. */
export class BigtableServer {
  readonly calls: BigtableCall[] = [];
  /** Answers ReadRows. */
  onRead: (request: google.bigtable.v2.IReadRowsRequest, call: ReadCall) => void = (_, call) => {
    call.end();
  };
  /** Answers MutateRows: writes rows, or deletes them. */
  onMutateRows = (request: google.bigtable.v2.IMutateRowsRequest, call: ReadCall): void => {
    const entries = request.entries ?? [];
    const rows = entries.map(({ rowKey, mutations }) => rowOf(rowKey, mutations));
    const settle = (index: number, error?: RpcError) => {
      const status = { code: error === undefined ? 0 : codeOf(error) };
      call.write(v2.MutateRowsResponse.encode({ entries: [{ index, status }] }).finish() as Buffer);
    };
    const isWrite = entries.some(({ mutations }) => mutations?.[0]?.setCell != null);
    const keys = rows.map(({ key }) => key);
    const done = isWrite
      ? this.table.setRows(rows, OPTIONS, settle)
      : this.table.deleteRows(keys, OPTIONS).then(() => {
          for (const index of keys.keys()) settle(index);
        });
    done.then(
      () => call.end(),
      (error: unknown) => call.emit('error', failureOf(error)),
    );
  };

  port = 0;

  private constructor(
    private readonly server: Server,
    private readonly table: FakeTable,
  ) {
    this.serveUnary('CheckAndMutateRow', (request) => {
      const { rowKey, falseMutations } = v2.CheckAndMutateRowRequest.decode(request);
      return table.putRow(rowOf(rowKey, falseMutations), OPTIONS);
    });
    this.serveUnary('MutateRow', (request) => {
      const { rowKey, mutations } = v2.MutateRowRequest.decode(request);
      return table.setRow(rowOf(rowKey, mutations), OPTIONS);
    });
    this.serveStream('ReadRows', (call) => {
      this.onRead(v2.ReadRowsRequest.decode(call.request), call);
    });
    this.serveStream('MutateRows', (call) => {
      this.onMutateRows(v2.MutateRowsRequest.decode(call.request), call);
    });
  }

  /**
   * @param table what it writes to
   * @param tls a certificate and its key; default: none, as the emulator
   */
  static async start(
    table = new FakeTable(),
    tls?: { certificate: string; key: string },
  ): Promise<BigtableServer> {
    const server = new Server({ 'grpc.max_receive_message_length': -1 });
    const started = new BigtableServer(server, table);
    const credentials =
      tls === undefined
        ? ServerCredentials.createInsecure()
        : ServerCredentials.createSsl(null, [
            { private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.certificate) },
          ]);
    started.port = await promisify(server.bindAsync.bind(server))('127.0.0.1:0', credentials);
    return started;
  }

  /** A table of it, as its clients name it. */
  get name() {
    const emulatorHost = `127.0.0.1:${this.port}`;
    return { project: 'p', instance: 'i', table: 't', appProfile: 'a', emulatorHost };
  }

  stop(): void {
    this.server.forceShutdown();
  }

  private serveUnary(name: string, write: (request: Buffer) => Promise<void>): void {
    const handle: handleUnaryCall<Buffer, Buffer> = (call, done) => {
      this.record(name, call);
      write(call.request).then(
        () => {
          done(null, Buffer.alloc(0));
        },
        (error: unknown) => {
          done(failureOf(error), null);
        },
      );
    };
    this.server.addService({ [name]: method(name) }, { [name]: handle });
  }

  private serveStream(name: string, answer: (call: ReadCall) => void): void {
    const handle: handleServerStreamingCall<Buffer, Buffer> = (call) => {
      this.record(name, call);
      answer(call);
    };
    this.server.addService({ [name]: method(name) }, { [name]: handle });
  }

  private record(name: string, call: ServerUnaryCall<Buffer, Buffer> | ReadCall): void {
    const { metadata, request } = call;
    const made = { method: name, metadata, request, cancelled: false };
    this.calls.push(made);
    call.on('cancelled', () => {
      made.cancelled = true;
    });
  }
}

/** The row that a request writes. */
function rowOf(key: unknown, mutations: Mutations) {
  const { value, timestampMicros } = mutations?.[0]?.setCell ?? {};
  return {
    key: Buffer.from(key as Uint8Array).toString(),
    value: Buffer.from((value ?? []) as Uint8Array),
    timestampMicros: Number(timestampMicros ?? 0),
  };
}

function codeOf({ status: name }: RpcError): number {
  return GRPC_CODES.indexOf(name);
}

function failureOf(error: unknown): { code: status; details: string } {
  if (error instanceof RpcError) return { code: codeOf(error), details: error.message };
  return { code: status.INTERNAL, details: String(error) };
}

/** An answer of ReadRows with whole rows of one cell each. */
export function rowsOf(rows: Readonly<Record<string, Uint8Array>>): Buffer {
  const chunks = Object.entries(rows).map(([key, value]) => ({
    rowKey: Buffer.from(key),
    familyName: { value: 'log' },
    qualifier: { value: Buffer.from('data') },
    value,
    commitRow: true,
  }));
  return v2.ReadRowsResponse.encode({ chunks }).finish() as Buffer;
}

/** Answers a call with one message. */
export function answer(call: ReadCall, message: Buffer): void {
  call.write(message);
  call.end();
}

/** Ends a call with a status. */
export function fail(call: ReadCall, code: keyof typeof status): void {
  call.emit('error', { code: status[code], details: code });
}

function method(name: string) {
  const asIs = (bytes: Buffer) => bytes;
  return {
    path: `/google.bigtable.v2.Bigtable/${name}`,
    requestStream: false,
    responseStream: name.endsWith('Rows'),
    requestSerialize: asIs,
    requestDeserialize: asIs,
    responseSerialize: asIs,
    responseDeserialize: asIs,
  };
}
