import { CollectorError } from '../errors.js';
import { MAX_FRAME_BYTES } from './limits.js';

/**
 * Cuts a message into its two recordio frames (protocol section 1).
 *
 * @throws CollectorError EMPTY_MESSAGE, BAD_FRAME, FRAME_TOO_LARGE
 */
export function readFrames(message: Uint8Array): [metadata: Uint8Array, bundle: Uint8Array] {
  if (message.length === 0) throw new CollectorError('EMPTY_MESSAGE');
  const metadata = readFrame(message, 0);
  const bundle = readFrame(message, metadata.byteOffset - message.byteOffset + metadata.length);
  const end = bundle.byteOffset - message.byteOffset + bundle.length;
  if (end !== message.length) throw badFrame('something follows the second frame');
  return [metadata, bundle];
}

function readFrame(message: Uint8Array, start: number): Uint8Array {
  let size = 0;
  let pos = start;
  for (let scale = 1; ; scale *= 0x80, pos++) {
    if (pos === message.length) throw badFrame('a frame is cut short');
    const byte = message[pos]!;
    if (pos === start + 9 && byte > 1) throw badFrame('the length of a frame overflows');
    size += (byte & 0x7f) * scale;
    if (byte < 0x80) break;
  }
  pos++;
  if (size > MAX_FRAME_BYTES) throw new CollectorError('FRAME_TOO_LARGE');
  if (size > message.length - pos) throw badFrame('a frame is cut short');
  return message.subarray(pos, pos + size);
}

function badFrame(what: string): CollectorError {
  return new CollectorError('BAD_FRAME', `the message is not two recordio frames: ${what}`);
}
