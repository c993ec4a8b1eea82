import { untilAborted } from '../common/abort.js';
import { DEFAULTS } from '../common/defaults.js';
import { CollectorError, coordinatorError } from '../common/errors.js';
import type {
  CallOptions,
  Coordinator,
  LogStreamState,
  StreamRegistration,
  TerminateRequest,
} from './coordinator.js';
import {
  checkRegistration,
  checkSecret,
  checkTermination,
  endsStream,
  prefixOf,
} from './request_rules.js';
import { streamId } from './stream_id.js';

/** The rules of a Coordinator for tests. */
export interface MemoryCoordinatorOptions {
  /** Milliseconds since 1970; default: the machine's clock. */
  readonly now?: () => number;
  /** How long after its registration a prefix takes new streams, in milliseconds. Default: 24 hours. */
  readonly prefixExpirationMs?: number;
  /** Refuses every stream, for no prefix can be registered without one. Default: false. */
  readonly strict?: boolean;
}

interface Prefix {
  readonly secret: Uint8Array;
  readonly expirationMs: number;
}

/** A Coordinator for tests: its streams are in memory, and grow without bound. */
export class MemoryCoordinator implements Coordinator {
  /** By project and prefix. */
  private readonly prefixes = new Map<string, Prefix>();
  /** By project and id. */
  private readonly streams = new Map<string, LogStreamState>();
  private readonly now: () => number;
  private readonly prefixExpirationMs: number;
  private readonly strict: boolean;
  private closed = false;

  constructor({
    now = Date.now,
    prefixExpirationMs = DEFAULTS.coordinatorPrefixExpirationMs,
    strict = false,
  }: MemoryCoordinatorOptions = {}) {
    this.now = now;
    this.prefixExpirationMs = prefixExpirationMs;
    this.strict = strict;
  }

  async registerStream(
    registration: StreamRegistration,
    descriptor: Uint8Array,
    { signal }: CallOptions,
  ): Promise<LogStreamState> {
    await this.begin(signal);
    checkRegistration(registration, descriptor);
    const { project, path, secret, terminalIndex } = registration;
    this.checkPrefix(registration);
    const id = streamId(path);
    const known = this.streams.get(`${project}/${id}`);
    if (known !== undefined && (known.terminalIndex >= 0n || terminalIndex < 0n)) return known;
    const first = { ...registration, id, secret: Uint8Array.from(secret) };
    const state = { archived: false, purged: false, ...(known ?? first), terminalIndex };
    this.streams.set(`${project}/${id}`, state);
    return state;
  }

  async terminateStream(request: TerminateRequest, { signal }: CallOptions): Promise<void> {
    await this.begin(signal);
    checkTermination(request);
    const { project, path, id, terminalIndex } = request;
    const known = this.streams.get(`${project}/${id.toLowerCase()}`);
    if (known === undefined) {
      throw coordinatorError('NotFound', `stream ${project}/${path} is not registered`);
    }
    checkSecret(known.secret, request);
    if (endsStream(known, terminalIndex)) {
      this.streams.set(`${project}/${known.id}`, { ...known, terminalIndex });
    }
  }

  close(): Promise<void> {
    this.closed = true;
    // Behind the calls that have begun.
    return new Promise((resolve) => setImmediate(resolve));
  }

  private async begin(signal: AbortSignal | undefined): Promise<void> {
    if (this.closed) throw new CollectorError('SHUTTING_DOWN');
    await untilAborted(Promise.resolve(), signal);
  }

  /** Registers the prefix of a stream with the stream's secret where it is not registered yet. */
  private checkPrefix(registration: StreamRegistration): void {
    const { project, path, secret } = registration;
    const prefix = `${project}/${prefixOf(path)}`;
    const known = this.prefixes.get(prefix);
    if (known === undefined) {
      if (this.strict) {
        throw coordinatorError('FailedPrecondition', `prefix ${prefix} is not registered`);
      }
      const expirationMs = this.now() + this.prefixExpirationMs;
      this.prefixes.set(prefix, { secret: Uint8Array.from(secret), expirationMs });
      return;
    }
    checkSecret(known.secret, registration);
    if (this.now() >= known.expirationMs) {
      throw coordinatorError('FailedPrecondition', `prefix ${prefix} has expired: use another one`);
    }
  }
}
