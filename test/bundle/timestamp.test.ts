import { scanBundle } from '../../src/bundle/scan.js';
import { google } from '../../src/proto/gen/logpb.js';
import { buildBundle } from '../../src/testing/message.js';

const { Timestamp } = google.protobuf;
const MAX_SECONDS = 253_402_300_799;

/** A bundle with these serialized Timestamps, each in a field of its own. */
function scan(...timestamps: Uint8Array[]): number | undefined {
  const fields = timestamps.map((bytes) =>
    Buffer.concat([Buffer.from([0x12, bytes.length]), bytes]),
  );
  const bundle = Buffer.concat([buildBundle({ timestamp: null }), ...fields]);
  return scanBundle(bundle, '1').timestampMs;
}

function timestamp(seconds: number | null, nanos: number | null): Uint8Array {
  return Timestamp.encode({ seconds, nanos }).finish();
}

describe('the timestamp of a bundle', () => {
  test('is undefined where the bundle has none', () => {
    expect(scan()).toBeUndefined();
  });

  test.each<[string, number | null, number | null, number | undefined]>([
    ['whole seconds', 1_700_000_000, null, 1_700_000_000_000],
    ['nanoseconds are rounded down', 1_700_000_000, 123_999_999, 1_700_000_000_123],
    ['an empty message is the beginning of Unix time', null, null, 0],
    ['nanoseconds alone', null, 5_000_000, 5],
    ['before Unix time', -1, 999_000_000, -1],
    ['negative nanoseconds', 1_700_000_000, -1, undefined],
    ['a second of nanoseconds', 1_700_000_000, 1_000_000_000, undefined],
    ['the last second of the year 9999', MAX_SECONDS, 999_999_999, MAX_SECONDS * 1000 + 999],
    ['the year 10000', MAX_SECONDS + 1, 0, undefined],
    ['the first second of the year 1', -62_135_596_800, 0, -62_135_596_800_000],
    ['the year 0', -62_135_596_801, 0, undefined],
    ['the largest number of seconds', Number.MAX_SAFE_INTEGER, 0, undefined],
  ])(
    '%s (%p s, %p ns): is %p ms, undefined where it is out of range',
    (_, seconds, nanos, expected) => {
      expect(scan(timestamp(seconds, nanos))).toBe(expected);
    },
  );

  test('is undefined for the largest and the least 64-bit numbers of seconds', () => {
    const largest = Buffer.from('08ffffffffffffffff7f', 'hex');
    const least = Buffer.from('0880808080808080808001', 'hex');
    expect([scan(largest), scan(least)]).toEqual([undefined, undefined]);
  });

  test('is merged field by field where it comes twice', () => {
    expect(scan(timestamp(1_700_000_000, null), timestamp(null, 7_000_000))).toBe(
      1_700_000_000_007,
    );
    expect(scan(timestamp(1, null), timestamp(1_700_000_000, null))).toBe(1_700_000_000_000);
  });

  test('is read past its unknown fields', () => {
    const unknown = Buffer.from('1a03616263', 'hex');
    expect(scan(Buffer.concat([unknown, timestamp(1_700_000_000, 0)]))).toBe(1_700_000_000_000);
  });
});
