import { once } from 'node:events';
import {
  createServer,
  type Http2Server,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Reader, Writer } from 'protobufjs/minimal.js';
import { HTTP_STATUSES } from '../../src/local/served/protocol_error.js';
import { GRPC_CODES, type GrpcCode } from '../../src/common/errors.js';
import { turn } from '../coordinator/requests.js';
import { HttpServer } from '../fakes/http_server.js';
import type { Fault } from './cells.js';

/** Tags of length-delimited fields: a request's messages, a message's data, and a response's ids. */
const TAGS = { messages: 0x12, data: 0x0a, messageIds: 0x0a };
/** A gRPC message comes after a byte of flags and four of its length. */
const HEAD_BYTES = 5;

/** A dead letter that is being published, and what its sender may be told. */
interface Publishing {
  readonly data: Buffer;
  readonly answer: (messageIds: readonly string[]) => void;
  readonly refuse: (status: GrpcCode) => void;
  readonly garble: () => void;
  readonly cut: () => void;
}

/** Pub/Sub's topics, by REST and by gRPC, that go wrong as they are told, while they are told to. */
export class FaultyPubsub {
  /** The data of what is published. */
  readonly deadLetters: Buffer[] = [];
  struck = 0;
  fault: Fault | undefined;
  private readonly sessions = new Set<ServerHttp2Session>();

  private constructor(
    private readonly rest: HttpServer,
    private readonly grpc: Http2Server,
  ) {
    rest.handler = ({ body }, response) => {
      const { messages } = JSON.parse(body.toString()) as { messages: { data: string }[] };
      const end = (status: number, value: object) =>
        response.writeHead(status).end(JSON.stringify(value));
      void this.publish({
        data: Buffer.from(messages[0]!.data, 'base64'),
        answer: (messageIds) => end(200, { messageIds }),
        refuse: (status) =>
          end(HTTP_STATUSES[status], { error: { status, message: 'told to fail' } }),
        garble: () => response.end('<html>'),
        cut: () => response.destroy(),
      });
    };
    grpc.on('session', (session) => this.sessions.add(session));
    grpc.on('stream', (stream) => {
      stream.on('error', () => undefined);
      void this.publishByGrpc(stream);
    });
  }

  static async start(): Promise<FaultyPubsub> {
    const grpc = createServer();
    await once(grpc.listen(0, '127.0.0.1'), 'listening');
    return new FaultyPubsub(await HttpServer.start(() => undefined), grpc);
  }

  get restHost(): string {
    return this.rest.host;
  }

  get grpcHost(): string {
    return `127.0.0.1:${(this.grpc.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const session of this.sessions) session.destroy();
    this.grpc.close();
    await this.rest.stop();
  }

  private async publishByGrpc(stream: ServerHttp2Stream): Promise<void> {
    const body = await buffer(stream);
    const end = (status: GrpcCode, message: Uint8Array) => {
      const trailers = { 'grpc-status': `${GRPC_CODES.indexOf(status)}` };
      stream.on('wantTrailers', () => {
        stream.sendTrailers(trailers);
      });
      stream.respond({ 'content-type': 'application/grpc' }, { waitForTrailers: true });
      stream.end(message);
    };
    await this.publish({
      data: dataOf(body.subarray(HEAD_BYTES)),
      answer: (messageIds) => {
        const writer = Writer.create();
        for (const id of messageIds) writer.uint32(TAGS.messageIds).string(id);
        end('OK', framed(writer.finish()));
      },
      refuse: (status) => {
        end(status, Buffer.alloc(0));
      },
      garble: () => {
        end('OK', framed(Buffer.from('0affffff', 'hex')));
      },
      cut: () => {
        stream.session?.destroy();
      },
    });
  }

  private async publish({ data, answer, refuse, garble, cut }: Publishing): Promise<void> {
    const { fault } = this;
    if (fault !== undefined) this.struck++;
    const kind = fault?.kind;
    if (kind === 'timeout' || kind === 'hang') return;
    if (kind === 'slow') for (let turns = 0; turns < 20; turns++) await turn();
    // What is answered otherwise than by a code, an id or a broken connection, was not kept.
    const after =
      fault === undefined || (fault.kind === 'code' ? fault.when === 'after' : isAfter(kind));
    if (after) this.deadLetters.push(data);
    if (fault?.kind === 'code') refuse(fault.status);
    else if (kind === 'garbage') garble();
    else if (kind === 'left out') answer([]);
    else if (kind?.startsWith('reset') === true) cut();
    else answer(['1']);
  }
}

function isAfter(kind: Fault['kind'] | undefined): boolean {
  return kind === 'reset after' || kind === 'slow';
}

/** The data of the first message of a PublishRequest. */
function dataOf(request: Buffer): Buffer {
  return field(field(request, TAGS.messages), TAGS.data);
}

function field(message: Buffer, wanted: number): Buffer {
  const reader = Reader.create(message);
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag === wanted) return Buffer.from(reader.bytes());
    reader.skipType(tag & 7);
  }
  return Buffer.alloc(0);
}

function framed(message: Uint8Array): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}
