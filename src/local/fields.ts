import { LEN, read, readLength, readTag, skipField } from '../bundle/wire.js';

/** The field that `readField` has read: its tag, and where its value begins, behind the length where it has one. */
export const field = { tag: 0, start: 0 };

/**
 * Reads a field of a serialized message into `field`, without making an object.
 *
 * @returns where the field ends
 * @throws CollectorError BAD_PROTOBUF
 */
export function readField(bytes: Uint8Array, pos: number, end: number): number {
  const start = readTag(bytes, pos, end);
  field.tag = read.low;
  field.start = (field.tag & 7) === LEN ? readLength(bytes, start, end) : start;
  return (field.tag & 7) === LEN ? field.start + read.low : skipField(bytes, start, end, field.tag);
}
