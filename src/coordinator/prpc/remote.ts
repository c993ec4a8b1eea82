import { Batcher, type BatchLimits } from '../../common/batcher.js';
import { DEFAULTS } from '../../common/defaults.js';
import { Hedges, SLOW_FACTOR } from '../../common/hedges.js';
import type {
  CallOptions,
  Coordinator,
  LogStreamState,
  StreamRegistration,
  TerminateRequest,
} from '../coordinator.js';
import { ENTRY_BYTES_MAX, sendCalls, sendHedge } from './batch.js';
import {
  type Answer,
  type Call,
  readEmpty,
  readState,
  registerCall,
  terminateCall,
} from './call.js';
import type { PrpcClient } from './client.js';

/** A larger call of a slow Batch is not sent once more, in bytes. */
const HEDGED_BYTES_MAX = 64 * 1024;

/** The bounds of Batches (protocol section 4, `docs/decisions/0008-batching.md`). */
export const BATCH_LIMITS: BatchLimits = {
  maxItems: 20,
  // Under 9 MB, with room for what a call takes beyond its size.
  maxBytes: 8_900_000,
  maxBatches: DEFAULTS.coordinatorMaxCalls,
  // Calls that hang must not hold up the others.
  maxSlowBatches: SLOW_FACTOR * DEFAULTS.coordinatorMaxCalls,
  maxPartialBatches: 2,
  maxQueuedItems: DEFAULTS.coordinatorMaxQueue,
  maxQueuedBytes: DEFAULTS.coordinatorMaxQueueBytes,
};

export interface RemoteCoordinatorOptions {
  readonly client: PrpcClient;
  /** Is called with what is unexpected in the answers, without secrets. */
  readonly warn?: (message: string) => void;
  /** Default: BATCH_LIMITS. Batches of one item are plain calls. */
  readonly limits?: BatchLimits;
}

/**
 * A Coordinator that is called over pRPC, its calls grouped into Batches. An answer is asked for once: what fails is for
 * the message to come again.
 */
export class RemoteCoordinator implements Coordinator {
  private readonly client: PrpcClient;
  private readonly calls: Batcher<Call, Answer>;
  private closed: Promise<void> | undefined;

  constructor({ client, warn = () => undefined, limits = BATCH_LIMITS }: RemoteCoordinatorOptions) {
    this.client = client;
    const hedges = new Hedges<Call, Answer>({
      maxItems: limits.maxSlowBatches,
      maxItemBytes: HEDGED_BYTES_MAX,
      send: (call, signal) => sendHedge(call, client, signal),
    });
    this.calls = new Batcher<Call, Answer>({
      backend: 'Coordinator',
      limits,
      bounds: 'COORDINATOR_MAX_QUEUE and COORDINATOR_MAX_QUEUE_BYTES',
      sizeOf: ({ body }) => body.length + ENTRY_BYTES_MAX,
      slowMs: () => hedges.slowMs,
      hedges,
      send: (batch, signal) => sendCalls(batch, client, signal, warn),
    });
  }

  async registerStream(
    registration: StreamRegistration,
    descriptor: Uint8Array,
    { signal }: CallOptions,
  ): Promise<LogStreamState> {
    const call = registerCall(registration, descriptor);
    return readState(registration, call, await this.calls.add(call, signal));
  }

  async terminateStream(request: TerminateRequest, { signal }: CallOptions): Promise<void> {
    const call = terminateCall(request);
    readEmpty(call, await this.calls.add(call, signal));
  }

  close(): Promise<void> {
    this.closed ??= this.calls.close().then(() => this.client.close());
    return this.closed;
  }
}
