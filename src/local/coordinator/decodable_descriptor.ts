import { MAX_DESCRIPTOR_BYTES } from '../../bundle/limits.js';
import { field, readField } from '../fields.js';

/** The highest field number of a LogStreamDescriptor (protocol section 2). */
const LAST_FIELD = 7;

/**
 * Returns what a reader may decode of a stored descriptor: the whole, or the known fields at the beginning of one that is
 * longer than MAX_DESCRIPTOR_BYTES, which a store from before that bound may hold. Decoding megabytes of small fields
 * holds the event loop for seconds.
 *
 * @throws CollectorError BAD_PROTOBUF
 */
export function decodableDescriptor(descriptor: Uint8Array): Uint8Array {
  const end = descriptor.length;
  if (end <= MAX_DESCRIPTOR_BYTES) return descriptor;
  const kept: Uint8Array[] = [];
  let bytes = 0;
  for (let pos = 0; pos < end;) {
    const start = pos;
    pos = readField(descriptor, pos, end);
    if (field.tag >>> 3 > LAST_FIELD) continue;
    bytes += pos - start;
    if (bytes > MAX_DESCRIPTOR_BYTES) break;
    kept.push(descriptor.subarray(start, pos));
  }
  return Buffer.concat(kept);
}
