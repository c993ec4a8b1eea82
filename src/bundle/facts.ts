import type { BundleHeader } from './bundle.js';
import { unpack } from './unpack.js';

/** What a message says of all its entries, without the secret. */
export type BundleFacts = Omit<BundleHeader, 'secret'>;

/**
 * Reads of which project and prefix a message is; it is inflated and checked for that.
 *
 * @param message the data of a Pub/Sub message
 * @throws CollectorError, not retryable, where the message is bad input as a whole
 */
export async function readBundleFacts(message: Uint8Array): Promise<BundleFacts> {
  const { protoVersion, project, prefix, timestampMs } = await unpack(message);
  return { protoVersion, project, prefix, timestampMs };
}
