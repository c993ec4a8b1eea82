import { scanDescriptor, refuseDescriptor } from '../../bundle/descriptor.js';
import { Turns } from '../../common/turns.js';
import {
  asCollectorError,
  CollectorError,
  coordinatorError,
  GRPC_CODES,
} from '../../common/errors.js';
import type {
  CallOptions,
  LogStreamState,
  StreamRegistration,
  TerminateRequest,
} from '../../coordinator/coordinator.js';
import type { FoundStream, LocalCoordinator } from '../coordinator/local_coordinator.js';
import { checkProject, invalid } from '../../coordinator/request_rules.js';
import type { MethodOptions, Methods } from './prpc_server.js';
import { failureOf } from './protocol_error.js';
import { secondsOf } from './reading.js';
import { MAX_BATCH_ENTRIES } from './request_limits.js';

interface RegisterStreamRequest extends Omit<StreamRegistration, 'path'> {
  readonly desc: Uint8Array;
}

interface LoadStreamRequest {
  readonly project: string;
  readonly id: string;
  readonly desc: boolean;
}

type TerminateStreamRequest = Omit<TerminateRequest, 'path'>;

/** Has one of them. */
interface BatchEntry {
  readonly registerStream?: RegisterStreamRequest;
  readonly loadStream?: LoadStreamRequest;
  readonly terminateStream?: TerminateStreamRequest;
  readonly archiveStream?: object;
}

/** The codes that the reference calls transient: the same call may work the next time. */
const TRANSIENT: ReadonlySet<string> = new Set([
  'Unknown',
  'DeadlineExceeded',
  'Internal',
  'Unavailable',
]);

const STREAM_ID = /^[0-9a-f]{64}$/i;

/** How long the entries of a Batch are worked on, in ms: of those of small streams, all are done by then. */
const BATCH_MS_MAX = 500;

/** The most bytes of descriptors in the answer to a Batch; the first comes also where it has more. */
export const BATCH_ANSWER_BYTES_MAX = 16 * 1024 * 1024;

/** `logdog.Services`, for Collectors (protocol section 4). */
export class Services {
  readonly methods: Methods = {
    'logdog.Services/RegisterStream': this.registerStream.bind(this),
    'logdog.Services/LoadStream': this.loadStream.bind(this),
    'logdog.Services/TerminateStream': this.terminateStream.bind(this),
    'logdog.Services/Batch': this.batch.bind(this),
  };

  constructor(private readonly coordinator: LocalCoordinator) {}

  private async registerStream(
    { desc, ...request }: RegisterStreamRequest,
    options: CallOptions,
  ): Promise<object> {
    const registration = { ...request, path: pathOf(desc) };
    const state = await this.coordinator.registerStream(registration, desc, options);
    return { id: state.id, state: stateMessage(state) };
  }

  private loadStream({ project, id, desc }: LoadStreamRequest, { memory }: MethodOptions): object {
    const found = this.find(project, id);
    if (found === undefined) {
      throw coordinatorError('NotFound', `stream ${project}/${id} is not registered`);
    }
    const { record, prefix } = found;
    if (desc) memory.more(record.descriptor.length);
    return {
      state: stateMessage({ ...record, secret: prefix.secret }),
      desc: desc ? record.descriptor : undefined,
      age: secondsOf(Math.max(0, Date.now() - record.created.getTime())),
    };
  }

  private async terminateStream(
    request: TerminateStreamRequest,
    options: CallOptions,
  ): Promise<object> {
    const { project, id } = request;
    const path = this.find(project, id)?.record.path ?? id;
    await this.coordinator.terminateStream({ ...request, path }, options);
    return {};
  }

  private find(project: string, id: string): FoundStream | undefined {
    checkProject(project);
    if (!STREAM_ID.test(id)) throw invalid('the id of the stream is not a SHA-256 in hex');
    return this.coordinator.streamById(project, id);
  }

  /**
   * Begins all entries without waiting for one, so that they share commits; each has an answer of its own. What is not
   * begun within BATCH_MS_MAX of work, or has no more room in the answer, is left out: its sender sends it again.
   */
  private async batch(
    { req }: { readonly req: readonly BatchEntry[] },
    options: MethodOptions,
  ): Promise<object> {
    if (req.length > MAX_BATCH_ENTRIES) {
      throw invalid(`the Batch has ${req.length} entries, more than ${MAX_BATCH_ENTRIES}`);
    }
    const turns = new Turns(options.signal);
    let bytesLeft = BATCH_ANSWER_BYTES_MAX;
    const more = (bytes: number) => {
      options.memory.more(bytes);
      bytesLeft -= bytes;
    };
    const answers: Promise<object>[] = [];
    for (const [index, entry] of req.entries()) {
      if (answers.length > 0 && (turns.workedMs >= BATCH_MS_MAX || bytesLeft <= 0)) break;
      answers.push(this.entryAnswer(index, entry, { ...options, memory: { more } }));
      const turn = turns.next();
      if (turn !== undefined) await turn;
    }
    return { resp: await Promise.all(answers) };
  }

  /** Never rejects. */
  private async entryAnswer(
    index: number,
    entry: BatchEntry,
    options: MethodOptions,
  ): Promise<object> {
    try {
      return { index, ...(await this.entry(entry, options)) };
    } catch (thrown) {
      return { index, err: errorMessage(asCollectorError(thrown)) };
    }
  }

  private async entry(entry: BatchEntry, options: MethodOptions): Promise<object> {
    const { registerStream, loadStream, terminateStream, archiveStream } = entry;
    if (registerStream !== undefined) {
      return { registerStream: await this.registerStream(registerStream, options) };
    }
    if (loadStream !== undefined) return { loadStream: this.loadStream(loadStream, options) };
    if (terminateStream !== undefined) return this.terminateStream(terminateStream, options);
    if (archiveStream !== undefined)
      throw coordinatorError('Unimplemented', 'this Coordinator archives nothing');
    throw invalid('an entry of the Batch has no request');
  }
}

/** The path of a stream, by its descriptor. @throws CollectorError COORDINATOR_REFUSED, InvalidArgument */
function pathOf(desc: Uint8Array): string {
  const bytes = Buffer.from(desc.buffer, desc.byteOffset, desc.length);
  try {
    const found = scanDescriptor(bytes, 0, bytes.length);
    const why = refuseDescriptor(found);
    if (why !== undefined) throw invalid(`the descriptor breaks a rule: ${why}`);
    const prefix = bytes.toString('utf8', found.prefixStart, found.prefixEnd);
    return `${prefix}/+/${bytes.toString('utf8', found.nameStart, found.nameEnd)}`;
  } catch (thrown) {
    if (!(thrown instanceof CollectorError) || thrown.code !== 'BAD_PROTOBUF') throw thrown;
    throw invalid('the descriptor is not a LogStreamDescriptor');
  }
}

function stateMessage(state: Omit<LogStreamState, 'project' | 'path' | 'id'>): object {
  const { protoVersion, secret, terminalIndex, archived, purged } = state;
  return { protoVersion, secret, terminalIndex: String(terminalIndex), archived, purged };
}

function errorMessage(error: CollectorError): object {
  const { status, text } = failureOf(error);
  const grpcCode = GRPC_CODES.indexOf(status);
  return { grpcCode, transient: TRANSIENT.has(status), msg: text };
}
