import { MAX_TAG_KEY_BYTES } from '../../bundle/limits.js';
import {
  LEN,
  read,
  readLength,
  readTag,
  readVarint,
  skipField,
  VARINT,
} from '../../bundle/wire.js';
import { decodableDescriptor } from '../coordinator/decodable_descriptor.js';

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
 * Compares descriptors with conditions, from their bytes: one of 1 MiB may have 200,000 tags, which as objects take ten
 * times as long.
 */
export class DescriptorFilter {
  private readonly contentType: string;
  private readonly streamType: number | undefined;
  private readonly tags: ReadonlyMap<string, string>;
  private readonly isEmpty: boolean;

  constructor({ contentType, streamType, tags }: DescriptorConditions) {
    this.contentType = contentType;
    this.streamType = streamType;
    this.tags = new Map(Object.entries(tags));
    this.isEmpty = contentType === '' && streamType === undefined && this.tags.size === 0;
  }

  /** @throws CollectorError BAD_PROTOBUF */
  matches(descriptor: Uint8Array): boolean {
    if (this.isEmpty) return true;
    const { buffer, byteOffset, length } = decodableDescriptor(descriptor);
    const bytes = Buffer.from(buffer, byteOffset, length);
    let contentType = '';
    let streamType = 0;
    const found = new Map<string, string>();
    for (let pos = 0; pos < length;) {
      pos = readTag(bytes, pos, length);
      const tag = read.low;
      if (tag === STREAM_TYPE) {
        pos = readVarint(bytes, pos, length);
        streamType = read.low | 0;
      } else if (tag === CONTENT_TYPE || tag === TAGS) {
        const from = readLength(bytes, pos, length);
        pos = from + read.low;
        if (tag === TAGS) this.findTag(bytes, from, pos, found);
        else contentType = bytes.toString('utf8', from, pos);
      } else {
        pos = skipField(bytes, pos, length, tag);
      }
    }
    if (this.contentType !== '' && contentType !== this.contentType) return false;
    if (this.streamType !== undefined && streamType !== this.streamType) return false;
    return this.hasTags(found);
  }

  /** Notes the value of a tag that is asked for. */
  private findTag(bytes: Buffer, start: number, end: number, found: Map<string, string>): void {
    if (this.tags.size === 0) return;
    let key = { start, end: start };
    let value = key;
    for (let pos = start; pos < end;) {
      pos = readTag(bytes, pos, end);
      const tag = read.low;
      if (tag === KEY || tag === VALUE) {
        const from = readLength(bytes, pos, end);
        pos = from + read.low;
        if (tag === KEY) key = { start: from, end: pos };
        else value = { start: from, end: pos };
      } else {
        pos = skipField(bytes, pos, end, tag);
      }
    }
    if (key.end - key.start > MAX_TAG_KEY_BYTES) return;
    const name = bytes.toString('utf8', key.start, key.end);
    if (this.tags.has(name)) found.set(name, bytes.toString('utf8', value.start, value.end));
  }

  private hasTags(found: ReadonlyMap<string, string>): boolean {
    for (const [key, value] of this.tags) {
      const given = found.get(key);
      if (given === undefined || (value !== '' && given !== value)) return false;
    }
    return true;
  }
}
