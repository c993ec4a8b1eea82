import { Root } from 'protobufjs/light.js';
import { writeJson } from '../local/served/json_values.js';
import type { logpb } from '../proto/gen/logpb.js';
import description from '../proto/gen/logs.json';

const LOG_ENTRY = Root.fromJSON(description).lookupType('logpb.LogEntry');

/** A LogEntry in proto3 JSON, as `writeJson` has it. */
export function logToJson(log: logpb.LogEntry.$Properties): unknown {
  return writeJson(LOG_ENTRY, log);
}
