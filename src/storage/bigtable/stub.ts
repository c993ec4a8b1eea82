import type {
  CallOptions,
  Client,
  ClientReadableStream,
  Metadata,
  ServiceError,
} from '@grpc/grpc-js';
import { google } from '../../proto/gen/bigtable.js';
import { LARGE_BYTES } from '../../large_buffers.js';
import type { WriteRequest } from './write_requests.js';

const v2 = google.bigtable.v2;

const SERVICE = '/google.bigtable.v2.Bigtable';

/** A call that is under way. */
export interface Call {
  cancel(): void;
}

/** The calls of the service that are used here, as they go over the wire: no call is repeated, and none is logged. */
export class BigtableStub {
  /**
   * @param client is closed with the stub
   * @param metadata what every call carries
   */
  constructor(
    private readonly client: Client,
    private readonly metadata: Metadata,
  ) {}

  /** Begins to connect. */
  connect(): void {
    this.client.getChannel().getConnectivityState(true);
  }

  /** @param request a CheckAndMutateRowRequest */
  checkAndMutateRow(
    request: WriteRequest,
    options: CallOptions,
    callback: (error: ServiceError | null) => void,
  ): Call {
    const path = `${SERVICE}/CheckAndMutateRow`;
    const decode = (bytes: Buffer) => v2.CheckAndMutateRowResponse.decode(bytes);
    const { client, metadata } = this;
    if (request.length < LARGE_BYTES) {
      return client.makeUnaryRequest(path, inPlace, decode, request, metadata, options, callback);
    }
    // The same on the wire: but of a stream of messages, gRPC tells when one has been sent.
    let sent = false;
    const end = (error: ServiceError | null) => {
      if (sent && error === null) request.freeFrame();
      callback(error);
    };
    const call = client.makeClientStreamRequest(path, inPlace, decode, metadata, options, end);
    call.write(request, (error: Error | null | undefined) => {
      sent = error === null || error === undefined;
    });
    call.end();
    return call;
  }

  /** @param request a MutateRowsRequest */
  mutateRows(
    request: WriteRequest,
    options: CallOptions,
  ): ClientReadableStream<google.bigtable.v2.MutateRowsResponse> {
    return this.client.makeServerStreamRequest(
      `${SERVICE}/MutateRows`,
      inPlace,
      (bytes) => v2.MutateRowsResponse.decode(bytes),
      request,
      this.metadata,
      options,
    );
  }

  readRows(
    request: google.bigtable.v2.ReadRowsRequest.$Properties,
    options: CallOptions,
  ): ClientReadableStream<google.bigtable.v2.ReadRowsResponse> {
    return this.client.makeServerStreamRequest(
      `${SERVICE}/ReadRows`,
      serializeReadRows,
      (bytes) => v2.ReadRowsResponse.decode(bytes),
      request,
      this.metadata,
      options,
    );
  }

  close(): void {
    this.client.close();
  }
}

// gRPC asks a message for its length, and then has it copied into a frame: it need be no Buffer, which would be one copy more.
const inPlace = (request: WriteRequest) => request as unknown as Buffer;
// In Node, protobufjs writes into Buffers.
const serializeReadRows = (request: google.bigtable.v2.ReadRowsRequest.$Properties) =>
  v2.ReadRowsRequest.encode(request).finish() as Buffer;
