import { MAX_TAG_KEY_BYTES } from '../../bundle/limits.js';
import { LEN, read, readVarint, VARINT } from '../../bundle/wire.js';
import { decodableDescriptor } from '../coordinator/decodable_descriptor.js';
import { field, readField } from '../fields.js';

/** Fields of a LogStreamDescriptor, and of an entry of its tags (protocol section 2). */
const STREAM_TYPE = (3 << 3) | VARINT;
const CONTENT_TYPE = (4 << 3) | LEN;
const TAGS = (6 << 3) | LEN;
const KEY = (1 << 3) | LEN;
const VALUE = (2 << 3) | LEN;

/** What Query asks of a descriptor. */
export interface DescriptorConditions {
  /** Empty for any. */
  readonly contentType: string;
  readonly streamType: number | undefined;
  /** An empty value asks for a tag of any value. */
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Makes what compares descriptors with conditions, from their bytes: one of 1 MiB may have 200,000 tags, which as objects
 * take ten times as long.
 */
export function descriptorFilter(
  conditions: DescriptorConditions,
): (descriptor: Uint8Array) => boolean {
  const { contentType, streamType } = conditions;
  const tags = new Map(Object.entries(conditions.tags));
  if (contentType === '' && streamType === undefined && tags.size === 0) return () => true;
  return (descriptor) => {
    const facts = readFacts(descriptor, tags);
    if (contentType !== '' && facts.contentType !== contentType) return false;
    if (streamType !== undefined && facts.streamType !== streamType) return false;
    return [...tags].every(([key, value]) => {
      const found = facts.tags.get(key);
      return found !== undefined && (value === '' || found === value);
    });
  };
}

/** @throws CollectorError BAD_PROTOBUF */
function readFacts(descriptor: Uint8Array, wantedTags: ReadonlyMap<string, string>) {
  const { buffer, byteOffset, length } = decodableDescriptor(descriptor);
  const bytes = Buffer.from(buffer, byteOffset, length);
  const tags = new Map<string, string>();
  let contentType = '';
  let streamType = 0;
  for (let pos = 0; pos < length;) {
    pos = readField(bytes, pos, length);
    const { tag, start } = field;
    if (tag === STREAM_TYPE) {
      readVarint(bytes, start, pos);
      streamType = read.low | 0;
    } else if (tag === CONTENT_TYPE) {
      contentType = bytes.toString('utf8', start, pos);
    } else if (tag === TAGS && wantedTags.size > 0) {
      readTagEntry(bytes, start, pos, wantedTags, tags);
    }
  }
  return { contentType, streamType, tags };
}

/** Notes the value of a tag that is asked for. */
function readTagEntry(
  bytes: Buffer,
  start: number,
  end: number,
  wanted: ReadonlyMap<string, string>,
  found: Map<string, string>,
): void {
  let key = { start, end: start };
  let value = key;
  for (let pos = start; pos < end;) {
    pos = readField(bytes, pos, end);
    if (field.tag === KEY) key = { start: field.start, end: pos };
    else if (field.tag === VALUE) value = { start: field.start, end: pos };
  }
  if (key.end - key.start > MAX_TAG_KEY_BYTES) return;
  const name = bytes.toString('utf8', key.start, key.end);
  if (wanted.has(name)) found.set(name, bytes.toString('utf8', value.start, value.end));
}
