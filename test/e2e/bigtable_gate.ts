import {
  Client,
  credentials,
  type handleServerStreamingCall,
  type handleUnaryCall,
  Metadata,
  Server,
  ServerCredentials,
  status,
} from '@grpc/grpc-js';

/** What is answered instead of passing a call on. */
export interface Fault {
  readonly code: status;
  readonly details: string;
}

const SERVICE = '/google.bigtable.v2.Bigtable/';
const UNARY = ['CheckAndMutateRow', 'MutateRow', 'PingAndWarm'];
const STREAMS = ['MutateRows', 'ReadRows'];
/** A row of 10 MiB, and more. */
const OPTIONS = { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 };

/** Stands before the emulator and passes calls on as they are, or answers as the service does where the emulator cannot. */
export class BigtableGate {
  fault: Fault | undefined;

  private constructor(
    private readonly server: Server,
    private readonly client: Client,
    readonly port: number,
  ) {
    for (const method of UNARY) this.serve(method, 'unary', this.unary(method));
    for (const method of STREAMS) this.serve(method, 'serverStream', this.stream(method));
  }

  /**
   * @param host of the emulator, `host:port`
   * @param security what it presents to its clients
   */
  static async start(
    host: string,
    security = ServerCredentials.createInsecure(),
  ): Promise<BigtableGate> {
    const server = new Server(OPTIONS);
    const port = await new Promise<number>((resolve, reject) => {
      server.bindAsync('127.0.0.1:0', security, (error, bound) => {
        if (error === null) resolve(bound);
        else reject(error);
      });
    });
    return new BigtableGate(server, new Client(host, credentials.createInsecure(), OPTIONS), port);
  }

  stop(): void {
    this.server.forceShutdown();
    this.client.close();
  }

  private serve(
    method: string,
    type: 'unary' | 'serverStream',
    handler: handleUnaryCall<Buffer, Buffer> | handleServerStreamingCall<Buffer, Buffer>,
  ): void {
    this.server.register(SERVICE + method, handler, asItIs, asItIs, type);
  }

  private unary(method: string): handleUnaryCall<Buffer, Buffer> {
    return ({ request }, callback) => {
      if (this.fault !== undefined) {
        callback(this.fault);
        return;
      }
      const path = SERVICE + method;
      this.client.makeUnaryRequest(path, asItIs, asItIs, request, new Metadata(), callback);
    };
  }

  private stream(method: string): handleServerStreamingCall<Buffer, Buffer> {
    return (call) => {
      if (this.fault !== undefined) {
        call.emit('error', this.fault);
        return;
      }
      const path = SERVICE + method;
      this.client
        .makeServerStreamRequest(path, asItIs, asItIs, call.request, new Metadata())
        .on('error', (error) => call.emit('error', error))
        .on('data', (message: Buffer) => call.write(message))
        .on('end', () => {
          call.end();
        });
    };
  }
}

function asItIs(bytes: Buffer): Buffer {
  return bytes;
}
