import { inflateSync } from 'node:zlib';
import { readMetadata } from '../src/bundle/metadata.js';
import { findFrames } from '../src/bundle/recordio.js';

/** The second frame of a message, and whether it is a zlib stream. */
export interface MessageBody {
  readonly body: Buffer;
  readonly zlib: boolean;
}

/** Finds the bundle of a Pub/Sub message's data. */
export function findBody(message: Buffer): MessageBody {
  const { metadata, bundle } = findFrames(message);
  const { zlib } = readMetadata(message, metadata.start, metadata.end);
  return { body: message.subarray(bundle.start, bundle.end), zlib };
}

/** Inflates the serialized bundle that a message carries. */
export function inflated(message: Buffer): Buffer {
  const { body, zlib } = findBody(message);
  return zlib ? inflateSync(body) : body;
}
