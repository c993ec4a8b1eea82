import { PassThrough } from 'node:stream';
import { readBody, type PushRequest } from '../../src/http/body.js';
import { MAX_BODY_BYTES } from '../../src/push/limits.js';
import { PoisonedBuffers } from '../common/poisoned_buffers.js';

const PIECE = 64 * 1024;

/** A request whose body comes in such pieces. */
function requestOf(pieces: readonly Buffer[], headers: PushRequest['headers']): PushRequest {
  const stream = new PassThrough();
  for (const piece of pieces) stream.write(piece);
  stream.end();
  return Object.assign(stream, { headers }) as unknown as PushRequest;
}

test.each<[string, PushRequest['headers']]>([
  ['of known length', { 'content-length': String(3 * PIECE) }],
  ['that comes in chunks', { 'transfer-encoding': 'chunked' }],
])('a body %s is one piece, and those that it came in are freed', async (_what, headers) => {
  const pieces = [1, 2, 3].map((byte) => Buffer.alloc(PIECE, byte));
  const whole = Buffer.concat(pieces);
  const buffers = new PoisonedBuffers();
  const signal = new AbortController().signal;
  const body = await readBody(
    requestOf(pieces, headers),
    MAX_BODY_BYTES,
    signal,
    undefined,
    buffers,
  );
  expect(body.equals(whole)).toBe(true);
  expect(pieces.map(({ length }) => length)).toEqual([0, 0, 0]);
});

test('of pieces that share their memory with others, nothing is freed', async () => {
  const memory = Buffer.alloc(2 * PIECE, 7);
  const pieces = [memory.subarray(0, PIECE), memory.subarray(PIECE)];
  const headers = { 'content-length': String(2 * PIECE) };
  const body = await readBody(
    requestOf(pieces, headers),
    MAX_BODY_BYTES,
    new AbortController().signal,
  );
  expect(body.equals(memory)).toBe(true);
  expect(memory).toHaveLength(2 * PIECE);
});
