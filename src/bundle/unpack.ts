import type { Bundle } from './bundle.js';
import { inflate } from './inflate.js';
import { readMetadata } from './metadata.js';
import { findFrames } from './recordio.js';
import { scanBundle } from './scan.js';
import type { MessageTimes } from '../telemetry/message_times.js';

/**
 * Unpacks the data of a Pub/Sub message: frames, then inflating, then the scan. The message itself is left as it is.
 * A bundle that is large and compressed comes as a promise.
 *
 * @param times is told of what it took, where somebody looks
 * @throws CollectorError, not retryable: the message is refused as a whole
 */
export function unpack(message: Uint8Array, times?: MessageTimes): Bundle | Promise<Bundle> {
  const { metadata, bundle } = findFrames(message);
  const { zlib, protoVersion } = readMetadata(message, metadata.start, metadata.end);
  const body = message.subarray(bundle.start, bundle.end);
  // The scan takes its bytes over, so a bundle that is not compressed is copied.
  const bytes = zlib ? inflate(body) : Buffer.from(body);
  const watching = times === undefined ? undefined : { times, zlib };
  if (bytes instanceof Uint8Array) return scan(bytes, protoVersion, watching);
  return bytes.then((inflated) => scan(inflated, protoVersion, watching));
}

function scan(
  bytes: Buffer,
  protoVersion: string,
  watching: { times: MessageTimes; zlib: boolean } | undefined,
): Bundle {
  if (watching === undefined) return scanBundle(bytes, protoVersion);
  const { times, zlib } = watching;
  if (zlib) times.lap('inflate');
  times.bundleBytes = bytes.length;
  const bundle = scanBundle(bytes, protoVersion);
  times.lap('scan');
  times.streamTypes = bundle.entries.map(({ streamType }) => streamType);
  return bundle;
}
