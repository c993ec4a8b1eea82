import { CollectorError } from '../common/errors.js';
import { MAX_FRAME_BYTES } from './limits.js';

/** Where the content of a recordio frame lies. */
export interface Frame {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the two recordio frames of a message (protocol section 1).
 *
 * @throws CollectorError EMPTY_MESSAGE, BAD_FRAME, FRAME_TOO_LARGE
 */
export function findFrames(message: Uint8Array): { metadata: Frame; bundle: Frame } {
  if (message.length === 0) throw new CollectorError('EMPTY_MESSAGE');
  const metadata = findFrame(message, 0);
  const bundle = findFrame(message, metadata.end);
  if (bundle.end !== message.length) throw badFrame('something follows the second frame');
  return { metadata, bundle };
}

function findFrame(message: Uint8Array, head: number): Frame {
  let size = 0;
  let start = head;
  for (let scale = 1; ; scale *= 0x80) {
    if (start === message.length) throw badFrame('a frame is cut short');
    const byte = message[start]!;
    if (start++ === head + 9 && byte > 1) throw badFrame('the length of a frame overflows');
    size += (byte & 0x7f) * scale;
    if (byte < 0x80) break;
  }
  if (size > MAX_FRAME_BYTES) throw new CollectorError('FRAME_TOO_LARGE');
  if (size > message.length - start) throw badFrame('a frame is cut short');
  return { start, end: start + size };
}

function badFrame(what: string): CollectorError {
  return new CollectorError('BAD_FRAME', `the message is not two recordio frames: ${what}`);
}
