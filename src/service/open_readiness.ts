import { checkTopic } from '../dead_letters/topic_check.js';
import { Pubsub } from '../dead_letters/pubsub.js';
import { fetchGoogleKeys } from '../push/auth/google_keys.js';
import { type Backends, usesBigtable, usesRemote } from './backends.js';
import type { Config } from './config.js';
import { type Probe, probeCoordinator, probeStorage, Readiness } from './readiness.js';

/** Opens what asks the backends of the settings, but for the local store, which watches itself, over the connections that messages use. */
export function openReadiness(config: Config, backends: Backends): Readiness {
  const { storage, coordinator } = backends;
  const probes: Probe[] = [];
  if (usesBigtable(config)) {
    probes.push({ name: 'Bigtable', attempt: (signal) => probeStorage(storage, signal) });
  }
  if (usesRemote(config)) {
    const attempt = (signal: AbortSignal) => probeCoordinator(coordinator, signal);
    probes.push({ name: 'the Coordinator', attempt });
  }
  if (config.pushAuth === 'token') {
    probes.push({ name: 'the keys of push tokens', attempt: () => fetchGoogleKeys() });
  }
  const { deadLetterTopic, pubsubEmulatorHost } = config;
  if (deadLetterTopic !== '') {
    const pubsub = new Pubsub(pubsubEmulatorHost);
    const emulated = pubsubEmulatorHost !== '';
    const attempt = (signal: AbortSignal) => checkTopic(pubsub, deadLetterTopic, emulated, signal);
    probes.push({ name: 'the dead-letter topic', attempt });
  }
  return new Readiness(probes);
}
