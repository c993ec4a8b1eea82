import type { Reply } from '../../src/coordinator/prpc/answer.js';
import { streamId } from '../../src/coordinator/stream_id.js';
import { GRPC_CODES, type GrpcCode } from '../../src/common/errors.js';
import { logpb } from '../../src/proto/gen/logpb.js';
import { logdog } from '../../src/proto/gen/services.js';
import type { Fault, Network } from './network.js';
import type { Instance } from './instance.js';
import type { Oracle } from './oracle.js';
import { REFUSED_CONTENT_TYPE, REFUSED_TERMINAL_INDEX } from './scenario.js';

type Entry = logdog.BatchRequest.Entry.$Properties;
type EntryAnswer = logdog.BatchResponse.Entry.$Properties;

/** What the Coordinator knows of a stream. */
export interface KnownStream {
  readonly path: string;
  terminalIndex: number;
  archived: boolean;
  purged: boolean;
}

/** What an entry of a call was about. */
export interface About {
  readonly path: string;
  readonly secret: string;
  /** All else that it asks. */
  readonly question: string;
}

/** A call of one entry, and what it was about. */
interface Told extends About {
  readonly answer: EntryAnswer;
}

const CALL_MS_MAX = 60_000;
const NOT_TERMINATED = -1;

/** A Coordinator's server, as far as a Collector sees it (protocol section 4); its prefixes are registered. */
export class CoordinatorServer {
  readonly streams = new Map<string, KnownStream>();
  private readonly paths = new Map<string, string>();

  /** @param lenient it answers a wrong secret with the right one, and leaves it to the Collector to compare them */
  constructor(
    private readonly secrets: ReadonlyMap<string, string>,
    private readonly lenient: boolean,
  ) {}

  pathOf(id: string): string {
    return this.paths.get(id) ?? '';
  }

  do({ registerStream, terminateStream }: Entry): EntryAnswer {
    if (registerStream != null)
      return this.register(new logdog.RegisterStreamRequest(registerStream));
    return this.terminate(new logdog.TerminateStreamRequest(terminateStream ?? {}));
  }

  private register({ desc, secret, terminalIndex }: logdog.RegisterStreamRequest): EntryAnswer {
    const path = pathOf(desc);
    const right = this.secrets.get(prefixOf(path));
    if (right === undefined) return failed('FailedPrecondition');
    if (right !== text(secret) && !this.lenient) return failed('InvalidArgument');
    const refused = contentTypeOf(desc) === REFUSED_CONTENT_TYPE;
    if (refused || Number(terminalIndex) === REFUSED_TERMINAL_INDEX)
      return failed('InvalidArgument');
    const id = streamId(path);
    const known = this.streams.get(path);
    const stream = known ?? { path, terminalIndex: NOT_TERMINATED, archived: false, purged: false };
    if (right === text(secret)) {
      this.streams.set(path, stream);
      this.paths.set(id, path);
      if (stream.terminalIndex < 0) stream.terminalIndex = Number(terminalIndex);
    }
    const { archived, purged } = stream;
    const state = { secret: Buffer.from(right, 'latin1'), archived, purged, protoVersion: '1' };
    return { registerStream: { id, state: { ...state, terminalIndex: stream.terminalIndex } } };
  }

  private terminate({ id, secret, terminalIndex }: logdog.TerminateStreamRequest): EntryAnswer {
    const stream = this.streams.get(this.pathOf(id));
    if (stream === undefined) return failed('NotFound');
    if (this.secrets.get(prefixOf(stream.path)) !== text(secret)) return failed('InvalidArgument');
    const index = Number(terminalIndex);
    if (index === REFUSED_TERMINAL_INDEX) return failed('InvalidArgument');
    if (stream.terminalIndex >= 0 && stream.terminalIndex !== index) {
      return failed('FailedPrecondition');
    }
    stream.terminalIndex = index;
    return {};
  }
}

/** A client of it, as the program's own makes calls: `src/coordinator/prpc/client.ts`. */
export class SimulatedClient {
  constructor(
    private readonly server: CoordinatorServer,
    private readonly network: Network,
    private readonly oracle: Oracle,
    private readonly owner: Instance,
  ) {}

  async call(method: string, body: Uint8Array, signal?: AbortSignal): Promise<Reply> {
    const entries = entriesOf(method, body);
    for (const { terminateStream } of entries) {
      if (terminateStream == null) continue;
      const { id, terminalIndex } = new logdog.TerminateStreamRequest(terminateStream);
      const path = this.server.pathOf(id);
      this.oracle.onTerminate(this.owner, path, Number(terminalIndex));
    }
    const fault = this.network.fault();
    const label = `${method} of ${entries.length}`;
    this.oracle.trace(this.owner, label, fault);
    const options = { signal, timeoutMs: CALL_MS_MAX };
    const arrived = await this.network.call(this.owner, options, fault, () =>
      this.answer(method, entries, fault),
    );
    if (arrived === undefined) {
      return { failure: { status: 'DeadlineExceeded', detail: 'simulated: no answer' } };
    }
    const { reply, told } = arrived.answer;
    for (const { answer, ...about } of told) {
      if (answer.err != null) this.oracle.onRefusal(this.owner, about, statusOf(answer));
    }
    return reply;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** Happens at the server. */
  private answer(
    method: string,
    entries: readonly Entry[],
    fault: Fault | undefined,
  ): { reply: Reply; told: Told[] } {
    const { random } = this.network;
    if (fault?.kind === 'code' && !fault.effect) return this.fail(method, entries, fault.status);
    const told = entries.map((entry): Told => {
      const about = aboutOf(entry, this.server);
      if (fault?.kind !== 'partly' || !random.oneIn(2)) {
        return { ...about, answer: this.server.do(entry) };
      }
      if (fault.effect) this.server.do(entry);
      return { ...about, answer: failed(fault.status) };
    });
    if (fault?.kind === 'code') return this.fail(method, entries, fault.status);
    if (fault?.kind === 'garbage')
      return { reply: { body: Buffer.from('0affffff', 'hex') }, told: [] };
    return { reply: this.encode(method, told, fault), told };
  }

  private encode(method: string, told: readonly Told[], fault: Fault | undefined): Reply {
    const { random } = this.network;
    if (method === 'Batch') {
      const all = told.map(({ answer }, index) => ({ index, ...answer }));
      // The answers come in any order, and some are left out.
      const resp = fault?.kind === 'partly' ? all.filter(() => !random.oneIn(4)) : all;
      if (random.oneIn(2)) resp.reverse();
      return { body: logdog.BatchResponse.encode({ resp }).finish() };
    }
    const { answer } = told[0]!;
    if (answer.err != null) return { failure: { status: statusOf(answer), detail: 'simulated' } };
    if (answer.registerStream == null) return { body: new Uint8Array(0) };
    return { body: logdog.RegisterStreamResponse.encode(answer.registerStream).finish() };
  }

  /** Fails the call as a whole; of a Batch that says nothing of an entry. */
  private fail(method: string, entries: readonly Entry[], status: GrpcCode) {
    const reply: Reply = { failure: { status, detail: 'simulated' } };
    const about = method === 'Batch' ? [] : entries.map((entry) => aboutOf(entry, this.server));
    return { reply, told: about.map((one) => ({ ...one, answer: failed(status) })) };
  }
}

function entriesOf(method: string, body: Uint8Array): Entry[] {
  if (method === 'Batch') return logdog.BatchRequest.decode(body).req;
  if (method === 'RegisterStream') {
    return [{ registerStream: logdog.RegisterStreamRequest.decode(body) }];
  }
  return [{ terminateStream: logdog.TerminateStreamRequest.decode(body) }];
}

function aboutOf({ registerStream, terminateStream }: Entry, server: CoordinatorServer): About {
  const secret = text(registerStream?.secret ?? terminateStream?.secret ?? new Uint8Array(0));
  if (registerStream?.desc != null) {
    const { desc, terminalIndex } = new logdog.RegisterStreamRequest(registerStream);
    const question = registering(contentTypeOf(desc), Number(terminalIndex));
    return { path: pathOf(desc), secret, question };
  }
  const { id, terminalIndex } = new logdog.TerminateStreamRequest(terminateStream ?? {});
  return { path: server.pathOf(id), secret, question: terminating(Number(terminalIndex)) };
}

/** What a registration asks of a stream beyond its path and secret. @param terminalIndex -1 where there is none */
export function registering(contentType: string, terminalIndex: number): string {
  return `register ${contentType} ${terminalIndex}`;
}

/** What a termination asks. */
export function terminating(terminalIndex: number): string {
  return `terminate ${terminalIndex}`;
}

function contentTypeOf(descriptor: Uint8Array): string {
  return logpb.LogStreamDescriptor.decode(descriptor).contentType;
}

function pathOf(descriptor: Uint8Array): string {
  const { prefix, name } = logpb.LogStreamDescriptor.decode(descriptor);
  return `${prefix}/+/${name}`;
}

function prefixOf(path: string): string {
  return path.slice(0, path.indexOf('/+/'));
}

function text(secret: Uint8Array): string {
  return Buffer.from(secret).toString('latin1');
}

function failed(status: GrpcCode): EntryAnswer {
  return { err: { grpcCode: GRPC_CODES.indexOf(status), msg: 'simulated' } };
}

function statusOf({ err }: EntryAnswer): GrpcCode {
  return GRPC_CODES[err?.grpcCode ?? 0]!;
}
