import { DEFAULTS } from '../../common/defaults.js';
import { asCollectorError, coordinatorError } from '../../common/errors.js';
import { ActivityTable } from '../retention/activity_table.js';
import type { StoreTimes } from '../retention/store_clock.js';
import type { Environment } from '../environment.js';
import type {
  CallOptions,
  Coordinator,
  LogStreamState,
  StreamRegistration,
  TerminateRequest,
} from '../../coordinator/coordinator.js';
import { NOT_TERMINATED } from '../../coordinator/coordinator.js';
import {
  checkPrefixRegistration,
  newPrefix,
  type PrefixRecord,
  type PrefixRegistration,
  PrefixTable,
  sameAgain,
} from './prefix_record.js';
import {
  checkRegistration,
  checkSecret,
  checkTermination,
  endsStream,
  prefixOf,
} from '../../coordinator/request_rules.js';
import { streamId } from '../../coordinator/stream_id.js';
import { type StreamRecord, StreamTable } from './stream_record.js';
import { Transactions } from './transactions.js';

export interface LocalCoordinatorOptions {
  /** Stays open: it is its owner's. */
  readonly environment: Environment;
  /** Refuses streams of prefixes that are not registered, instead of registering those with the stream's secret. */
  readonly strict?: boolean;
  /** How long after its registration a prefix takes new streams, in milliseconds. Default: 24 hours. */
  readonly prefixExpirationMs?: number;
  /** Milliseconds since 1970; default: the machine's clock. */
  readonly now?: () => number;
  /** The times of the store, which a jump of that clock does not move; default: that clock. */
  readonly times?: StoreTimes;
}

/** The records of streams and prefixes, as far as readers of logs need them. */
export type StreamRecords = Pick<
  LocalCoordinator,
  'stream' | 'streamById' | 'streamsUnder' | 'prefix'
>;

/** A registered stream, and its prefix. */
export interface FoundStream {
  readonly record: StreamRecord;
  readonly prefix: PrefixRecord;
}

/**
 * The Coordinator in this process, over the local store, with the semantics of the server (protocol section 4). An
 * answer is on disk before it is given, and several processes may share the store.
 *
 * A stream that is registered again keeps its first descriptor. A terminal index that comes with it ends the stream
 * where it had not ended; where it had, the answer is the index that is known, and it is for TerminateStream to refuse
 * another one: the logs that came along are worth storing.
 */
export class LocalCoordinator implements Coordinator {
  private readonly streamTable: StreamTable;
  private readonly prefixTable: PrefixTable;
  private readonly activity: ActivityTable;
  private readonly transactions: Transactions;
  /** The prefix that was last looked up in the transaction under way: the streams of a bundle share theirs. */
  private lastPrefix: PrefixRecord | undefined;
  private readonly strict: boolean;
  private readonly prefixExpirationMs: number;
  private readonly times: StoreTimes;

  constructor(options: LocalCoordinatorOptions) {
    this.streamTable = new StreamTable(options.environment);
    this.prefixTable = new PrefixTable(options.environment);
    this.activity = new ActivityTable(options.environment);
    this.transactions = new Transactions(options.environment, () => {
      this.lastPrefix = undefined;
    });
    this.strict = options.strict ?? false;
    this.prefixExpirationMs = options.prefixExpirationMs ?? DEFAULTS.coordinatorPrefixExpirationMs;
    const { now = Date.now } = options;
    this.times = options.times ?? { latestMs: now, confirmedMs: now };
  }

  registerStream(
    registration: StreamRegistration,
    descriptor: Uint8Array,
    { signal }: CallOptions,
  ): LogStreamState | Promise<LogStreamState> {
    try {
      checkRegistration(registration, descriptor);
      const known = this.find(registration);
      if (known !== undefined) return known;
      return this.transactions.run(() => this.register(registration, descriptor), signal);
    } catch (thrown) {
      return Promise.reject(asCollectorError(thrown));
    }
  }

  async terminateStream(request: TerminateRequest, { signal }: CallOptions): Promise<void> {
    checkTermination(request);
    await this.transactions.run(() => this.terminate(request), signal);
  }

  /**
   * Registers a prefix, with a secret of its own; the answer is on disk before it is given. The same registration again
   * is answered with the same secret, so that a Butler may try again.
   *
   * @throws CollectorError COORDINATOR_REFUSED: InvalidArgument, AlreadyExists; COORDINATOR_FAILED
   */
  async registerPrefix(
    registration: PrefixRegistration,
    { signal }: CallOptions,
  ): Promise<PrefixRecord> {
    checkPrefixRegistration(registration);
    return this.transactions.run(() => {
      const { project, prefix } = registration;
      const known = this.prefixTable.get(project, prefix);
      if (known !== undefined) return sameAgain(known, registration, this.times.confirmedMs());
      const record = newPrefix(registration, this.times.latestMs(), this.prefixExpirationMs);
      this.putPrefix(record);
      return record;
    }, signal);
  }

  prefix(project: string, prefix: string): PrefixRecord | undefined {
    return this.prefixTable.get(project, prefix);
  }

  /** The stream with this id, in hex, if there is one. */
  streamById(project: string, id: string): FoundStream | undefined {
    const record = this.streamTable.getById(project, id.toLowerCase());
    const prefix = record && this.prefixTable.get(project, prefixOf(record.path));
    return record && prefix && { record, prefix };
  }

  /** The records of a prefix's streams, after a path if told; in the order, and with the bounds, of `streams`. */
  streamsUnder(project: string, prefix: string, after?: string): IterableIterator<StreamRecord> {
    return this.streamTable.under(project, prefix, after);
  }

  stream(project: string, path: string): StreamRecord | undefined {
    return this.streamTable.get(project, path);
  }

  /**
   * Every stream's record, by project and path; paths past 1,900 bytes or so that agree up to there come in no order.
   * It holds 256 records, or 1 MiB of descriptors, at a time. What changes meanwhile may be seen or not.
   */
  streams(): IterableIterator<StreamRecord> {
    return this.streamTable.all();
  }

  /** Changes with every commit to the store, of whichever process: a list of streams stays true until then. */
  get revision(): number {
    return this.streamTable.revision;
  }

  /** Waits for what is under way. */
  close(): Promise<void> {
    return this.transactions.close();
  }

  /** The state of a registered stream that the registration changes nothing of. */
  private find(registration: StreamRegistration): LogStreamState | undefined {
    const { project, path } = registration;
    const record = this.streamTable.get(project, path);
    if (record === undefined || !this.activity.has(record)) return undefined;
    const prefix = this.prefixTable.get(project, prefixOf(path));
    if (prefix === undefined) return undefined;
    this.checkPrefix(prefix, registration);
    return ends(record, registration) ? undefined : stateOf(record, prefix);
  }

  private register(registration: StreamRegistration, descriptor: Uint8Array): LogStreamState {
    const { project, path, protoVersion, terminalIndex } = registration;
    const registered = this.prefixInTransaction(project, prefixOf(path));
    const prefix = registered ?? this.prefixOfStream(registration);
    this.checkPrefix(prefix, registration);
    if (registered === undefined) this.putPrefix(prefix);
    const known = this.streamTable.get(project, path);
    const record = known ?? {
      project,
      path,
      id: streamId(path),
      descriptor,
      protoVersion,
      terminalIndex: NOT_TERMINATED,
      created: new Date(this.times.latestMs()),
      archived: false,
      purged: false,
    };
    const settled = ends(record, registration) ? { ...record, terminalIndex } : record;
    if (settled !== known) this.streamTable.put(settled);
    const ended = settled.terminalIndex !== NOT_TERMINATED;
    void this.activity.touch(settled, this.times.latestMs(), ended);
    return stateOf(settled, prefix);
  }

  private terminate({ project, path, id, secret, terminalIndex }: TerminateRequest): void {
    const found = this.streamById(project, id);
    if (found === undefined) {
      throw coordinatorError('NotFound', `stream ${project}/${path} is not registered`);
    }
    const { record, prefix } = found;
    checkSecret(prefix.secret, { project, path: record.path, secret });
    if (!endsStream(record, terminalIndex)) return;
    this.streamTable.put({ ...record, terminalIndex });
    void this.activity.touch(record, this.times.latestMs(), true);
  }

  private prefixInTransaction(project: string, prefix: string): PrefixRecord | undefined {
    const last = this.lastPrefix;
    if (last?.project === project && last.prefix === prefix) return last;
    return (this.lastPrefix = this.prefixTable.get(project, prefix));
  }

  private putPrefix(record: PrefixRecord): void {
    this.lastPrefix = undefined;
    this.prefixTable.put(record);
    void this.activity.putPrefix(record.project, record.prefix, record.expiration.getTime());
  }

  /** The prefix of a stream that brings its own. */
  private prefixOfStream({ project, path, secret }: StreamRegistration): PrefixRecord {
    const prefix = prefixOf(path);
    if (this.strict) {
      const why = `prefix ${project}/${prefix} is not registered: register it before its streams`;
      throw coordinatorError('FailedPrecondition', why);
    }
    return newPrefix({ project, prefix, secret }, this.times.latestMs(), this.prefixExpirationMs);
  }

  private checkPrefix(prefix: PrefixRecord, registration: StreamRegistration): void {
    if (this.times.confirmedMs() >= prefix.expiration.getTime()) {
      const when = prefix.expiration.toISOString();
      const why = `prefix ${prefix.project}/${prefix.prefix} has expired at ${when}: use another one`;
      throw coordinatorError('FailedPrecondition', why);
    }
    checkSecret(prefix.secret, registration);
  }
}

/** Whether the registration ends a stream that had not ended. */
function ends({ terminalIndex }: StreamRecord, registration: StreamRegistration): boolean {
  return terminalIndex === NOT_TERMINATED && registration.terminalIndex >= 0n;
}

function stateOf(record: StreamRecord, { secret }: PrefixRecord): LogStreamState {
  const { project, path, id, protoVersion, terminalIndex, archived, purged } = record;
  return { project, path, id, secret, protoVersion, terminalIndex, archived, purged };
}
