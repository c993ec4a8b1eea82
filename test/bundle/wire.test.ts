import {
  checkUtf8,
  read,
  readLength,
  readTag,
  readVarint,
  skipField,
  skipFields,
} from '../../src/bundle/wire.js';
import { codeOf } from '../codes.js';

function bytes(...values: number[]): Buffer {
  return Buffer.from(values);
}

/** As many of these as told. */
function times(count: number, value: number): number[] {
  return Array<number>(count).fill(value);
}

describe('a varint', () => {
  test.each<[value: bigint, encoded: Buffer]>([
    [0n, bytes(0)],
    [127n, bytes(0x7f)],
    [128n, bytes(0x80, 1)],
    [0xfffffffn, bytes(...times(3, 0xff), 0x7f)],
    [0x10000000n, bytes(...times(4, 0x80), 1)],
    [0xffffffffn, bytes(...times(4, 0xff), 0x0f)],
    [0x100000000n, bytes(...times(4, 0x80), 0x10)],
    [0x7fffffffffffffffn, bytes(...times(8, 0xff), 0x7f)],
    [0xffffffffffffffffn, bytes(...times(9, 0xff), 1)],
    [5n, bytes(0x85, ...times(8, 0x80), 0)],
  ])('is read whole: %p', (value, encoded) => {
    expect(readVarint(encoded, 0, encoded.length)).toBe(encoded.length);
    expect((BigInt(read.high) << 32n) | BigInt(read.low)).toBe(value);
    expect(skipField(encoded, 0, encoded.length, 0x08)).toBe(encoded.length);
  });

  test.each<[rule: string, encoded: Buffer]>([
    ['empty', bytes()],
    ['without an end', bytes(0x80)],
    ['of 11 bytes', bytes(...times(10, 0x80), 0)],
    ['past 64 bits', bytes(...times(9, 0x80), 2)],
  ])('is refused: %s', (_rule, encoded) => {
    expect(codeOf(() => readVarint(encoded, 0, encoded.length))).toBe('BAD_PROTOBUF');
  });
});

describe('a tag', () => {
  test.each<[rule: string, encoded: Buffer]>([
    ['of field 0', bytes(0x02)],
    ['past field 2^29-1', bytes(0x80, 0x80, 0x80, 0x80, 0x10)],
    ['past 64 bits', bytes(...times(9, 0xff), 2)],
  ])('is refused: %s', (_rule, encoded) => {
    expect(codeOf(() => readTag(encoded, 0, encoded.length))).toBe('BAD_PROTOBUF');
  });

  test('may be over-long, and of field 2^29-1', () => {
    readTag(bytes(0x8a, 0x80, 0), 0, 3);
    expect(read.low).toBe(0x0a);
    readTag(bytes(0xf8, 0xff, 0xff, 0xff, 0x0f), 0, 5);
    expect(read.low >>> 3).toBe(2 ** 29 - 1);
  });
});

describe('a length', () => {
  test.each<[rule: string, encoded: Buffer]>([
    ['one past the end', bytes(3, 1, 2)],
    ['past 32 bits', bytes(...times(4, 0x80), 0x10, 1)],
  ])('is refused: %s', (_rule, encoded) => {
    expect(codeOf(() => readLength(encoded, 0, encoded.length))).toBe('BAD_PROTOBUF');
  });

  test('may reach to the end', () => {
    expect(readLength(bytes(2, 1, 2), 0, 3)).toBe(1);
    expect(read.low).toBe(2);
  });
});

describe('an unknown field', () => {
  const deep = bytes(...times(100, 0x7b), ...times(100, 0x7c));
  const deeper = bytes(...times(101, 0x7b), ...times(101, 0x7c));

  test.each<[rule: string, encoded: Buffer]>([
    ['a varint', bytes(0x78, 1)],
    ['8 bytes', bytes(0x79, ...times(8, 1))],
    ['a length', bytes(0x7a, 2, 1, 1)],
    ['4 bytes', bytes(0x7d, ...times(4, 1))],
    ['an empty group', bytes(0x7b, 0x7c)],
    ['a group with a group and a field', bytes(0x7b, 0x0b, 0x10, 1, 0x0c, 0x7c)],
    ['groups nested 100 deep', deep],
  ])('is passed over: %s', (_rule, encoded) => {
    expect(() => {
      skipFields(encoded, 0, encoded.length);
    }).not.toThrow();
  });

  test.each<[rule: string, encoded: Buffer]>([
    ['8 bytes, cut short', bytes(0x79, ...times(7, 1))],
    ['4 bytes, cut short', bytes(0x7d, ...times(3, 1))],
    ['a length, cut short', bytes(0x7a, 3, 1, 1)],
    ['wire type 6', bytes(0x7e)],
    ['wire type 7', bytes(0x7f)],
    ['a group that does not end', bytes(0x7b)],
    ['a group that ends as another', bytes(0x7b, 0x74)],
    ['a group that did not begin', bytes(0x7c)],
    ['groups nested 101 deep (departure 6)', deeper],
    ['groups nested 100,000 deep (departure 6)', bytes(...times(100_000, 0x7b))],
  ])('is refused: %s', (_rule, encoded) => {
    expect(
      codeOf(() => {
        skipFields(encoded, 0, encoded.length);
      }),
    ).toBe('BAD_PROTOBUF');
  });
});

describe('a string', () => {
  test.each(['', 'ascii', 'é', '漢字', '😀', '\0'])('may be %j', (text) => {
    const encoded = Buffer.from(text);
    expect(() => {
      checkUtf8(encoded, 0, encoded.length);
    }).not.toThrow();
  });

  test.each<[rule: string, encoded: Buffer]>([
    ['a stray byte', bytes(0x61, 0x80)],
    ['a sequence that is cut short', bytes(0xe6, 0xbc)],
    ['an over-long encoding', bytes(0xc0, 0x80)],
    ['a surrogate', bytes(0xed, 0xa0, 0x80)],
    ['past U+10FFFF', bytes(0xf4, 0x90, 0x80, 0x80)],
  ])('is refused: %s', (_rule, encoded) => {
    expect(
      codeOf(() => {
        checkUtf8(encoded, 0, encoded.length);
      }),
    ).toBe('BAD_PROTOBUF');
  });
});
