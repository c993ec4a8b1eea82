import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { unpack } from '../../src/bundle/unpack.js';
import type { ErrorCode } from '../../src/common/errors.js';
import { buildBundle, buildMessage } from '../../src/testing/message.js';
import { recordsOf } from '../../src/testing/records.js';

const TEN_MIB = 10 * 1024 * 1024;
const BUNDLE = buildBundle({ streams: [{ name: 'stdout', logs: ['hello'] }] });

/** A ButlerMetadata, also with values that its enums do not have. */
function metadata(type = 1, compression = 0, version = '1'): Buffer {
  return Buffer.from([8, type, 16, compression, 26, version.length, ...Buffer.from(version)]);
}

const ZLIB = metadata(1, 1);

/** Zeros that take 256 KiB deflated. */
const BOMB = deflateSync(Buffer.alloc(270 * 1024 * 1024), { level: 1 });

/** A bundle of this many bytes, most of them a field that nobody knows. */
function paddedBundle(size: number): Buffer {
  const room = size - BUNDLE.length - 6;
  const head = Buffer.from([0x9a, 0x06, ...varint4(room)]);
  return Buffer.concat([BUNDLE, head, Buffer.alloc(room)]);
}

function varint4(value: number): number[] {
  return [0, 7, 14, 21].map((shift) => ((value >>> shift) & 0x7f) | (shift < 21 ? 0x80 : 0));
}

describe('a message', () => {
  test.each([false, true])('is unpacked, zlib: %p', async (compress) => {
    const message = buildMessage({ compress, streams: [{ name: 'stdout', logs: ['hello'] }] });
    const { project, prefix, entries } = await unpack(message);
    expect({ project, prefix }).toEqual({ project: 'test-project', prefix: 'test/prefix' });
    expect(entries).toMatchObject([{ kind: 'stream', path: 'test/prefix/+/stdout', count: 1 }]);
  });

  test('is left as it is, for it may have to go elsewhere byte for byte', async () => {
    const message = buildMessage({ streams: [{ name: 'stdout', logs: ['one', 'two', 'three'] }] });
    const before = Buffer.from(message);
    await unpack(message);
    expect(message).toEqual(before);
  });

  test('may have bytes after the zlib stream, inside the frame', async () => {
    const body = Buffer.concat([deflateSync(BUNDLE), Buffer.from('anything')]);
    expect((await unpack(recordsOf([ZLIB, body]))).entries).toHaveLength(1);
  });

  test('may inflate to exactly 10 MiB (departure 6)', async () => {
    const body = deflateSync(paddedBundle(TEN_MIB));
    expect((await unpack(recordsOf([ZLIB, body]))).entries).toHaveLength(1);
  });

  test('is inflated at once where it is large and was only stored', () => {
    const streams = [{ name: 'noise', type: 'binary' as const, logs: [randomBytes(300_000)] }];
    expect(unpack(buildMessage({ compress: true, streams }))).toHaveProperty('entries');
  });

  test('is inflated by another thread where it is large', async () => {
    const streams = [{ name: 'hex', logs: [randomBytes(400_000).toString('hex')] }];
    const pending = unpack(buildMessage({ compress: true, streams }));
    expect(pending).toHaveProperty('then');
    expect((await pending).entries).toMatchObject([{ kind: 'stream', count: 1 }]);
  });

  const truncated = deflateSync(BUNDLE).subarray(0, -6);
  const wrongSum = Buffer.from(deflateSync(BUNDLE));
  wrongSum[wrongSum.length - 1]! ^= 1;
  test.each<[rule: string, message: Buffer, code: ErrorCode]>([
    ['metadata that is no protobuf', recordsOf([Buffer.from([0xff]), BUNDLE]), 'BAD_METADATA'],
    [
      'metadata with a bad string',
      recordsOf([Buffer.from([0x1a, 1, 0xff]), BUNDLE]),
      'BAD_METADATA',
    ],
    ['no type', recordsOf([metadata(0), BUNDLE]), 'UNKNOWN_TYPE'],
    ['another type', recordsOf([metadata(2), BUNDLE]), 'UNKNOWN_TYPE'],
    ['another compression', recordsOf([metadata(1, 2), BUNDLE]), 'UNKNOWN_COMPRESSION'],
    ['another version', recordsOf([metadata(1, 0, '2'), BUNDLE]), 'UNKNOWN_VERSION'],
    ['no version', recordsOf([metadata(1, 0, ''), BUNDLE]), 'UNKNOWN_VERSION'],
    ['a zlib stream that is cut short', recordsOf([ZLIB, truncated]), 'BAD_ZLIB'],
    ['a zlib stream with a wrong checksum', recordsOf([ZLIB, wrongSum]), 'BAD_ZLIB'],
    ['no zlib stream', recordsOf([ZLIB, BUNDLE]), 'BAD_ZLIB'],
    ['nothing to inflate', recordsOf([ZLIB, Buffer.alloc(0)]), 'BAD_ZLIB'],
    [
      '10 MiB and a byte',
      recordsOf([ZLIB, deflateSync(paddedBundle(TEN_MIB + 1))]),
      'BUNDLE_TOO_LARGE',
    ],
    ['a bomb', recordsOf([ZLIB, deflateSync(Buffer.alloc(64 * TEN_MIB))]), 'BUNDLE_TOO_LARGE'],
    [
      'noise, large',
      recordsOf([ZLIB, Buffer.from(`x\x9c\x05${'noise'.repeat(60_000)}`, 'latin1')]),
      'BAD_ZLIB',
    ],
    ['a bomb, large', recordsOf([ZLIB, BOMB]), 'BUNDLE_TOO_LARGE'],
    [
      'a bundle that is no protobuf',
      recordsOf([metadata(), Buffer.from([0x1a, 5])]),
      'BAD_PROTOBUF',
    ],
    ['an empty bundle', recordsOf([metadata(), Buffer.alloc(0)]), 'BAD_PROJECT'],
  ])('is refused as a whole: %s', async (_rule, message, code) => {
    await expect((async () => unpack(message))()).rejects.toMatchObject({ code });
  });
});
