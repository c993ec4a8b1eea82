import type { Bundle, Entry } from '../bundle/bundle.js';
import { unpack, unpackedBytesMax } from '../bundle/unpack.js';
import type { CallOptions, Coordinator } from '../coordinator/coordinator.js';
import { asCollectorError, type CollectorError } from '../common/errors.js';
import type { Storage } from '../storage/storage.js';
import type { Stopwatch } from '../common/stopwatch.js';
import { untilAborted } from '../common/abort.js';
import { type BufferPool, bufferPool } from '../common/buffer_pool.js';
import { Semaphore } from '../common/semaphore.js';
import { ProcessError, type ProcessResult } from './result.js';
import { type MessageContext, processStream, type StreamOutcome } from './stream.js';
import { Workers } from '../common/workers.js';

export interface CollectorOptions {
  readonly coordinator: Coordinator;
  readonly storage: Storage;
  /** How many stores of one message are under way at once. */
  readonly maxMessageWorkers?: number;
  /** The most entries a bundle may have: each costs memory and calls. */
  readonly maxStreams?: number;
  /** The most bytes of memory that all messages under way unpack to. */
  readonly maxUnpackedBytes?: number;
  /** Where bundles are unpacked; the process's unless told. */
  readonly buffers?: BufferPool;
}

export interface ProcessOptions extends CallOptions {
  /** Is filled, where somebody looks. */
  readonly times?: Stopwatch | undefined;
}

/**
 * The streams of one message that are under way at once: enough to fill the calls of the Coordinator and of the storage.
 * Each commit of the local store, and the garbage of as many promises, holds the event loop for some 20 ms.
 */
export const MAX_STREAMS_UNDER_WAY = 512;

/** What a stream takes while it is worked on, beyond its logs: 1.8 kB, measured. */
const STREAM_BYTES = 2048;

/** Takes messages, registers their streams and stores their logs (protocol section 5). */
export class Collector {
  private readonly coordinator: Coordinator;
  private readonly storage: Storage;
  private readonly maxMessageWorkers: number;
  private readonly maxStreams: number;
  private readonly buffers: BufferPool;
  private readonly room: Semaphore;
  private underWay = 0;
  private closing = false;
  private idle: (() => void) | undefined;

  constructor(options: CollectorOptions) {
    this.coordinator = options.coordinator;
    this.storage = options.storage;
    this.maxMessageWorkers = options.maxMessageWorkers ?? 4;
    this.maxStreams = options.maxStreams ?? 10_000;
    this.buffers = options.buffers ?? bufferPool;
    this.room = new Semaphore(options.maxUnpackedBytes ?? 128 * 1024 * 1024);
  }

  /**
   * Processes the data of one Pub/Sub message. Resolves when the message is done with: its logs are durable, or there
   * was nothing to do, or they were refused as bad input, entry by entry.
   *
   * @throws ProcessError, retryable, when the message must come again
   */
  async process(
    message: Uint8Array,
    { signal, times }: ProcessOptions = {},
  ): Promise<ProcessResult> {
    if (this.closing) {
      throw new ProcessError('SHUTTING_DOWN', 'the Collector is shutting down', { entries: [] });
    }
    this.underWay++;
    let taken = 0;
    try {
      const bytes = unpackedBytesMax(message.length);
      const turn = this.room.acquire(bytes, signal);
      if (turn !== undefined) await turn;
      taken = bytes;
      const unpacked = unpack(message, this.buffers, this.maxStreams, times);
      const bundle = 'then' in unpacked ? await unpacked : unpacked;
      this.checkStreams(bundle);
      // A buffer that is used again may be larger than it need be.
      const memory = Math.min(bytes, bundle.bytes.buffer.byteLength);
      const kept = memory + bundle.entries.length * STREAM_BYTES;
      this.room.resize(taken, kept);
      taken = kept;
      const result = await this.processBundle(bundle, signal, times);
      if (result.entries.every(({ outcome }) => outcome !== 'refused')) {
        // Every put is done with its records.
        this.buffers.release(bundle.bytes);
      }
      return result;
    } catch (thrown) {
      return refuseMessage(thrown);
    } finally {
      this.room.release(taken);
      if (--this.underWay === 0) this.idle?.();
    }
  }

  /** Takes nothing more in, and waits for what is under way. The backends stay open: they are their owner's. */
  async close(): Promise<void> {
    this.closing = true;
    if (this.underWay === 0) return;
    await new Promise<void>((resolve) => (this.idle = resolve));
  }

  private async processBundle(
    bundle: Bundle,
    signal: AbortSignal | undefined,
    times: Stopwatch | undefined,
  ): Promise<ProcessResult> {
    const { coordinator, storage } = this;
    const workers = new Workers(this.maxMessageWorkers);
    let failure: CollectorError | undefined;
    const onFailure = (cause: CollectorError) => {
      if (signal?.aborted !== true) failure ??= cause;
    };
    const context = { coordinator, storage, bundle, workers, signal, onFailure, times };
    const all = processEntries(bundle.entries, context);
    let outcomes: StreamOutcome[];
    try {
      outcomes = await untilAborted(all, signal);
    } catch (thrown) {
      throw failMessage(bundle, asCollectorError(thrown), failure);
    }
    return settle(bundle, outcomes);
  }

  private checkStreams({ project, prefix, entries, entriesLeftOut }: Bundle): void {
    if (entriesLeftOut === 0) return;
    const why = `a bundle of ${project}/${prefix} has ${entries.length + entriesLeftOut} entries: raise MAX_STREAMS, which is ${this.maxStreams}`;
    throw new ProcessError('TOO_MANY_STREAMS', why, { project, prefix, entries: [] });
  }
}

/** Processes entries, MAX_STREAMS_UNDER_WAY at once; those that are left when the message is given up are not begun. */
async function processEntries(
  entries: readonly Entry[],
  context: MessageContext,
): Promise<StreamOutcome[]> {
  const outcomes: StreamOutcome[] = [];
  let next = 0;
  const work = async () => {
    while (next < entries.length && context.signal?.aborted !== true) {
      const at = next++;
      outcomes[at] = await processEntry(entries[at]!, context);
    }
  };
  const workers = Math.min(entries.length, MAX_STREAMS_UNDER_WAY);
  await Promise.all(Array.from({ length: workers }, work));
  return outcomes;
}

function processEntry(entry: Entry, context: MessageContext): Promise<StreamOutcome> {
  const outcome = outcomeOf(entry, context);
  return context.times?.follow(entry.streamType, outcome) ?? outcome;
}

function outcomeOf(entry: Entry, context: MessageContext): Promise<StreamOutcome> {
  if (entry.kind === 'stream') return processStream(entry, context);
  if (entry.kind === 'junk') {
    return Promise.resolve({ result: { path: undefined, outcome: 'junk', logs: 0 } });
  }
  const { path, refusal, logs } = entry;
  return Promise.resolve({ result: { path, outcome: 'refused', refusal, logs } });
}

function settle({ project, prefix }: Bundle, outcomes: StreamOutcome[]): ProcessResult {
  const result = { project, prefix, entries: outcomes.map((outcome) => outcome.result) };
  const failed = outcomes.filter((outcome) => outcome.cause !== undefined);
  const first = failed[0];
  if (first?.cause === undefined) return result;
  const why = `${failed.length} of ${outcomes.length} entries of ${project}/${prefix} must come again; first ${first.result.path}: ${first.cause.message}`;
  // A bug is told from a backend's failure even where both happened: it is answered with another status.
  const bug = failed.find(({ cause }) => cause?.code === 'INTERNAL') ?? first;
  throw new ProcessError(bug.cause!.code, why, result, bug.cause);
}

/** Bad input ends here, as a result; everything else goes on, and brings the message again. */
function refuseMessage(thrown: unknown): ProcessResult {
  if (thrown instanceof ProcessError) throw thrown;
  const { code, message, retryable } = asCollectorError(thrown);
  if (retryable) throw new ProcessError(code, message, { entries: [] }, thrown);
  return { refusal: { code, message }, entries: [] };
}

/** @param failure why an entry failed before the message was given up: of the two, it says what to do */
function failMessage(
  { project, prefix }: Bundle,
  error: CollectorError,
  failure: CollectorError | undefined,
): ProcessError {
  const before = failure === undefined ? '' : `; before that: ${failure.message}`;
  const why = `${project}/${prefix}: ${error.message}${before}`;
  return new ProcessError(error.code, why, { project, prefix, entries: [] }, error);
}
