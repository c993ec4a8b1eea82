import { abortReason, type AbortWaiter, stopWaiting } from './abort.js';
import type { Link } from './chain.js';
import { CollectorError } from './errors.js';

/** An item of a batch, and the caller that waits for it. */
export interface PendingItem<I, A> {
  readonly item: I;
  /** Whether it has its answer, or its caller has left. */
  readonly settled: boolean;
  /** Does nothing where it is settled. */
  resolve(answer: A): void;
}

/** What a caller leaves when it is aborted. */
interface CallerQueue<I, A> {
  leave(caller: Caller<I, A>): void;
}

/** Hot: there is one for each row of a bundle, so it listens itself instead of having functions that do. */
export class Caller<I, A> implements PendingItem<I, A>, AbortWaiter {
  settled = false;
  abortLink: AbortWaiter['abortLink'];
  /** Its place in the queue. */
  queued: Link<Caller<I, A>> | undefined;
  /** The batch that it is under way with. */
  batch: Batch<I, A> | undefined;
  /** Aborted once it is settled: its second call, by itself. */
  hedge: AbortController | undefined;

  constructor(
    private readonly batcher: CallerQueue<I, A>,
    readonly item: I,
    readonly bytes: number,
    private readonly signal: AbortSignal | undefined,
    private readonly onAnswer: (answer: A) => void,
    private readonly onError: (error: CollectorError) => void,
  ) {}

  resolve(answer: A): void {
    if (this.settle()) this.onAnswer(answer);
  }

  reject(error: CollectorError): void {
    if (this.settle()) this.onError(error);
  }

  onAbort(): void {
    this.reject(abortReason(this.signal!));
    this.batcher.leave(this);
  }

  private settle(): boolean {
    if (this.settled) return false;
    this.settled = true;
    if (this.signal !== undefined) stopWaiting(this.signal, this);
    this.hedge?.abort(new CollectorError('CANCELLED'));
    this.batch?.abandon();
    return true;
  }
}

/** A batch that is under way, or about to be. */
export class Batch<I, A> {
  /** Its place among those that are not slow. */
  link: Link<Batch<I, A>> | undefined;
  /** Runs until it is slow: see `Hedges`. */
  slowTimer: NodeJS.Timeout | undefined;
  private hasLeavers = false;
  private ended = false;
  /** When it was sent, as `performance.now` counts. */
  readonly begun = performance.now();

  /** @param partial whether it is less than full */
  constructor(
    readonly callers: readonly Caller<I, A>[],
    readonly partial: boolean,
    readonly controller: AbortController,
  ) {
    for (const caller of callers) caller.batch = this;
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Notes that a caller waits for it no more. */
  leave(): void {
    this.hasLeavers = true;
    this.abandon();
  }

  /**
   * Aborts the batch if callers have left and no caller waits for it any more, whether they left last or not. One that
   * ends with all of its answers is not given up: that would cancel a call which is about to end.
   */
  abandon(): void {
    if (!this.hasLeavers || this.ended) return;
    if (!this.isOpen) this.controller.abort(new CollectorError('CANCELLED'));
  }

  /** Whether a caller still waits. */
  get isOpen(): boolean {
    return this.callers.some(({ settled }) => !settled);
  }

  /** Its signal may be that of another batch from now on. */
  end(): void {
    this.ended = true;
  }

  /** Rejects the items that still wait. */
  fail(error: CollectorError): void {
    for (const caller of this.callers) caller.reject(error);
  }
}
