import type { BatchLimits } from '../../common/batcher.js';
import { checkTexts, checkWhole } from '../../common/check_options.js';
import { SLOW_FACTOR } from '../../common/hedges.js';
import type { Coordinator } from '../coordinator.js';
import { PrpcClient } from './client.js';
import { fetchGoogleToken, googleAuth } from './google_token.js';
import { originOf } from './origin.js';
import { BATCH_LIMITS, RemoteCoordinator } from './remote.js';
import { TokenCache } from './tokens.js';

/** Which Coordinator to call, and how. */
export interface RemoteSettings {
  /** COORDINATOR_HOST: `host` or `host:port`. */
  readonly host: string;
  /** COORDINATOR_INSECURE: plain http, and no token. Default: false. */
  readonly insecure?: boolean;
  /** How long one call may take, in milliseconds. Default: 60,000. */
  readonly timeoutMs?: number;
  /** Called with what is odd about the answers; nothing secret is in it. */
  readonly warn?: (message: string) => void;
  /** Where they differ from BATCH_LIMITS. */
  readonly limits?: Partial<BatchLimits>;
}

/**
 * The Coordinator of the settings. Tokens go over TLS only: on the way to this machine's own, or to an insecure one,
 * there are none.
 *
 * @throws CollectorError BAD_SETTINGS
 */
export function openRemote(settings: RemoteSettings): Coordinator {
  const { host, insecure = false, timeoutMs, ...options } = settings;
  checkTexts('remote Coordinator', { host });
  checkWhole('remote Coordinator', { timeoutMs }, 1);
  const { maxBatches } = { ...BATCH_LIMITS, ...settings.limits };
  const maxSlowBatches = SLOW_FACTOR * maxBatches;
  const limits = { ...BATCH_LIMITS, maxSlowBatches, ...settings.limits };
  const origin = originOf(host, insecure);
  const secure = origin.startsWith('https:');
  // The first message needs a token, and must find what fetches it.
  if (secure) googleAuth.get();
  const client = new PrpcClient({
    origin,
    // As many calls are under way at once, with those of slow Batches by themselves, and each has its connection.
    connections: limits.maxBatches + 2 * limits.maxSlowBatches,
    ...(secure && { tokens: new TokenCache(fetchGoogleToken) }),
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
  return new RemoteCoordinator({ client, ...options, limits });
}
