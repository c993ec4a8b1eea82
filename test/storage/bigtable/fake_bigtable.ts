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

const v2 = google.bigtable.v2;

/** A call that was made. */
export interface FakeCall {
  readonly method: string;
  readonly metadata: Metadata;
  readonly request: Buffer;
  /** Whether its caller has given it up. */
  cancelled: boolean;
}

type ReadCall = ServerWritableStream<Buffer, Buffer>;

/** A server that speaks Bigtable's protocol; its answers are empty unless the test says otherwise. */
export class FakeBigtable {
  readonly calls: FakeCall[] = [];
  /** Answers ReadRows. */
  onRead: (request: google.bigtable.v2.IReadRowsRequest, call: ReadCall) => void = (_, call) => {
    call.end();
  };
  /** What CheckAndMutateRow is refused with. */
  refusal: { readonly code: status; readonly details: string } | undefined;
  /** Answers MutateRow. */
  onMutateRow: (request: google.bigtable.v2.IMutateRowRequest, done: () => void) => void = (
    _,
    done,
  ) => {
    done();
  };
  /** Answers MutateRows. */
  onMutateRows: (request: google.bigtable.v2.IMutateRowsRequest, call: ReadCall) => void = (
    { entries },
    call,
  ) => {
    const statuses = (entries ?? []).map((_, index) => ({ index, status: { code: 0 } }));
    answer(call, v2.MutateRowsResponse.encode({ entries: statuses }).finish() as Buffer);
  };

  port = 0;

  private constructor(private readonly server: Server) {
    for (const name of ['CheckAndMutateRow', 'MutateRow']) {
      const handle: handleUnaryCall<Buffer, Buffer> = (call, done) => {
        this.record(name, call);
        const end = () => {
          done(null, Buffer.alloc(0));
        };
        const refusal = name === 'CheckAndMutateRow' ? this.refusal : undefined;
        if (refusal !== undefined) done(refusal, null);
        else if (name === 'MutateRow')
          this.onMutateRow(v2.MutateRowRequest.decode(call.request), end);
        else end();
      };
      server.addService({ [name]: method(name) }, { [name]: handle });
    }
    const onStream: Record<string, (call: ReadCall) => void> = {
      ReadRows: (call) => {
        this.onRead(v2.ReadRowsRequest.decode(call.request), call);
      },
      MutateRows: (call) => {
        this.onMutateRows(v2.MutateRowsRequest.decode(call.request), call);
      },
    };
    for (const [name, answer] of Object.entries(onStream)) {
      const handle: handleServerStreamingCall<Buffer, Buffer> = (call) => {
        this.record(name, call);
        answer(call);
      };
      server.addService({ [name]: method(name) }, { [name]: handle });
    }
  }

  /** @param tls a certificate and its key; default: none, as the emulator */
  static async start(tls?: { certificate: string; key: string }): Promise<FakeBigtable> {
    const server = new Server();
    const fake = new FakeBigtable(server);
    const credentials =
      tls === undefined
        ? ServerCredentials.createInsecure()
        : ServerCredentials.createSsl(null, [
            { private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.certificate) },
          ]);
    fake.port = await promisify(server.bindAsync.bind(server))('127.0.0.1:0', credentials);
    return fake;
  }

  stop(): void {
    this.server.forceShutdown();
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
