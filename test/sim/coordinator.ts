import { NOT_TERMINATED } from '../../src/bundle/bundle.js';
import { coordinatorError, type GrpcCode } from '../../src/common/errors.js';
import type {
  LogStreamState,
  StreamRegistration,
  TerminateRequest,
} from '../../src/coordinator/coordinator.js';
import type { Reply } from '../../src/coordinator/prpc/answer.js';
import { logpb } from '../../src/proto/gen/logpb.js';
import { logdog } from '../../src/proto/gen/services.js';
import { FakeCoordinator } from '../fakes/coordinator.js';
import {
  answerEntry,
  entriesOf,
  type Entry,
  type EntryAnswer,
  failedEntry,
  pathOf,
  replyOf,
  statusOf,
} from '../fakes/coordinator_server.js';
import type { Fault, Network } from './network.js';
import type { Instance } from './instance.js';
import type { Oracle } from './oracle.js';
import { REFUSED_CONTENT_TYPE, REFUSED_TERMINAL_INDEX } from './scenario.js';

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

/** A Coordinator, as far as a Collector sees it (protocol section 4); its prefixes are registered. */
export class CoordinatorServer {
  readonly streams = new Map<string, KnownStream>();
  readonly coordinator = new FakeCoordinator({
    register: (registration, _options, descriptor) => this.register(registration, descriptor),
    terminate: (request) => {
      this.terminate(request);
    },
  });

  /** @param lenient it answers a wrong secret with the right one, and leaves it to the Collector to compare them */
  constructor(
    private readonly secrets: ReadonlyMap<string, string>,
    private readonly lenient: boolean,
  ) {}

  private register(
    { path, secret, terminalIndex }: StreamRegistration,
    descriptor: Uint8Array,
  ): Partial<LogStreamState> {
    const right = this.secrets.get(prefixOf(path));
    if (right === undefined) throw refusal('FailedPrecondition');
    if (right !== text(secret) && !this.lenient) throw refusal('InvalidArgument');
    const refused = contentTypeOf(descriptor) === REFUSED_CONTENT_TYPE;
    if (refused || Number(terminalIndex) === REFUSED_TERMINAL_INDEX)
      throw refusal('InvalidArgument');
    const known = this.streams.get(path);
    const first = { path, terminalIndex: Number(NOT_TERMINATED), archived: false, purged: false };
    const stream = known ?? first;
    if (right === text(secret)) {
      this.streams.set(path, stream);
      if (stream.terminalIndex < 0) stream.terminalIndex = Number(terminalIndex);
    }
    const { archived, purged } = stream;
    const index = BigInt(stream.terminalIndex);
    return { secret: Buffer.from(right, 'latin1'), archived, purged, terminalIndex: index };
  }

  private terminate({ path, secret, terminalIndex }: TerminateRequest): void {
    const stream = this.streams.get(path);
    if (stream === undefined) throw refusal('NotFound');
    if (this.secrets.get(prefixOf(path)) !== text(secret)) throw refusal('InvalidArgument');
    const index = Number(terminalIndex);
    if (index === REFUSED_TERMINAL_INDEX) throw refusal('InvalidArgument');
    if (stream.terminalIndex >= 0 && stream.terminalIndex !== index) {
      throw refusal('FailedPrecondition');
    }
    stream.terminalIndex = index;
  }
}

/** A client of it, as the program's own makes calls: `src/coordinator/prpc/client.ts`. */
export class SimulatedClient {
  constructor(
    private readonly coordinator: FakeCoordinator,
    private readonly network: Network,
    private readonly oracle: Oracle,
    private readonly owner: Instance,
  ) {}

  async call(method: string, body: Uint8Array, signal?: AbortSignal): Promise<Reply> {
    const entries = entriesOf(method, body);
    for (const { terminateStream } of entries) {
      if (terminateStream == null) continue;
      const { id, terminalIndex } = new logdog.TerminateStreamRequest(terminateStream);
      this.oracle.onTerminate(this.owner, this.coordinator.pathOf(id), Number(terminalIndex));
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
      if (answer.err != null) this.oracle.onRefusal(this.owner, about, statusOf(answer.err));
    }
    return reply;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** Happens at the server. */
  private async answer(
    method: string,
    entries: readonly Entry[],
    fault: Fault | undefined,
  ): Promise<{ reply: Reply; told: Told[] }> {
    const { random } = this.network;
    if (fault?.kind === 'code' && !fault.effect) return this.fail(method, entries, fault.status);
    const told: Told[] = [];
    for (const entry of entries) {
      const about = aboutOf(entry, this.coordinator);
      const failing = fault?.kind === 'partly' && random.oneIn(2) ? fault : undefined;
      const answer = failing?.effect === false ? {} : await answerEntry(this.coordinator, entry);
      told.push({ ...about, answer: failing ? failedEntry(failing.status, 'simulated') : answer });
    }
    if (fault?.kind === 'code') return this.fail(method, entries, fault.status);
    if (fault?.kind === 'garbage')
      return { reply: { body: Buffer.from('0affffff', 'hex') }, told: [] };
    return { reply: this.reply(method, told, fault), told };
  }

  /** The answers of a Batch come in any order, and some are left out. */
  private reply(method: string, told: readonly Told[], fault: Fault | undefined): Reply {
    const { random } = this.network;
    const all = told.map(({ answer }, index) => ({ index, ...answer }));
    if (method !== 'Batch') return replyOf(method, all);
    const resp = fault?.kind === 'partly' ? all.filter(() => !random.oneIn(4)) : all;
    return replyOf(method, random.oneIn(2) ? resp.reverse() : resp);
  }

  /** Fails the call as a whole; of a Batch that says nothing of an entry. */
  private fail(method: string, entries: readonly Entry[], status: GrpcCode) {
    const reply: Reply = { failure: { status, detail: 'simulated' } };
    const about =
      method === 'Batch' ? [] : entries.map((entry) => aboutOf(entry, this.coordinator));
    const answer = failedEntry(status, 'simulated');
    return { reply, told: about.map((one) => ({ ...one, answer })) };
  }
}

function aboutOf({ registerStream, terminateStream }: Entry, coordinator: FakeCoordinator): About {
  const secret = text(registerStream?.secret ?? terminateStream?.secret ?? new Uint8Array(0));
  if (registerStream?.desc != null) {
    const { desc, terminalIndex } = new logdog.RegisterStreamRequest(registerStream);
    const question = registering(contentTypeOf(desc), Number(terminalIndex));
    return { path: pathOf(desc), secret, question };
  }
  const { id, terminalIndex } = new logdog.TerminateStreamRequest(terminateStream ?? {});
  return { path: coordinator.pathOf(id), secret, question: terminating(Number(terminalIndex)) };
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

function prefixOf(path: string): string {
  return path.slice(0, path.indexOf('/+/'));
}

function text(secret: Uint8Array): string {
  return Buffer.from(secret).toString('latin1');
}

function refusal(code: GrpcCode): Error {
  return coordinatorError(code, 'simulated');
}
