import type { StreamRecords } from '../local/coordinator/local_coordinator.js';
import { LEGACY_REALM, type PrefixRecord } from '../local/coordinator/prefix_record.js';
import { NOT_TERMINATED } from '../coordinator/coordinator.js';
import { streamId } from '../coordinator/stream_id.js';
import type { StreamRecord } from '../local/coordinator/stream_record.js';
import { logpb } from '../proto/gen/logpb.js';

/** When a stream began that nothing is known of. */
const UNKNOWN = new Date(0);

/**
 * Records for a table whose streams a remote Coordinator knows: every path counts as a stream of unknown type that goes
 * on, so that logs are read by the path alone.
 */
export const ANY_STREAM: StreamRecords = {
  stream: recordOf,
  streamById: () => undefined,
  streamsUnder: () => [].values(),
  prefix: prefixRecord,
};

function recordOf(project: string, path: string): StreamRecord {
  return {
    project,
    path,
    id: streamId(path),
    // Without a name, which no descriptor of a stream lacks: it is one that is unknown.
    descriptor: logpb.LogStreamDescriptor.encode({}).finish(),
    protoVersion: '1',
    terminalIndex: NOT_TERMINATED,
    created: UNKNOWN,
    archived: false,
    purged: false,
  };
}

function prefixRecord(project: string, prefix: string): PrefixRecord {
  return {
    project,
    prefix,
    secret: new Uint8Array(0),
    created: UNKNOWN,
    expiration: UNKNOWN,
    realm: LEGACY_REALM,
    opNonce: undefined,
  };
}
