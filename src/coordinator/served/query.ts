import { setImmediate } from 'node:timers/promises';
import { abortReason } from '../../abort.js';
import { MAX_TAG_KEY_BYTES, MAX_TAG_VALUE_BYTES } from '../../bundle/limits.js';
import { logpb } from '../../proto/gen/logpb.js';
import type { CallOptions } from '../coordinator.js';
import type { EmbeddedCoordinator } from '../embedded.js';
import { invalid, isName, isStreamPath, prefixOf } from '../request_rules.js';
import type { StreamRecord } from '../stream_record.js';
import { matchesName } from './name_glob.js';
import { checkReadProject, findPrefix, stateForReaders } from './reading.js';

export interface QueryRequest {
  readonly project: string;
  /** `prefix`, or `prefix/+/glob` */
  readonly path: string;
  readonly state: boolean;
  readonly proto: boolean;
  readonly next: string;
  readonly maxResults: number;
  readonly contentType: string;
  readonly streamType: { readonly value: number } | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly purged: number;
}

/** The most streams in an answer (protocol section 4). */
export const PAGE_STREAMS_MAX = 500;

/** So many records are looked at before the event loop has a turn. */
const TURN_RECORDS = 256;

/** The values of QueryRequest.purged. */
const [PURGED_BOTH, PURGED_YES, PURGED_NO] = [0, 1, 2];

const STREAM_TYPES: ReadonlySet<number> = new Set([0, 1, 2]);

/** Finds streams of one prefix, in the order of their paths. */
export class Query {
  constructor(private readonly coordinator: EmbeddedCoordinator) {}

  async run(request: QueryRequest, { signal }: CallOptions): Promise<object> {
    const { project, maxResults } = request;
    checkReadProject(project);
    const { prefix, glob } = parsePath(request.path);
    checkFilters(request);
    const after = parseCursor(request.next, prefix);
    const { realm } = findPrefix(this.coordinator, project, prefix);
    const max = maxResults > 0 ? Math.min(maxResults, PAGE_STREAMS_MAX) : PAGE_STREAMS_MAX;
    const streams: object[] = [];
    let next = '';
    let looked = 0;
    for (const record of this.coordinator.streamsUnder(project, prefix, after)) {
      if (++looked % TURN_RECORDS === 0) await turn(signal);
      if (!matches(record, glob, request)) continue;
      streams.push(streamMessage(record, request));
      if (streams.length < max) continue;
      next = cursorOf(record);
      break;
    }
    return { project, streams, next, realm };
  }
}

/** @throws BackendError InvalidArgument */
function parsePath(path: string): { prefix: string; glob: string } {
  const end = path.search(/\/\+(\/|$)/);
  const prefix = end < 0 ? path : path.slice(0, end);
  const name = end < 0 ? '' : path.slice(end + '/+/'.length);
  const glob = name === '' ? '**' : name;
  if (!isName(prefix) || !isName(glob.replaceAll('*', 'a'))) throw invalid('invalid query `path`');
  return { prefix, glob };
}

/** @throws BackendError InvalidArgument */
function checkFilters({ streamType, tags, purged }: QueryRequest): void {
  if (streamType !== null && !STREAM_TYPES.has(streamType.value)) {
    throw invalid(`invalid query \`streamType\`: ${streamType.value}`);
  }
  if (![PURGED_BOTH, PURGED_YES, PURGED_NO].includes(purged)) {
    throw invalid(`invalid query \`purged\`: ${purged}`);
  }
  for (const [key, value] of Object.entries(tags)) {
    const valid = isName(key) && Buffer.byteLength(key) <= MAX_TAG_KEY_BYTES;
    if (valid && Buffer.byteLength(value) <= MAX_TAG_VALUE_BYTES) continue;
    throw invalid(`invalid tag constraint: ${JSON.stringify(key)}`);
  }
}

/** The path after which to go on. @throws BackendError InvalidArgument */
function parseCursor(next: string, prefix: string): string | undefined {
  if (next === '') return undefined;
  const path = Buffer.from(next, 'base64url').toString();
  if (isStreamPath(path) && prefixOf(path) === prefix) return path;
  throw invalid('invalid `next` value');
}

function cursorOf({ path }: StreamRecord): string {
  return Buffer.from(path).toString('base64url');
}

function matches(record: StreamRecord, glob: string, request: QueryRequest): boolean {
  const { contentType, streamType, tags, purged } = request;
  if (purged !== PURGED_BOTH && record.purged !== (purged === PURGED_YES)) return false;
  if (!matchesName(glob, record.path.slice(prefixOf(record.path).length + '/+/'.length))) {
    return false;
  }
  const wanted = Object.entries(tags);
  if (contentType === '' && streamType === null && wanted.length === 0) return true;
  const desc = logpb.LogStreamDescriptor.decode(record.descriptor);
  if (contentType !== '' && desc.contentType !== contentType) return false;
  const type: number = desc.streamType;
  if (streamType !== null && type !== streamType.value) return false;
  return wanted.every(([key, value]) => hasTag(desc.tags, key, value));
}

/** A tag without a value asks for any. */
function hasTag(tags: Readonly<Record<string, string>>, key: string, value: string): boolean {
  return Object.hasOwn(tags, key) && (value === '' || tags[key] === value);
}

function streamMessage(record: StreamRecord, { state, proto }: QueryRequest): object {
  const { path, descriptor } = record;
  if (!state) return { path };
  const desc = proto ? { descProto: descriptor } : { desc: descriptor };
  return { path, state: stateForReaders(record), ...desc };
}

async function turn(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  if (signal?.aborted === true) throw abortReason(signal);
}
