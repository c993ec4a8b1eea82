import type { ServerResponse } from 'node:http';
import { asCollectorError, GRPC_CODES, type GrpcCode } from '../../src/common/errors.js';
import { BINARY, type Reply } from '../../src/coordinator/prpc/answer.js';
import { logpb } from '../../src/proto/gen/logpb.js';
import { logdog } from '../../src/proto/gen/services.js';
import type { FakeCoordinator } from './coordinator.js';
import { type HttpRequest, HttpServer } from './http_server.js';

export type Entry = logdog.BatchRequest.Entry.$Properties;
export type EntryAnswer = logdog.BatchResponse.Entry.$Properties;

/** Serves a fake Coordinator over pRPC, as far as a Collector needs it; `before` may hold a request back. */
export function servePrpc(
  coordinator: FakeCoordinator,
  before: (request: HttpRequest) => Promise<void> = () => Promise.resolve(),
): Promise<HttpServer> {
  return HttpServer.start((request, response) => {
    before(request)
      .then(() => answerRequest(coordinator, request, response))
      .catch((thrown: unknown) => {
        answerPrpc(response, 13, String(thrown));
      });
  });
}

/** Answers a request out of a fake Coordinator. */
export async function answerRequest(
  coordinator: FakeCoordinator,
  request: HttpRequest,
  response: ServerResponse,
): Promise<void> {
  const method = methodOf(request);
  const entries = entriesOf(method, request.body);
  const answers = await Promise.all(entries.map((entry) => answerEntry(coordinator, entry)));
  sendReply(response, replyOf(method, answers));
}

export function methodOf({ path }: HttpRequest): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What a call asks: one thing, or the entries of a Batch. */
export function entriesOf(method: string, body: Uint8Array): Entry[] {
  if (method === 'Batch') return logdog.BatchRequest.decode(body).req;
  if (method === 'RegisterStream') {
    return [{ registerStream: logdog.RegisterStreamRequest.decode(body) }];
  }
  return [{ terminateStream: logdog.TerminateStreamRequest.decode(body) }];
}

/** The answer to a call, from those to its entries: those of a Batch get the indices that they have not. */
export function replyOf(method: string, answers: readonly EntryAnswer[]): Reply {
  if (method === 'Batch') {
    const resp = answers.map((answer, index) => ({ index, ...answer }));
    return { body: logdog.BatchResponse.encode({ resp }).finish() };
  }
  const { err, registerStream } = answers[0]!;
  if (err != null) return { failure: { status: statusOf(err), detail: err.msg ?? '' } };
  if (registerStream == null) return { body: new Uint8Array(0) };
  return { body: logdog.RegisterStreamResponse.encode(registerStream).finish() };
}

export function sendReply(response: ServerResponse, reply: Reply): void {
  if ('body' in reply) answerPrpc(response, 0, reply.body);
  else answerPrpc(response, GRPC_CODES.indexOf(reply.failure.status), reply.failure.detail);
}

/** Answers as the reference's server does: the message, or an error's code with its text. */
export function answerPrpc(
  response: ServerResponse,
  code: number,
  body: Uint8Array | string,
  status = code === 0 ? 200 : 500,
): void {
  const type = code === 0 ? BINARY : 'text/plain; charset=utf-8';
  response.writeHead(status, { 'content-type': type, 'x-prpc-grpc-code': `${code}` });
  response.end(body);
}

export function failedEntry(status: GrpcCode, msg: string): EntryAnswer {
  return { err: { grpcCode: GRPC_CODES.indexOf(status), msg } };
}

/** The status of an entry's error. */
export function statusOf({ grpcCode }: logdog.Error.$Properties): GrpcCode {
  return GRPC_CODES[grpcCode ?? 0]!;
}

export async function answerEntry(
  coordinator: FakeCoordinator,
  { registerStream, terminateStream }: Entry,
): Promise<EntryAnswer> {
  try {
    if (registerStream != null) {
      return { registerStream: await register(coordinator, registerStream) };
    }
    const { project, id, secret, terminalIndex } = new logdog.TerminateStreamRequest(
      terminateStream ?? {},
    );
    const index = BigInt(terminalIndex.toString());
    const path = coordinator.pathOf(id);
    await coordinator.terminateStream({ project, id, secret, path, terminalIndex: index }, {});
    return {};
  } catch (thrown) {
    const { message } = asCollectorError(thrown);
    const [, status = 'Internal', text = message] =
      /^Coordinator: (\w+): (.*)$/.exec(message) ?? [];
    return failedEntry(status as GrpcCode, text);
  }
}

async function register(
  coordinator: FakeCoordinator,
  properties: logdog.RegisterStreamRequest.$Properties,
): Promise<logdog.RegisterStreamResponse.$Properties> {
  const { project, secret, protoVersion, desc, terminalIndex } = new logdog.RegisterStreamRequest(
    properties,
  );
  const path = pathOf(desc);
  const index = BigInt(terminalIndex.toString());
  const registration = { project, path, secret, protoVersion, terminalIndex: index };
  const state = await coordinator.registerStream(registration, desc, {});
  // From an object, for that takes an integer of any size as text.
  return logdog.RegisterStreamResponse.fromObject({
    id: state.id,
    state: { ...state, terminalIndex: state.terminalIndex.toString() },
  });
}

/** The path in a serialized descriptor. */
export function pathOf(descriptor: Uint8Array): string {
  const { prefix, name } = logpb.LogStreamDescriptor.decode(descriptor);
  return `${prefix}/+/${name}`;
}

/** A serialized descriptor that says no more than the stream's path. */
export function descriptorOf(path: string): Uint8Array {
  const [prefix = '', name = ''] = path.split('/+/');
  return logpb.LogStreamDescriptor.encode({ prefix, name }).finish();
}
