import type { ServerResponse } from 'node:http';
import type { Coordinator } from '../../../src/coordinator/coordinator.js';
import { asCollectorError, GRPC_CODES } from '../../../src/common/errors.js';
import { logpb } from '../../../src/proto/gen/logpb.js';
import { logdog } from '../../../src/proto/gen/services.js';
import { answerPrpc, type HttpRequest, HttpServer } from './http_server.js';

type Entry = logdog.BatchRequest.Entry.$Properties;
type EntryAnswer = Omit<logdog.BatchResponse.Entry.$Properties, 'index'>;

/** Serves a Coordinator over pRPC, as far as a Collector needs it; `before` may hold a request back. */
export function servePrpc(
  coordinator: Coordinator,
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

/** Answers a request out of a Coordinator. */
export async function answerRequest(
  coordinator: Coordinator,
  { path, body }: HttpRequest,
  response: ServerResponse,
): Promise<void> {
  const method = path.slice(path.lastIndexOf('/') + 1);
  if (method === 'Batch') {
    const { req } = logdog.BatchRequest.decode(body);
    const answers = await Promise.all(
      req.map(async (entry, index) => ({ index, ...(await answerEntry(coordinator, entry)) })),
    );
    answerPrpc(response, 0, logdog.BatchResponse.encode({ resp: answers }).finish());
    return;
  }
  const entry =
    method === 'RegisterStream'
      ? { registerStream: logdog.RegisterStreamRequest.decode(body) }
      : { terminateStream: logdog.TerminateStreamRequest.decode(body) };
  const { err, registerStream } = await answerEntry(coordinator, entry);
  if (err != null) answerPrpc(response, err.grpcCode ?? 0, err.msg ?? '');
  else if (registerStream == null) answerPrpc(response, 0, '');
  else answerPrpc(response, 0, logdog.RegisterStreamResponse.encode(registerStream).finish());
}

async function answerEntry(coordinator: Coordinator, entry: Entry): Promise<EntryAnswer> {
  try {
    if (entry.registerStream != null) {
      return { registerStream: await register(coordinator, entry.registerStream) };
    }
    const { project, id, secret, terminalIndex } = new logdog.TerminateStreamRequest(
      entry.terminateStream ?? {},
    );
    const index = BigInt(terminalIndex.toString());
    const request = { project, id, secret, path: 'unknown/+/path', terminalIndex: index };
    await coordinator.terminateStream(request, {});
    return {};
  } catch (thrown) {
    const { message } = asCollectorError(thrown);
    const [, status = 'Internal', text = message] =
      /^Coordinator: (\w+): (.*)$/.exec(message) ?? [];
    return { err: { grpcCode: GRPC_CODES.findIndex((code) => code === status), msg: text } };
  }
}

async function register(
  coordinator: Coordinator,
  properties: logdog.RegisterStreamRequest.$Properties,
): Promise<logdog.RegisterStreamResponse.$Properties> {
  const request = new logdog.RegisterStreamRequest(properties);
  const { prefix, name } = logpb.LogStreamDescriptor.decode(request.desc);
  const { project, secret, protoVersion, terminalIndex } = request;
  const path = `${prefix}/+/${name}`;
  const index = BigInt(terminalIndex.toString());
  const registration = { project, path, secret, protoVersion, terminalIndex: index };
  const state = await coordinator.registerStream(registration, request.desc, {});
  // From an object, for that takes an integer of any size as text.
  return logdog.RegisterStreamResponse.fromObject({
    id: state.id,
    state: { ...state, terminalIndex: state.terminalIndex.toString() },
  });
}

/** A serialized descriptor that says no more than the stream's path. */
export function descriptorOf(path: string): Uint8Array {
  const [prefix = '', name = ''] = path.split('/+/');
  return logpb.LogStreamDescriptor.encode({ prefix, name }).finish();
}
