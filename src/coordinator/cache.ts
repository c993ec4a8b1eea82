import { timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { checkWhole } from '../common/check_options.js';
import { DEFAULTS } from '../common/defaults.js';
import { BackendError, CollectorError } from '../common/errors.js';
import type {
  CallOptions,
  Coordinator,
  LogStreamState,
  SecretStream,
  StreamRegistration,
  TerminateRequest,
} from './coordinator.js';
import { NOT_TERMINATED } from './coordinator.js';
import { SingleFlight } from '../common/single_flight.js';

/** The bounds of a state cache. */
export interface StateCacheOptions {
  /**
   * How many streams are cached; a long name counts once more for every 512 characters of the key. Default, also for 0:
   * 100,000.
   */
  readonly size?: number;
  /** How long a state is cached, in milliseconds from its registration. Default, also for 0: 10 minutes, as in the reference. */
  readonly expirationMs?: number;
  /** The time in milliseconds, above 0; default: `performance.now`. */
  readonly now?: () => number;
  /** Whether a call to the Coordinator is given up when nothing waits for it any more. Default: true. */
  readonly abandons?: boolean;
}

/** What is in the cache, how often the Coordinator was spared a registration, and how often not. */
export interface StateCacheStats {
  /** The streams that it remembers. */
  readonly size: number;
  /** Registrations answered from the cache, or by a call that was already under way. */
  readonly hits: number;
  /** Registrations that the Coordinator was asked for. */
  readonly misses: number;
}

/** A key's characters that count as one stream: what a long name costs, it shall count. */
const KEY_CHARS_PER_UNIT = 512;

/** Registrations of a stream that are under way, all begun before an end of it became known. */
interface UnderWay {
  calls: number;
  /** The terminal index that has become known since; their answers may be older than it. */
  ended: bigint | undefined;
}

/**
 * A Coordinator that remembers the states of streams (protocol section 5). They are kept by project, path and secret:
 * callers with different secrets share no state, no call and no failure. A state that is kept answers every registration
 * of its stream, since the Coordinator answers the first registration's state to all of them. A call under way may be
 * refused, so only callers that ask exactly the same share it. Failures are not kept at all.
 */
export class CachedCoordinator implements Coordinator {
  private readonly states: LRUCache<string, LogStreamState>;
  private readonly registrations: SingleFlight<LogStreamState>;
  private readonly terminations: SingleFlight<void>;
  /** By the key of the state. */
  private readonly underWay = new Map<string, UnderWay>();
  private readonly counts = { hits: 0, misses: 0 };
  private lastSecret = new Uint8Array(0);
  private closing = false;

  /** @throws CollectorError BAD_SETTINGS where a number makes no sense */
  constructor(
    private readonly inner: Coordinator,
    { size = 0, expirationMs = 0, now = () => performance.now(), abandons }: StateCacheOptions = {},
  ) {
    checkWhole('state cache', { size, expirationMs }, 0);
    this.registrations = new SingleFlight(abandons);
    this.terminations = new SingleFlight(abandons);
    this.states = new LRUCache({
      // Not `max`: that takes the room of a full cache at once, and every collection of garbage goes over it.
      maxSize: size || DEFAULTS.stateCacheSize,
      sizeCalculation: (_state, key) => 1 + Math.floor(key.length / KEY_CHARS_PER_UNIT),
      ttl: expirationMs || DEFAULTS.stateCacheExpirationMs,
      // Looks at the clock each time: what it saves otherwise, a timer costs.
      ttlResolution: 0,
      perf: { now },
    });
  }

  /** What is in the cache now, and what it has spared since it was made. */
  get stats(): StateCacheStats {
    return { size: this.states.size, ...this.counts };
  }

  registerStream(
    registration: StreamRegistration,
    descriptor: Uint8Array,
    { signal }: CallOptions,
  ): LogStreamState | Promise<LogStreamState> {
    const key = stateKey(registration);
    const state = this.states.get(key);
    if (state !== undefined) {
      this.counts.hits++;
      return state;
    }
    return this.register(key, registration, descriptor, signal);
  }

  /** A termination that is known to have worked is not sent again; one with another index is the Coordinator's to judge. */
  terminateStream(request: TerminateRequest, { signal }: CallOptions): void | Promise<void> {
    const key = stateKey(request);
    const { terminalIndex } = request;
    const known = this.states.get(key)?.terminalIndex;
    if (known === terminalIndex && known !== NOT_TERMINATED) return;
    if (this.closing) return Promise.reject(new CollectorError('SHUTTING_DOWN'));
    return this.terminations.join(terminationKey(key, request), signal, async (own) => {
      try {
        await this.inner.terminateStream(request, { signal: own });
      } catch (thrown) {
        // What is believed of it is wrong: it was expunged since.
        if (thrown instanceof BackendError && thrown.status === 'NotFound') this.states.delete(key);
        throw thrown;
      }
      this.markEnded(key, terminalIndex);
    });
  }

  /** Forgets a stream: the next registration asks the Coordinator. */
  forget(stream: SecretStream): void {
    this.states.delete(stateKey(stream));
  }

  async close(): Promise<void> {
    this.closing = true;
    await Promise.all([this.registrations.settled(), this.terminations.settled()]);
    this.states.clear();
    await this.inner.close();
  }

  private register(
    key: string,
    registration: StreamRegistration,
    descriptor: Uint8Array,
    signal: AbortSignal | undefined,
  ): Promise<LogStreamState> {
    if (this.closing) return Promise.reject(new CollectorError('SHUTTING_DOWN'));
    const call = registrationKey(key, registration, descriptor);
    this.counts[this.registrations.has(call) ? 'hits' : 'misses']++;
    return this.registrations.join(call, signal, async (own) => {
      const underWay = this.begin(key);
      try {
        const answer = await this.inner.registerStream(registration, descriptor, { signal: own });
        const state = this.settledState(answer, underWay.ended);
        // What comes after all have left may be older than what is known by then.
        if (own?.aborted !== true) this.keep(key, state);
        return state;
      } finally {
        this.finish(key, underWay);
      }
    });
  }

  private begin(key: string): UnderWay {
    const underWay = this.underWay.get(key) ?? { calls: 0, ended: undefined };
    underWay.calls++;
    this.underWay.set(key, underWay);
    return underWay;
  }

  private finish(key: string, underWay: UnderWay): void {
    if (--underWay.calls === 0 && this.underWay.get(key) === underWay) this.underWay.delete(key);
  }

  private keep(key: string, state: LogStreamState): void {
    this.states.set(key, state);
    if (state.terminalIndex !== NOT_TERMINATED) this.endUnderWay(key, state.terminalIndex);
  }

  private settledState(answer: LogStreamState, ended: bigint | undefined): LogStreamState {
    const { project, path, id, protoVersion, archived, purged } = answer;
    const open = answer.terminalIndex === NOT_TERMINATED;
    const terminalIndex = open && ended !== undefined ? ended : answer.terminalIndex;
    const secret = this.ownSecret(answer.secret);
    return Object.freeze({
      project,
      path,
      id,
      secret,
      protoVersion,
      terminalIndex,
      archived,
      purged,
    });
  }

  /** A copy, for the secret may be a view into a whole message; the streams of a bundle share one (of 250 bytes). */
  private ownSecret(secret: Uint8Array): Uint8Array {
    const last = this.lastSecret;
    if (last.length !== secret.length || !timingSafeEqual(last, secret)) {
      this.lastSecret = new Uint8Array(secret);
    }
    return this.lastSecret;
  }

  private markEnded(key: string, terminalIndex: bigint): void {
    this.endUnderWay(key, terminalIndex);
    const state = this.states.peek(key);
    if (state === undefined) return;
    // A new object, for the old one is in other hands; it grows no younger.
    const ended = Object.freeze({ ...state, terminalIndex });
    this.states.set(key, ended, { noUpdateTTL: true });
  }

  /** The registrations that begin from here on see the end themselves. */
  private endUnderWay(key: string, terminalIndex: bigint): void {
    const underWay = this.underWay.get(key);
    if (underWay === undefined) return;
    underWay.ended = terminalIndex;
    this.underWay.delete(key);
  }
}

/** Unambiguous: neither a project nor a path has a NUL. */
function stateKey({ project, path, secret }: SecretStream): string {
  return `${project}\0${path}\0${latin1(secret)}`;
}

/** All that a registration asks: the Coordinator may refuse one descriptor, version or terminal index and take another. */
function registrationKey(
  key: string,
  { protoVersion, terminalIndex }: StreamRegistration,
  descriptor: Uint8Array,
): string {
  const version = `${protoVersion.length} ${protoVersion}`;
  return `${terminalIndex} ${version}${descriptor.length} ${latin1(descriptor)}${key}`;
}

/** All that a termination asks. */
function terminationKey(key: string, { id, terminalIndex }: TerminateRequest): string {
  return `${terminalIndex} ${id.length} ${id}${key}`;
}

/** Most are Buffers already, and to make another one costs as much as the rest. */
function latin1(bytes: Uint8Array): string {
  const { buffer, byteOffset, byteLength } = bytes;
  const own = bytes instanceof Buffer ? bytes : Buffer.from(buffer, byteOffset, byteLength);
  return own.toString('latin1');
}
