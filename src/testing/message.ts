import { frameMessage } from '../cli/butler/message.js';
import { logpb } from '../proto/gen/logpb.js';

/** A secret of the right size, for tests that do not care which. */
export const SECRET = Buffer.alloc(36, 0x5c);

/** A message to build; what is left out is something valid. */
export interface MessageSpec {
  /** Default: `test-project`. */
  readonly project?: string;
  /** Default: `test/prefix`. */
  readonly prefix?: string;
  /** Default: some 36 bytes. */
  readonly secret?: Uint8Array;
  /** Its entries. Default: none. */
  readonly streams?: readonly StreamSpec[];
  /** One zlib stream in the second frame, as the Butler does with larger bundles. */
  readonly compress?: boolean;
  /** Default: `1`. */
  readonly protoVersion?: string;
  /** When it was made; null for a bundle that does not say. */
  readonly timestamp?: { readonly seconds: number; readonly nanos: number } | null;
}

/** An entry to build: one stream and a range of its logs. */
export interface StreamSpec {
  /** Behind `prefix/+/`. */
  readonly name: string;
  /** Default: text. */
  readonly type?: 'text' | 'binary' | 'datagram';
  /** Default: `text/plain`. */
  readonly contentType?: string;
  /** Default: none. */
  readonly tags?: Record<string, string>;
  /** What the logs hold: a line of text each, or bytes. */
  readonly logs?: readonly (string | Uint8Array)[];
  /** The stream index of the first log; default: 0. */
  readonly index?: number;
  /** The index of the stream's last log, where the entry is terminal. */
  readonly terminalIndex?: number;
}

const STREAM_TYPES = {
  text: logpb.StreamType.TEXT,
  binary: logpb.StreamType.BINARY,
  datagram: logpb.StreamType.DATAGRAM,
};

/** Some second in the past: a bundle that is built twice is the same bytes. */
const TIMESTAMP = { seconds: 1_700_000_000, nanos: 0 };

/** The data of a Pub/Sub message. */
export function buildMessage(spec: MessageSpec = {}): Buffer {
  return frameMessage(buildBundle(spec), spec);
}

/** The serialized ButlerLogBundle that a message carries. */
export function buildBundle(spec: MessageSpec = {}): Buffer {
  const prefix = spec.prefix ?? 'test/prefix';
  const bundle = logpb.ButlerLogBundle.encode({
    timestamp: spec.timestamp === undefined ? TIMESTAMP : spec.timestamp,
    project: spec.project ?? 'test-project',
    prefix,
    secret: spec.secret ?? SECRET,
    entries: (spec.streams ?? []).map((stream) => buildEntry(prefix, stream)),
  }).finish();
  return Buffer.from(bundle);
}

/** The serialized logs that a stream's spec comes to, as a store gives them back. */
export function serializedLogs(stream: StreamSpec): Buffer[] {
  return buildLogs(stream).map((log) => Buffer.from(logpb.LogEntry.encode(log).finish()));
}

function buildEntry(prefix: string, stream: StreamSpec): logpb.ButlerLogBundle.Entry.$Properties {
  const desc = {
    prefix,
    name: stream.name,
    streamType: STREAM_TYPES[stream.type ?? 'text'],
    contentType: stream.contentType ?? 'text/plain',
    timestamp: TIMESTAMP,
    tags: stream.tags ?? {},
  };
  const { terminalIndex } = stream;
  const end = terminalIndex === undefined ? {} : { terminal: true, terminalIndex };
  return { desc, ...end, logs: buildLogs(stream) };
}

function buildLogs(stream: StreamSpec): logpb.LogEntry.$Properties[] {
  const first = stream.index ?? 0;
  return (stream.logs ?? []).map((log, position) => ({
    timeOffset: { seconds: first + position, nanos: 0 },
    prefixIndex: first + position,
    streamIndex: first + position,
    sequence: first + position,
    ...content(stream.type ?? 'text', Buffer.from(log)),
  }));
}

function content(type: 'text' | 'binary' | 'datagram', data: Buffer): logpb.LogEntry.$Properties {
  if (type === 'binary') return { binary: { data } };
  if (type === 'datagram') return { datagram: { data } };
  return { text: { lines: [{ value: data, delimiter: '\n' }] } };
}
