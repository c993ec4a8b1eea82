import type { ClientReadableStream, ServiceError } from '@grpc/grpc-js';
import { abortReason, type AbortWaiter, stopWaiting, waitForAbort } from '../../common/abort.js';
import { asCollectorError } from '../../common/errors.js';
import { asRpcError, type RpcError, statusError } from './rpc_error.js';
import type { Cancellable, MutateRowsPart } from './stub.js';
import type { AttemptOptions } from './table.js';

/** What became of a row of a call, by its place there: undefined where it is written. */
export type SettleRow = (index: number, error: RpcError | undefined) => void;

/**
 * A gRPC call that writes, and the wait for it.
 *
 * Hot: V8 keeps what belongs to a stream of Node's HTTP/2 until it marks the whole heap, and that is all that a call's
 * listeners refer to. So they refer to this object alone, which refers to nothing of the rows once the call has ended.
 */
export class WriteCall implements AbortWaiter {
  abortLink: AbortWaiter['abortLink'];
  private call: Cancellable | undefined;
  private signal: AbortSignal | undefined;
  private resolve!: () => void;
  private reject!: (error: Error) => void;

  /** Before the call is made. @throws CollectorError the reason of a signal that is aborted: nothing is sent then */
  constructor({ signal }: AttemptOptions) {
    if (signal?.aborted === true) throw abortReason(signal);
    this.signal = signal;
  }

  /** Waits for the call, which calls `done`. @throws RpcError, or the signal's reason */
  begin(call: Cancellable): Promise<void> {
    this.call = call;
    if (this.signal !== undefined) waitForAbort(this.signal, this);
    return new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  onAbort(): void {
    this.call?.cancel();
  }

  /** For gRPC: the call has ended. */
  readonly done = (error: ServiceError | Error | null): void => {
    const { signal } = this;
    this.end();
    if (error === null) this.resolve();
    else if (signal?.aborted === true) this.reject(abortReason(signal));
    else this.reject(asRpcError(error) ?? asCollectorError(error));
  };

  protected end(): void {
    if (this.signal !== undefined) stopWaiting(this.signal, this);
    this.signal = undefined;
    this.call = undefined;
  }
}

/** A call that writes rows, each with a status of its own. */
export class RowsWriteCall extends WriteCall {
  private settle: SettleRow | undefined;

  constructor(options: AttemptOptions, settle: SettleRow) {
    super(options);
    this.settle = settle;
  }

  /** As `begin`; settles the rows as their statuses come. */
  listen(call: ClientReadableStream<MutateRowsPart>): Promise<void> {
    call.on('data', this.onPart);
    call.on('error', this.done);
    call.on('end', this.onEnd);
    return this.begin(call);
  }

  protected override end(): void {
    super.end();
    this.settle = undefined;
  }

  private readonly onPart = ({ entries }: MutateRowsPart): void => {
    for (const { index, status } of entries) {
      const code = status?.code ?? 0;
      this.settle?.(
        Number(index),
        code === 0 ? undefined : statusError(code, status?.message ?? ''),
      );
    }
  };

  private readonly onEnd = (): void => this.done(null);
}
