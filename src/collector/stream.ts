import { timingSafeEqual } from 'node:crypto';
import { type Bundle, NOT_TERMINATED, type StreamEntry } from '../bundle/bundle.js';
import { LARGE_BYTES } from '../common/buffer_pool.js';
import type { CallOptions, Coordinator, LogStreamState } from '../coordinator/coordinator.js';
import { asCollectorError, CollectorError, type Refusal } from '../common/errors.js';
import type { Storage } from '../storage/storage.js';
import type { Stopwatch } from '../common/stopwatch.js';
import type { EntryTimes } from './entry_times.js';
import type { EntryResult } from './entry_result.js';
import type { Semaphore } from '../common/semaphore.js';

/** What the entries of one message share. */
export interface MessageContext extends CallOptions {
  readonly coordinator: Coordinator;
  readonly storage: Pick<Storage, 'put'>;
  readonly bundle: Bundle;
  /** Bounds how many stores of the message are under way at once. */
  readonly stores: Semaphore;
  /** The same for stores of at least LARGE_BYTES. */
  readonly largeStores: Semaphore;
  readonly times?: Stopwatch | undefined;
  readonly entryTimes?: EntryTimes | undefined;
  /** Is called with failures that are retried. */
  readonly onFailure: (reason: CollectorError) => void;
}

/**
 * Registers a stream, stores its logs, and terminates it where it ends (protocol section 5). Never rejects.
 *
 * Hot: a bundle may have thousands of streams, so what each of them keeps while it waits is garbage that is copied
 * again and again: one function that waits, not a chain of them.
 */
export async function processStream(
  entry: StreamEntry,
  context: MessageContext,
): Promise<EntryResult> {
  const { path, count: logs } = entry;
  const { bundle, storage, times } = context;
  try {
    const answer = register(entry, context);
    // An answer that is at hand costs no turn of the event loop.
    const state = 'then' in answer ? await answer : answer;
    times?.lap('register');
    if (!sameSecret(state.secret, bundle.secret)) throw new CollectorError('SECRET_MISMATCH');
    if (state.archived) return { path, outcome: 'archived', logs };
    if (state.purged) return { path, outcome: 'purged', logs };
    let refusal: Refusal | undefined;
    if (logs > 0) {
      const stores = entry.records.length < LARGE_BYTES ? context.stores : context.largeStores;
      const turn = stores.acquire();
      if (turn !== undefined) await turn;
      try {
        const { project, timestampMs } = bundle;
        const { index, count, records } = entry;
        await storage.put({ project, path, index, count, records, timestampMs }, context);
        times?.lap('store');
      } catch (thrown) {
        const { code, message, retryable } = asCollectorError(thrown);
        if (retryable) throw thrown;
        refusal = { code, message };
      } finally {
        stores.release();
      }
    }
    // Only now: a stream that has ended may be archived, and what is not stored by then is lost (departure 4).
    if (entry.terminalIndex !== NOT_TERMINATED) await terminate(entry, state, context);
    if (refusal !== undefined) return { path, outcome: 'refused', reason: refusal, logs };
    return { path, outcome: 'stored', logs };
  } catch (thrown) {
    const reason = asCollectorError(thrown);
    const { code, message, retryable } = reason;
    if (!retryable) return { path, outcome: 'refused', reason: { code, message }, logs };
    context.onFailure(reason);
    return { path, outcome: 'failed', reason, logs };
  }
}

function register(
  { path, descriptor, terminalIndex }: StreamEntry,
  context: MessageContext,
): LogStreamState | Promise<LogStreamState> {
  const { project, secret, protoVersion } = context.bundle;
  const registration = { project, path, secret, protoVersion, terminalIndex };
  return context.coordinator.registerStream(registration, descriptor, context);
}

async function terminate(
  { path, terminalIndex }: StreamEntry,
  { id }: LogStreamState,
  { coordinator, bundle, signal, times }: MessageContext,
): Promise<void> {
  const { project, secret } = bundle;
  await coordinator.terminateStream({ project, path, id, secret, terminalIndex }, { signal });
  times?.lap('end');
}

function sameSecret(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
