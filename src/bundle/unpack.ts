import type { Bundle } from './bundle.js';
import { inflate } from './inflate.js';
import { MAX_FRAME_BYTES } from './limits.js';
import { readMetadata } from './metadata.js';
import { findFrames } from './recordio.js';
import { scanBundle } from './scan.js';
import type { MessageTimes } from '../telemetry/message_times.js';

/**
 * Unpacks the data of a Pub/Sub message: frames, then inflating, then the scan. The message itself is left as it is.
 * A bundle that is large and compressed comes as a promise.
 *
 * @param maxEntries as of `scanBundle`
 * @param times is told of what it took, where somebody looks
 * @throws CollectorError, not retryable: the message is refused as a whole
 */
export function unpack(
  message: Uint8Array,
  maxEntries?: number,
  times?: MessageTimes,
): Bundle | Promise<Bundle> {
  const { metadata, bundle } = findFrames(message);
  const { zlib, protoVersion } = readMetadata(message, metadata.start, metadata.end);
  const body = message.subarray(bundle.start, bundle.end);
  // The scan takes its bytes over, so a bundle that is not compressed is copied.
  const bytes = zlib ? inflate(body) : Buffer.from(body);
  const scan = (plain: Buffer) => {
    if (zlib) times?.lap('inflate');
    const scanned = scanBundle(plain, protoVersion, maxEntries);
    if (times !== undefined) tell(times, scanned, plain.length);
    return scanned;
  };
  return bytes instanceof Uint8Array ? scan(bytes) : bytes.then(scan);
}

function tell(times: MessageTimes, { entries }: Bundle, bundleBytes: number): void {
  times.lap('scan');
  times.bundleBytes = bundleBytes;
  times.streamTypes = entries.map(({ streamType }) => streamType);
}

/** Deflate makes at most 1032 bytes of one (RFC 1951: 258 bytes of two bits). */
const MAX_RATIO = 1032;

/** The most bytes that a message of this size may unpack to. */
export function unpackedBytesMax(messageBytes: number): number {
  return Math.min(MAX_FRAME_BYTES, messageBytes * MAX_RATIO);
}
