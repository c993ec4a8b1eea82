import { decodableDescriptor } from '../local/coordinator/decodable_descriptor.js';
import { logpb } from '../proto/gen/logpb.js';

/** Returns the type of a stream as `typeName` has it; undefined where the descriptor is damaged. */
export function streamTypeOf(descriptor: Uint8Array): string | undefined {
  try {
    return typeName(logpb.LogStreamDescriptor.decode(decodableDescriptor(descriptor)).streamType);
  } catch {
    return undefined;
  }
}

/** Returns `text`, `binary` or `datagram`, or the number of a type that has no name. */
export function typeName(type: number): string {
  return logpb.StreamType[type]?.toLowerCase() ?? String(type);
}
