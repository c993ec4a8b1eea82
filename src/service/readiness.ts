import { randomBytes } from 'node:crypto';
import { SECRET_BYTES } from '../bundle/limits.js';
import { untilAborted } from '../common/abort.js';
import { asCollectorError, BackendError } from '../common/errors.js';
import type { Coordinator } from '../coordinator/coordinator.js';
import { streamId } from '../coordinator/stream_id.js';
import { Pubsub } from '../dead_letters/pubsub.js';
import { checkTopic } from '../dead_letters/topic_check.js';
import { fetchGoogleKeys } from '../push/auth/google_keys.js';
import type { Unreachable } from '../push/handler.js';
import type { Storage } from '../storage/storage.js';
import { type Backends, usesBigtable, usesRemote } from './backends.js';
import type { Config } from './config.js';

/** How often the backends are asked at most, in milliseconds, however often the state is. */
export const PERIOD_MS = 10_000;
/** How long they have to answer, in milliseconds. */
export const ANSWER_MS = 2000;

/** What a Coordinator says of a stream that it does not know. */
const UNKNOWN_STREAM = ['NotFound', 'InvalidArgument', 'FailedPrecondition'];

/** Something without which no push can be answered. */
interface Probe {
  /** As the answer names it. */
  readonly name: string;
  /** @throws where it cannot be reached */
  readonly attempt: (signal: AbortSignal) => Promise<unknown>;
}

/** Asks the backends whether they can be reached: at once, and again after PERIOD_MS; in between it says what they said. */
export class Readiness {
  private askedMs = -Infinity;
  private answer: Promise<Unreachable[]> = Promise.resolve([]);

  /** @param now milliseconds by a clock that does not jump */
  constructor(
    private readonly probes: readonly Probe[],
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Returns what cannot be reached, within ANSWER_MS. Never rejects. */
  unreachable(): Promise<Unreachable[]> {
    if (this.now() - this.askedMs >= PERIOD_MS) {
      this.askedMs = this.now();
      this.answer = this.ask();
    }
    return this.answer;
  }

  private async ask(): Promise<Unreachable[]> {
    const all = await Promise.all(this.probes.map((probe) => tryProbe(probe)));
    return all.flat();
  }
}

async function tryProbe({ name, attempt }: Probe): Promise<Unreachable[]> {
  const signal = AbortSignal.timeout(ANSWER_MS);
  try {
    await untilAborted(attempt(signal), signal);
    return [];
  } catch (thrown) {
    return [{ name, code: signal.aborted ? 'DEADLINE' : asCollectorError(thrown).code }];
  }
}

/** Opens what asks the backends of the settings, but for the local store, which watches itself, over the connections that messages use. */
export function openReadiness(config: Config, backends: Backends): Readiness {
  const { storage, coordinator } = backends;
  const { deadLetterTopic: topic, pubsubEmulatorHost } = config;
  const probes: Probe[] = [];
  const add = (name: string, attempt: Probe['attempt']) => probes.push({ name, attempt });
  if (usesBigtable(config)) add('Bigtable', (signal) => probeStorage(storage, signal));
  if (usesRemote(config)) {
    add('the Coordinator', (signal) => probeCoordinator(coordinator, signal));
  }
  if (config.pushAuth === 'token') add('the keys of push tokens', () => fetchGoogleKeys());
  if (topic !== '') {
    const pubsub = new Pubsub(pubsubEmulatorHost);
    const emulated = pubsubEmulatorHost !== '';
    add('the dead-letter topic', (signal) => checkTopic(pubsub, topic, emulated, signal));
  }
  return new Readiness(probes);
}

/** Looks for a stream that there is not. */
async function probeStorage(storage: Storage, signal: AbortSignal): Promise<void> {
  await storage.tail({ project: 'check-config', path: 'ready/+/check' }, { signal });
}

/** Ends an unknown stream: the Coordinator answers NotFound if this account may call it, else that it may not. */
export async function probeCoordinator(
  coordinator: Coordinator,
  signal: AbortSignal,
): Promise<void> {
  const path = `${randomBytes(16).toString('hex')}/+/check`;
  const secret = randomBytes(SECRET_BYTES);
  const request = { project: 'check-config', path, secret, terminalIndex: 0n };
  try {
    await coordinator.terminateStream({ ...request, id: streamId(path) }, { signal });
  } catch (thrown) {
    if (!(thrown instanceof BackendError && UNKNOWN_STREAM.includes(thrown.status))) throw thrown;
  }
}
