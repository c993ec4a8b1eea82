import type { IncomingHttpHeaders } from 'node:http';
import { readMetadata } from '../bundle/metadata.js';
import { findFrames } from '../bundle/recordio.js';

const BRACE = '{'.charCodeAt(0);
/** What follows the brace in a JSON object. */
const AFTER_BRACE: ReadonlySet<number | undefined> = new Set(Buffer.from('"} \t\r\n'));

/** What the names of Pub/Sub's own headers begin with. */
export const PUBSUB_HEADERS = 'x-goog-pubsub-';

/**
 * Whether a push is unwrapped, with metadata (`--push-no-wrapper-write-metadata`): what is known of its message is in
 * headers of Pub/Sub, and each attribute of the message is a header too. The publisher chose their names, so that no other
 * header of such a push says what it is.
 */
export function isUnwrapped(headers: IncomingHttpHeaders): boolean {
  for (const name in headers) if (name.startsWith(PUBSUB_HEADERS)) return true;
  return false;
}

/**
 * Whether a body is a message of a Butler, as it comes unwrapped and without metadata: two recordio frames, of which the
 * first is a ButlerMetadata of a bundle. JSON never is, for the metadata has a control character: the tag of its type.
 */
export function isMessage(body: Uint8Array): boolean {
  // Every wrapped push: an error that is thrown for each would cost more than its envelope.
  if (body[0] === BRACE && AFTER_BRACE.has(body[1])) return false;
  try {
    const { metadata } = findFrames(body);
    readMetadata(body, metadata.start, metadata.end);
    return true;
  } catch {
    return false;
  }
}
