import { PATH_SEPARATOR } from '../../bundle/path_separator.js';
import { MAX_TAG_KEY_BYTES, MAX_TAG_VALUE_BYTES } from '../../bundle/limits.js';
import { PathGlob } from '../../common/path_glob.js';
import { Turns } from '../../common/turns.js';
import type { StreamRecords } from '../coordinator/local_coordinator.js';
import { invalid, isName, isStreamPath, prefixOf } from '../../coordinator/request_rules.js';
import type { StreamRecord } from '../coordinator/stream_record.js';
import { descriptorFilter } from './descriptor_filter.js';
import type { MethodOptions } from './prpc_server.js';
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

/** The most bytes of descriptors in an answer; the first stream comes also where it has more. */
export const PAGE_BYTES_MAX = 1024 * 1024;

/**
 * How much is looked at for an answer, in bytes of descriptors and names: a prefix may have millions of streams that do
 * not match. The answer then has those found so far, also none, and `next` goes on where it stopped. It comes to 16,000
 * ordinary streams, or half a second of CPU where descriptors are all tags.
 */
export const LOOKED_BYTES_MAX = 8 * 1024 * 1024;

/** What a stream counts beside them: it costs as much CPU to read its record. */
export const LOOKED_BYTES_RECORD = 512;

/** The most components of a glob with wildcards: the time for a name is its length times this. */
export const MAX_GLOB_COMPONENTS = 128;

/** What a stream in an answer takes beside its descriptor, in bytes: its path, and objects. */
const STREAM_BYTES = 1024;

/** The values of QueryRequest.purged. */
const [PURGED_BOTH, PURGED_YES, PURGED_NO] = [0, 1, 2];

const STREAM_TYPES: ReadonlySet<number> = new Set([0, 1, 2]);

/** Finds streams of one prefix, in the order of their paths. */
export async function query(
  coordinator: StreamRecords,
  request: QueryRequest,
  { signal, memory }: MethodOptions,
): Promise<object> {
  const { project } = request;
  checkReadProject(project);
  const { prefix, glob } = parsePath(request.path);
  checkFilters(request);
  const after = parseCursor(request.next, prefix);
  const { realm } = findPrefix(coordinator, project, prefix);
  const page = new Page(request, glob);
  const turns = new Turns(signal);
  for (const record of coordinator.streamsUnder(project, prefix, after)) {
    const bytes = page.look(record);
    if (bytes === undefined) break;
    memory.more(bytes);
    const turn = turns.next();
    if (turn !== undefined) await turn;
  }
  return { project, streams: page.streams, next: page.next, realm };
}

class Page {
  readonly streams: object[] = [];
  /** The cursor of the page behind it; empty where there is none. */
  next = '';
  private readonly max: number;
  private readonly hasDescriptor: (descriptor: Uint8Array) => boolean;
  private bytes = 0;
  private looked = 0;
  private last: StreamRecord | undefined;

  constructor(
    private readonly request: QueryRequest,
    private readonly glob: PathGlob,
  ) {
    const { maxResults, contentType, streamType, tags } = request;
    this.max = maxResults > 0 ? Math.min(maxResults, PAGE_STREAMS_MAX) : PAGE_STREAMS_MAX;
    this.hasDescriptor = descriptorFilter({ contentType, streamType: streamType?.value, tags });
  }

  /**
   * Looks at a stream, and takes it where it is one that is wanted.
   *
   * @returns how many bytes it takes of the answer; undefined where it belongs to the next page
   */
  look(record: StreamRecord): number | undefined {
    const { path, descriptor } = record;
    const isFull = this.streams.length === this.max || this.looked >= LOOKED_BYTES_MAX;
    const wanted = !isFull && this.isWanted(record);
    const size = wanted ? STREAM_BYTES + (this.request.state ? descriptor.length : 0) : 0;
    const fits = this.streams.length === 0 || this.bytes + size <= PAGE_BYTES_MAX;
    if (isFull || (wanted && !fits)) {
      this.next = Buffer.from(this.last!.path).toString('base64url');
      return undefined;
    }
    this.looked += LOOKED_BYTES_RECORD + descriptor.length + this.glob.costOf(path);
    this.bytes += size;
    if (wanted) this.streams.push(streamMessage(record, this.request));
    this.last = record;
    return size;
  }

  private isWanted({ path, descriptor, purged }: StreamRecord): boolean {
    const { purged: wanted } = this.request;
    if (wanted !== PURGED_BOTH && purged !== (wanted === PURGED_YES)) return false;
    const name = path.slice(prefixOf(path).length + PATH_SEPARATOR.length);
    return this.glob.matches(name) && this.hasDescriptor(descriptor);
  }
}

/** @throws BackendError InvalidArgument */
function parsePath(path: string): { prefix: string; glob: PathGlob } {
  const end = path.search(/\/\+(\/|$)/);
  const prefix = end < 0 ? path : path.slice(0, end);
  const name = end < 0 ? '' : path.slice(end + PATH_SEPARATOR.length);
  const glob = name === '' ? '**' : name;
  if (!isName(prefix) || !isName(glob.replaceAll('*', 'a'))) throw invalid('invalid query `path`');
  if (glob.includes('*') && glob.split('/').length > MAX_GLOB_COMPONENTS) {
    throw invalid(`invalid query \`path\`: a glob has at most ${MAX_GLOB_COMPONENTS} components`);
  }
  return { prefix, glob: new PathGlob(glob, { leastChars: 1 }) };
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

function streamMessage(record: StreamRecord, { state, proto }: QueryRequest): object {
  const { path, descriptor } = record;
  if (!state) return { path };
  const desc = proto ? { descProto: descriptor } : { desc: descriptor };
  return { path, state: stateForReaders(record), ...desc };
}
