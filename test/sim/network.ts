import { abortReason, onAbort } from '../../src/common/abort.js';
import { GRPC_CODES, type GrpcCode } from '../../src/common/errors.js';
import type { Random } from '../../src/testing/random.js';
import type { Clock, Owner, Timer } from './clock.js';

/** What goes wrong with a call. */
export type Fault =
  /** It is answered with a code, and has its effect or not. */
  | { readonly kind: 'code'; readonly status: GrpcCode; readonly effect: boolean }
  /** A part of the answer is an error, or missing: of calls about many. */
  | { readonly kind: 'partly'; readonly status: GrpcCode; readonly effect: boolean }
  | { readonly kind: 'garbage' | 'request lost' | 'answer lost' | 'late' };

export interface CallOptions {
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
}

const FAILURES = GRPC_CODES.slice(1);
/** Those that say that the data is at fault: less often, for they end a message. */
const REFUSALS: ReadonlySet<GrpcCode> = new Set<GrpcCode>([
  'InvalidArgument',
  'FailedPrecondition',
  'OutOfRange',
  'AlreadyExists',
]);

/** The way between the program and its backends, and what goes wrong on it and behind it. */
export class Network {
  /** How many faults there have been. */
  faults = 0;

  /**
   * @param faultsLeft how many faults there will be at most
   * @param oneIn how many calls one of them comes on
   */
  constructor(
    readonly clock: Clock,
    readonly random: Random,
    public faultsLeft: number,
    private readonly oneIn: number,
  ) {}

  fault(): Fault | undefined {
    const { random } = this;
    if (this.faultsLeft === 0 || !random.oneIn(this.oneIn)) return undefined;
    this.faultsLeft--;
    this.faults++;
    const kind = random.pick([
      'code',
      'code',
      'partly',
      'garbage',
      'request lost',
      'answer lost',
      'late',
    ] as const);
    if (kind !== 'code' && kind !== 'partly') return { kind };
    let status = random.pick(FAILURES);
    if (REFUSALS.has(status) && !random.oneIn(3)) status = 'Unavailable';
    return { kind, status, effect: random.oneIn(2) };
  }

  /** Milliseconds of one way. */
  latencyMs(): number {
    return this.random.oneIn(30) ? this.random.below(8000) : this.random.below(30);
  }

  /**
   * One call: its effect happens somewhen later, and its answer comes later still, if it comes. What was sent may take
   * effect also after its sender has given up, or is dead.
   *
   * @returns undefined where no answer has come in time
   * @throws CollectorError the signal's reason
   */
  call<T>(
    owner: Owner,
    { signal, timeoutMs }: CallOptions,
    fault: Fault | undefined,
    effect: () => T | Promise<T>,
  ): Promise<{ readonly answer: T } | undefined> {
    const { clock, random } = this;
    if (signal?.aborted === true) return Promise.reject(abortReason(signal));
    return new Promise((resolve, reject) => {
      let delivery: Timer | undefined;
      const end = (settle: () => void) => {
        timer.cancelled = true;
        if (delivery !== undefined) delivery.cancelled = true;
        stop?.();
        settle();
      };
      const late = () => {
        end(() => {
          resolve(undefined);
        });
      };
      const timer = clock.at(timeoutMs, late, owner);
      const stop =
        signal &&
        onAbort(signal, () => {
          end(() => {
            reject(abortReason(signal));
          });
        });
      if (fault?.kind === 'request lost') return;
      const sentMs = fault?.kind === 'late' ? random.between(5000, 90_000) : this.latencyMs();
      const arrive = async () => {
        if (owner.dead && random.oneIn(2)) return;
        const answer = await effect();
        if (fault?.kind === 'answer lost' || timer.cancelled) return;
        const deliver = () => {
          end(() => {
            resolve({ answer });
          });
        };
        delivery = clock.at(this.latencyMs(), deliver, owner);
      };
      clock.at(sentMs, () => void arrive());
    });
  }
}
