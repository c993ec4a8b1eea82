import { findFrames } from '../../src/bundle/recordio.js';
import type { ErrorCode } from '../../src/common/errors.js';
import { frame } from '../../src/testing/records.js';
import { codeOf } from '../codes.js';

const TEN_MIB = 10 * 1024 * 1024;

describe('the two frames of a message', () => {
  test('lie back to back and fill it', () => {
    const message = Buffer.concat([frame(Buffer.from('one')), frame(Buffer.from('second'))]);
    const { metadata, bundle } = findFrames(message);
    expect(message.toString('latin1', metadata.start, metadata.end)).toBe('one');
    expect(message.toString('latin1', bundle.start, bundle.end)).toBe('second');
  });

  test('may be empty', () => {
    expect(findFrames(Buffer.from([0, 0]))).toEqual({
      metadata: { start: 1, end: 1 },
      bundle: { start: 2, end: 2 },
    });
  });

  test('may have over-long lengths of up to 10 bytes', () => {
    const message = Buffer.from([0x81, ...Array<number>(8).fill(0x80), 0, 7, 0]);
    expect(findFrames(message).metadata).toEqual({ start: 10, end: 11 });
  });

  test('may be exactly 10 MiB (departure 6)', () => {
    const message = Buffer.concat([frame(Buffer.alloc(TEN_MIB)), frame(Buffer.alloc(TEN_MIB))]);
    expect(findFrames(message).bundle.end).toBe(message.length);
  });

  test.each<[rule: string, message: Buffer, code: ErrorCode]>([
    ['an empty message', Buffer.alloc(0), 'EMPTY_MESSAGE'],
    ['one frame only', frame(Buffer.from('one')), 'BAD_FRAME'],
    ['a length that does not end', Buffer.from([0x80, 0x80]), 'BAD_FRAME'],
    ['a length of 11 bytes', Buffer.from([...Array<number>(10).fill(0x80), 0, 0]), 'BAD_FRAME'],
    ['a length past 64 bits', Buffer.from([...Array<number>(9).fill(0x80), 2, 0]), 'BAD_FRAME'],
    ['a first frame that is cut short (departure 6)', Buffer.from([3, 1, 2]), 'BAD_FRAME'],
    ['a second frame that is cut short (departure 6)', Buffer.from([0, 2, 1]), 'BAD_FRAME'],
    ['bytes after the second frame (departure 6)', Buffer.from([0, 1, 1, 1]), 'BAD_FRAME'],
    ['a frame of 10 MiB and a byte', frame(Buffer.alloc(TEN_MIB + 1)), 'FRAME_TOO_LARGE'],
    [
      'a frame that claims the largest length there is',
      Buffer.from([...Array<number>(9).fill(0xff), 1]),
      'FRAME_TOO_LARGE',
    ],
  ])('are refused: %s', (_rule, message, code) => {
    expect(codeOf(() => findFrames(message))).toBe(code);
  });
});
