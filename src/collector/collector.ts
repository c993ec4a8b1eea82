import { isUint8Array } from 'node:util/types';
import type { Bundle, Entry } from '../bundle/bundle.js';
import { unpack, unpackedBytesMax } from '../bundle/unpack.js';
import { MAX_FRAME_BYTES } from '../bundle/limits.js';
import { DEFAULTS } from '../common/defaults.js';
import { checkWhole } from '../common/check_options.js';
import { CachedCoordinator } from '../coordinator/cache.js';
import type { CallOptions, Coordinator } from '../coordinator/coordinator.js';
import { IdleWaiters } from '../common/idle_waiters.js';
import { asCollectorError, CollectorError } from '../common/errors.js';
import type { Storage } from '../storage/storage.js';
import type { Stopwatch } from '../common/stopwatch.js';
import { untilAborted } from '../common/abort.js';
import { type BufferPool, bufferPool } from '../common/buffer_pool.js';
import { MessageMemory } from '../common/message_memory.js';
import { Semaphore } from '../common/semaphore.js';
import { EntryTimes } from './entry_times.js';
import type { EntryResult } from './entry_result.js';
import {
  type AckResult,
  errorResult,
  mayBeRead,
  ProcessError,
  type ProcessResult,
  settledResult,
} from './result.js';
import { Pace, type PacedStreams } from './pace.js';
import { type MessageContext, processStream } from './stream.js';

/** What a Collector works with, and its bounds. */
export interface CollectorOptions {
  /** Registers the streams, and is told of their ends; it stays its owner's to close. */
  readonly coordinator: Coordinator;
  /** Is given the logs; nothing is read from it. It stays its owner's to close. */
  readonly storage: Pick<Storage, 'put'>;
  /**
   * How long the state of a stream is cached, in milliseconds; 0 for 10 minutes. Default: no state cache is put around the
   * Coordinator, which may have one already.
   */
  readonly streamStateCacheExpireMs?: number;
  /** How many stores of one message are under way at once. Default, also for 0: 4. */
  readonly maxMessageWorkers?: number;
  /**
   * How many stores of 256 KiB of logs or more are under way at once, besides the smaller ones. Default, also for 0: all
   * count as maxMessageWorkers says.
   */
  readonly maxLargeStores?: number;
  /** The most entries a bundle may have: each costs memory and calls. Default: 10,000. */
  readonly maxStreams?: number;
  /** The most bytes of memory that all messages under way unpack to. Default: 128 MiB. */
  readonly maxUnpackedBytes?: number;
  /** The pool that bundles are unpacked into. Default: that of the process. */
  readonly buffers?: BufferPool;
}

/** What goes with one message. */
export interface ProcessOptions extends CallOptions {
  /** The owner of the message's memory, which releases it; default: the Collector is the owner of the bundle's. */
  readonly memory?: MessageMemory | undefined;
  /** Is filled with times and sizes, if given. */
  readonly times?: Stopwatch | undefined;
}

/**
 * The streams of one message that may be under way besides those that are stored: enough to fill the calls of the
 * Coordinator, 8 Batches of 20. What more of them keep while they wait is copied by each collection of young garbage.
 */
export const REGISTERED_AT_ONCE = 160;

/** What a stream takes while it is worked on, beyond its logs: 1.8 kB, measured. */
const STREAM_BYTES = 2048;

/** Takes messages, registers their streams and stores their logs (protocol section 5). */
export class Collector {
  private readonly coordinator: Coordinator;
  private readonly storage: CollectorOptions['storage'];
  private readonly maxMessageWorkers: number;
  private readonly maxLargeStores: number;
  private readonly maxStreams: number;
  private readonly buffers: BufferPool;
  private readonly maxUnpackedBytes: number;
  private readonly unpackedBytes: Semaphore;
  private readonly pace = new Pace();
  private underWay = 0;
  private closing = false;
  private readonly idle = new IdleWaiters();

  /** @throws CollectorError BAD_SETTINGS where a number makes no sense */
  constructor({ coordinator, storage, buffers = bufferPool, ...options }: CollectorOptions) {
    const { streamStateCacheExpireMs, maxMessageWorkers = 0, maxLargeStores = 0 } = options;
    const { maxStreams = DEFAULTS.maxStreams } = options;
    const { maxUnpackedBytes = DEFAULTS.maxUnpackedBytes } = options;
    checkWhole('Collector', { streamStateCacheExpireMs, maxMessageWorkers, maxLargeStores }, 0);
    checkWhole('Collector', { maxStreams }, 1);
    // A small message may unpack to the largest bundle.
    checkWhole('Collector', { maxUnpackedBytes }, MAX_FRAME_BYTES);
    this.coordinator = withCache(coordinator, streamStateCacheExpireMs);
    this.storage = storage;
    this.maxMessageWorkers = maxMessageWorkers || DEFAULTS.maxMessageWorkers;
    this.maxLargeStores = maxLargeStores;
    this.maxStreams = maxStreams;
    this.buffers = buffers;
    this.maxUnpackedBytes = maxUnpackedBytes;
    this.unpackedBytes = new Semaphore(maxUnpackedBytes);
  }

  /**
   * Processes the data of one Pub/Sub message. Resolves when the message is done with: its logs are durable, or there
   * was nothing to do, or they were refused as bad input, entry by entry.
   *
   * @throws ProcessError, retryable, when the message must come again
   */
  async process(
    message: Uint8Array,
    { signal, times, memory }: ProcessOptions = {},
  ): Promise<AckResult> {
    const reason = this.closing ? new CollectorError('SHUTTING_DOWN') : notBytes(message);
    if (reason !== undefined) throw new ProcessError({ outcome: 'retry', reason, entries: [] });
    this.underWay++;
    const entryTimes = times && new EntryTimes();
    let result: ProcessResult;
    let taken = 0;
    let paced: PacedStreams | undefined;
    const owner = memory ?? new MessageMemory(this.buffers);
    try {
      const pause = this.pace.wait(message.length, signal);
      if (pause !== undefined) await pause;
      const bytes = unpackedBytesMax(message.length);
      const turn = this.unpackedBytes.acquire(bytes, signal);
      if (turn !== undefined) await turn;
      taken = bytes;
      const unpacked = unpack(message, owner, this.maxStreams, times);
      const bundle = 'then' in unpacked ? await unpacked : unpacked;
      paced = this.pace.begin(message.length, bundle.entries.length);
      // A buffer that is used again may be larger than it need be.
      const bundleBytes = Math.min(bytes, bundle.bytes.buffer.byteLength);
      const kept = bundleBytes + bundle.entries.length * STREAM_BYTES;
      if (!this.unpackedBytes.tryResize(taken, kept)) throw this.tooManyBytes();
      taken = kept;
      result = await this.processBundle(bundle, signal, times, entryTimes);
    } catch (thrown) {
      result = errorResult(thrown, { entries: [], ...(entryTimes && { entryTimes }) });
    } finally {
      this.unpackedBytes.release(taken);
      this.pace.end(message.length, paced);
      if (--this.underWay === 0) this.idle.notify();
    }
    if (memory === undefined && !mayBeRead(result)) owner.releaseAll();
    if (result.outcome === 'retry') throw new ProcessError(result);
    return result;
  }

  /** Takes nothing more in, and waits for what is under way. The backends stay open: they are their owner's. */
  async close(): Promise<void> {
    this.closing = true;
    if (this.underWay === 0) return;
    await this.idle.wait();
  }

  private tooManyBytes(): CollectorError {
    const why = `too many bytes are unpacked at once: MAX_UNPACKED_BYTES is ${this.maxUnpackedBytes}`;
    return new CollectorError('TOO_MUCH_IN_FLIGHT', why);
  }

  private async processBundle(
    bundle: Bundle,
    signal: AbortSignal | undefined,
    times: Stopwatch | undefined,
    entryTimes: EntryTimes | undefined,
  ): Promise<ProcessResult> {
    const { coordinator, storage } = this;
    const { project, prefix } = bundle;
    if (entryTimes !== undefined) {
      entryTimes.streamTypes = bundle.entries.map(({ streamType }) => streamType);
    }
    const facts = { project, prefix, entries: [], ...(entryTimes && { entryTimes }) };
    if (bundle.entriesLeftOut > 0) return errorResult(this.tooManyStreams(bundle), facts);
    const stores = new Semaphore(this.maxMessageWorkers);
    const largeStores = this.maxLargeStores === 0 ? stores : new Semaphore(this.maxLargeStores);
    let failure: CollectorError | undefined;
    const onFailure = (reason: CollectorError) => {
      if (signal?.aborted !== true) failure ??= reason;
    };
    const shared = { coordinator, storage, bundle, stores, largeStores };
    const context = { ...shared, signal, onFailure, times, entryTimes };
    try {
      const processed = processEntries(bundle.entries, this.maxMessageWorkers, context);
      const entries = await untilAborted(processed, signal);
      return settledResult({ ...facts, entries });
    } catch (thrown) {
      return errorResult(abortError(bundle, asCollectorError(thrown), failure), facts);
    }
  }

  private tooManyStreams({ project, prefix, entries, entriesLeftOut }: Bundle): CollectorError {
    const why = `a bundle of ${project}/${prefix} has ${entries.length + entriesLeftOut} entries: raise MAX_STREAMS, which is ${this.maxStreams}`;
    return new CollectorError('TOO_MANY_STREAMS', why);
  }
}

function withCache(coordinator: Coordinator, expirationMs: number | undefined): Coordinator {
  if (expirationMs === undefined) return coordinator;
  return new CachedCoordinator(coordinator, { expirationMs });
}

/** What is no message is no bad input either, but a bug of the caller, who may be JavaScript. */
function notBytes(message: unknown): CollectorError | undefined {
  if (isUint8Array(message)) return undefined;
  return new CollectorError(
    'INTERNAL',
    'a message must be a Uint8Array: this is a bug in its caller',
  );
}

/** Processes entries, REGISTERED_AT_ONCE and `maxStores` at once. */
function processEntries(
  entries: readonly Entry[],
  maxStores: number,
  context: MessageContext,
): Promise<EntryResult[]> {
  if (entries.length > REGISTERED_AT_ONCE + maxStores) {
    return processInTurn(entries, maxStores, context);
  }
  return Promise.all(entries.map((entry) => processEntry(entry, context)));
}

/** Begins an entry when one before it has ended; those that are left when the message is given up are not begun. */
async function processInTurn(
  entries: readonly Entry[],
  maxStores: number,
  context: MessageContext,
): Promise<EntryResult[]> {
  const results: EntryResult[] = [];
  let next = 0;
  const work = async () => {
    while (next < entries.length && context.signal?.aborted !== true) {
      const at = next++;
      results[at] = await processEntry(entries[at]!, context);
    }
  };
  const workers: Promise<void>[] = [];
  // Where states are in the cache, more would only wait for their turn to be stored.
  while (workers.length < REGISTERED_AT_ONCE + maxStores && context.stores.used < maxStores) {
    workers.push(work());
  }
  await Promise.all(workers);
  return results;
}

function processEntry(entry: Entry, context: MessageContext): Promise<EntryResult> {
  const result = entryResult(entry, context);
  return context.entryTimes?.follow(entry.streamType, result) ?? result;
}

function entryResult(entry: Entry, context: MessageContext): Promise<EntryResult> {
  if (entry.kind === 'stream') return processStream(entry, context);
  if (entry.kind === 'junk') {
    return Promise.resolve({ path: undefined, outcome: 'junk', logs: 0 });
  }
  const { path, refusal, logs } = entry;
  return Promise.resolve({ path, outcome: 'refused', reason: refusal, logs });
}

/** @param failure why an entry failed before the message was given up: of the two, it says what to do */
function abortError(
  { project, prefix }: Bundle,
  error: CollectorError,
  failure: CollectorError | undefined,
): CollectorError {
  const before = failure === undefined ? '' : `; before that: ${failure.message}`;
  const why = `${project}/${prefix}: ${error.message}${before}`;
  return new CollectorError(error.code, why, { cause: error });
}
