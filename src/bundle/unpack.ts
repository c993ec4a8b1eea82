import type { Bundle } from './bundle.js';
import { bufferPool, type Buffers } from '../common/buffer_pool.js';
import { inflate } from './inflate.js';
import { MAX_FRAME_BYTES } from './limits.js';
import { readMetadata } from './metadata.js';
import { findFrames } from './recordio.js';
import { scanInSlices } from './scan.js';
import type { Stopwatch } from '../common/stopwatch.js';

/**
 * Unpacks the data of a Pub/Sub message: frames, then inflating, then the scan. The message itself is left as it is.
 * A large bundle comes as a promise: it is inflated by another thread, and scanned in slices.
 *
 * @param buffers where the bundle's bytes are acquired; release them when the bundle is no longer used
 * @param maxEntries as of `scanBundle`
 * @param times is filled with times and sizes, if given
 * @throws CollectorError, not retryable: the message is refused as a whole
 */
export function unpack(
  message: Uint8Array,
  buffers: Buffers = bufferPool,
  maxEntries?: number,
  times?: Stopwatch,
): Bundle | Promise<Bundle> {
  const { metadata, bundle } = findFrames(message);
  const { zlib, protoVersion } = readMetadata(message, metadata.start, metadata.end);
  const body = message.subarray(bundle.start, bundle.end);
  const scan = (plain: Buffer) => {
    const scanned = scanInSlices(plain, protoVersion, maxEntries);
    if (times === undefined) return scanned;
    if ('then' in scanned) return scanned.then((bundle) => tell(times, bundle));
    return tell(times, scanned);
  };
  if (!zlib) {
    // The scan takes its bytes over.
    const copy = buffers.acquire(body.length);
    copy.set(body);
    return scan(copy);
  }
  const scanInflated = (inflated: Buffer) => {
    const plain = buffers.move(inflated);
    times?.lap('inflate');
    return scan(plain);
  };
  const inflated = inflate(body);
  return inflated instanceof Uint8Array ? scanInflated(inflated) : inflated.then(scanInflated);
}

function tell(times: Stopwatch, bundle: Bundle): Bundle {
  times.lap('scan');
  times.bundleBytes = bundle.bytes.length;
  return bundle;
}

/** Deflate makes at most 1032 bytes of one (RFC 1951: 258 bytes of two bits). */
const MAX_RATIO = 1032;

/** The most bytes that a message of this size may unpack to. */
export function unpackedBytesMax(messageBytes: number): number {
  return Math.min(MAX_FRAME_BYTES, messageBytes * MAX_RATIO);
}
