import { decodableDescriptor } from '../local/coordinator/decodable_descriptor.js';
import { logpb } from '../proto/gen/logpb.js';

/**
 * Returns the type of a stream: `text`, `binary`, `datagram`, or its number where it has no name; undefined where the
 * descriptor is damaged.
 */
export function streamTypeOf(descriptor: Uint8Array): string | undefined {
  let type: number;
  try {
    type = logpb.LogStreamDescriptor.decode(decodableDescriptor(descriptor)).streamType;
  } catch {
    return undefined;
  }
  const name = logpb.StreamType[type];
  return name?.toLowerCase() ?? String(type);
}
