import { MAX_STREAM_NAME_BYTES } from './limits.js';

const SLASH = 0x2f;
/** What a byte may do in a segment: 2 begin it or go on with it, 1 only go on with it, 0 neither. */
const ROLES = new Uint8Array(256);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789') {
  ROLES[char.charCodeAt(0)] = 2;
}
for (const char of ':_.-') ROLES[char.charCodeAt(0)] = 1;

/** Whether these bytes are a StreamName (protocol section 2): segments joined by `/`, each beginning with a letter or digit. */
export function isStreamName(
  bytes: Uint8Array,
  start: number,
  end: number,
  maxBytes = MAX_STREAM_NAME_BYTES,
): boolean {
  if (start >= end || end - start > maxBytes) return false;
  let least = 2;
  for (let pos = start; pos < end; pos++) {
    const byte = bytes[pos]!;
    if (byte === SLASH && least === 1) least = 2;
    else if (ROLES[byte]! >= least) least = 1;
    else return false;
  }
  return least === 1;
}

/** Whether these bytes are a project's name: `^[a-z][a-z0-9_-]*$`. */
export function isProjectName(bytes: Uint8Array, start: number, end: number): boolean {
  if (start >= end) return false;
  for (let pos = start; pos < end; pos++) {
    const byte = bytes[pos]!;
    const letter = byte >= 0x61 && byte <= 0x7a;
    const other = (byte >= 0x30 && byte <= 0x39) || byte === 0x5f || byte === 0x2d;
    if (!letter && (pos === start || !other)) return false;
  }
  return true;
}
