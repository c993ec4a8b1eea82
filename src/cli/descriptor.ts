import { nanosecondsOf } from '../common/proto_time.js';
import { decodableDescriptor } from '../local/coordinator/decodable_descriptor.js';
import type { StreamRecord } from '../local/coordinator/stream_record.js';
import { logpb } from '../proto/gen/logpb.js';

/** Returns the type of a stream as `typeName` has it; undefined where the descriptor is damaged. */
export function streamTypeOf(record: StreamRecord): string | undefined {
  const descriptor = decode(record);
  return descriptor && typeName(descriptor.streamType);
}

/** Returns when a stream began, in nanoseconds since 1970; undefined where that is not known here. */
export function startOfStream(record: StreamRecord | undefined): bigint | undefined {
  const descriptor = record && decode(record);
  return descriptor && nanosecondsOf(descriptor.timestamp);
}

/** Returns `text`, `binary` or `datagram`, or the number of a type that has no name. */
export function typeName(type: number): string {
  return logpb.StreamType[type]?.toLowerCase() ?? String(type);
}

/** Where the descriptor is damaged, the logs may be well. */
function decode({ descriptor }: StreamRecord): logpb.LogStreamDescriptor | undefined {
  try {
    return logpb.LogStreamDescriptor.decode(decodableDescriptor(descriptor));
  } catch {
    return undefined;
  }
}
