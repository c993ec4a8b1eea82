import type { ErrorCode } from '../../src/common/errors.js';
import { bytesOf, decode, type Message, messageOf, messagesOf, scalar } from './message.js';
import { BUNDLE } from './schema.js';
import { type Oddity, Undecodable, VarintOverflow } from './wire.js';

/** A bundle by the rules of protocol sections 1 and 2, with plain numbers and objects. */
export interface PlainBundle {
  readonly project: string;
  readonly prefix: string;
  readonly secret: Uint8Array;
  readonly entries: readonly PlainEntry[];
}

export type PlainEntry = PlainStream | PlainRefused | { readonly kind: 'junk' };

export interface PlainStream {
  readonly kind: 'stream';
  readonly path: string;
  /** Its prefix filled in. */
  readonly descriptor: Message;
  readonly index: bigint;
  /** Each log as it came. */
  readonly logs: readonly Uint8Array[];
  /** -1 where the entry is not terminal. */
  readonly terminalIndex: bigint;
}

export interface PlainRefused {
  readonly kind: 'refused';
  readonly code: ErrorCode;
  readonly path: string | undefined;
  readonly logs: number;
  /** What the entry would be without the rule on large indices (departure 9). */
  readonly otherwise?: PlainStream;
}

/** The whole message is refused. */
export class PlainRefusal extends Error {
  constructor(
    readonly code: ErrorCode,
    cause?: unknown,
  ) {
    super(code, { cause });
  }

  /** Whether a varint past 64 bits is why: some decoders take those. */
  get overflow(): boolean {
    return this.cause instanceof VarintOverflow;
  }
}

const PROJECT = /^[a-z][a-z0-9_-]*$/;
const STREAM_NAME = /^[A-Za-z0-9][A-Za-z0-9:_.-]*(\/[A-Za-z0-9][A-Za-z0-9:_.-]*)*$/;
const MAX_INDEX = 2n ** 63n - 1n;

/** @throws PlainRefusal BAD_PROTOBUF */
export function decodeBundle(bytes: Uint8Array, oddities = new Set<Oddity>()): Message {
  return orRefuse('BAD_PROTOBUF', () => decode(BUNDLE, bytes, oddities));
}

/** Decodes, or refuses with `code`. */
export function orRefuse(code: ErrorCode, run: () => Message): Message {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof Undecodable) throw new PlainRefusal(code, thrown);
    throw thrown;
  }
}

/** @throws PlainRefusal */
export function judgeBundle(message: Message): PlainBundle {
  const project = text(bytesOf(message, 'project'));
  const prefix = text(bytesOf(message, 'prefix'));
  if (!PROJECT.test(project)) throw new PlainRefusal('BAD_PROJECT');
  if (!isStreamName(prefix, 4096)) throw new PlainRefusal('BAD_PREFIX');
  const secret = bytesOf(message, 'secret');
  const entries = messagesOf(message, 'entries').map((entry) => judgeEntry(entry, prefix, secret));
  return { project, prefix, secret, entries };
}

function judgeEntry(entry: Message, prefix: string, secret: Uint8Array): PlainEntry {
  const logs = messagesOf(entry, 'logs');
  const terminal = scalar(entry, 'terminal') === 1n;
  if (logs.length === 0 && !terminal) return { kind: 'junk' };
  const descriptor = messageOf(entry, 'desc');
  const name = descriptor === undefined ? '' : text(bytesOf(descriptor, 'name'));
  const path = isStreamName(name, 4096) ? `${prefix}/+/${name}` : undefined;
  const refuse = (code: ErrorCode, otherwise?: PlainStream): PlainRefused => {
    const refused = { kind: 'refused', code, path, logs: logs.length } as const;
    return otherwise === undefined ? refused : { ...refused, otherwise };
  };
  if (descriptor === undefined) return refuse('NO_DESCRIPTOR');
  if (secret.length !== 36) return refuse('BAD_SECRET');
  const own = text(bytesOf(descriptor, 'prefix'));
  if (own !== '' && own !== prefix) return refuse('PREFIX_MISMATCH');
  if (path === undefined || !isDescriptor(descriptor)) return refuse('BAD_DESCRIPTOR');
  const type = scalar(descriptor, 'streamType');
  if (!logs.every((log) => hasContent(log, type))) return refuse('BAD_LOG');
  const indices = logs.map((log) => scalar(log, 'streamIndex'));
  const index = indices[0] ?? 0n;
  if (!indices.every((one, i) => one === index + BigInt(i))) return refuse('NOT_CONTIGUOUS');
  const fields = new Map(descriptor.fields).set('prefix', Buffer.from(prefix));
  const terminalIndex = terminal ? scalar(entry, 'terminalIndex') : -1n;
  const stretches = logs.map((log) => log.bytes);
  const stream = {
    kind: 'stream',
    path,
    descriptor: { ...descriptor, fields },
    index,
    logs: stretches,
    terminalIndex,
  } as const;
  if ([...indices, terminalIndex].some((one) => one > MAX_INDEX)) {
    return refuse('INDEX_TOO_LARGE', stream);
  }
  return stream;
}

function isDescriptor(descriptor: Message): boolean {
  const type = scalar(descriptor, 'streamType');
  if (type < 0n || type > 2n) return false;
  if (bytesOf(descriptor, 'contentType').length === 0) return false;
  if (messageOf(descriptor, 'timestamp') === undefined) return false;
  const tags = descriptor.fields.get('tags') as Map<string, Uint8Array> | undefined;
  return [...(tags ?? [])].every(([key, value]) => isStreamName(key, 64) && value.length <= 4096);
}

function hasContent(log: Message, type: bigint): boolean {
  if (type === 2n) return messageOf(log, 'datagram') !== undefined;
  const content = messageOf(log, type === 0n ? 'text' : 'binary');
  if (content === undefined) return false;
  return type === 0n
    ? messagesOf(content, 'lines').length > 0
    : bytesOf(content, 'data').length > 0;
}

/** Such a name is ASCII, so that its characters are its bytes. */
function isStreamName(name: string, maxBytes: number): boolean {
  return name.length <= maxBytes && STREAM_NAME.test(name);
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}
