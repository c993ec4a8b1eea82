import { type Oddity, parseFields, Undecodable, VarintOverflow } from './wire.js';

function parse(hex: string, oddities = new Set<Oddity>()): string[] {
  return parseFields(Buffer.from(hex, 'hex'), oddities).map(({ number, type, value }) => {
    const text = typeof value === 'bigint' ? value.toString() : Buffer.from(value).toString('hex');
    return `${number}/${type} ${text}`;
  });
}

test.each([
  ['an empty message', '', []],
  ['a varint', '0896012001', ['1/0 150', '4/0 1']],
  ['the largest varint', '08ffffffffffffffffff01', ['1/0 18446744073709551615']],
  ['an over-long varint', '0881808080808080808000', ['1/0 1']],
  ['an over-long tag', '88808080808080808000' + '01', ['1/0 1']],
  ['bytes', '0a02abcd', ['1/2 abcd']],
  ['fixed sizes', '0901020304050607080d01020304', ['1/1 0102030405060708', '1/5 01020304']],
  ['a group', '0b1001130b0c140c', ['1/3 1001130b0c14']],
  ['the largest field number', 'f8ffffff0f00', ['536870911/0 0']],
])('plain decoder: it reads %s', (_, hex, fields) => {
  expect(parse(hex)).toEqual(fields);
});

test.each([
  ['field number 0', '0001'],
  ['a field number past 2^29-1', '808080801000'],
  ['a varint that is cut short', '08ff'],
  ['bytes that are cut short', '0a02ab'],
  ['a fixed size that is cut short', '0d010203'],
  ['wire type 6', '0e00'],
  ['wire type 7', '0f00'],
  ['a group that does not end', '0b1001'],
  ['a group that ends as another', '0b14'],
  ['the end of a group that did not begin', '0c'],
  ['groups 101 deep', '0b'.repeat(101) + '0c'.repeat(101)],
])('plain decoder: it refuses %s', (_, hex) => {
  expect(() => parse(hex)).toThrow(Undecodable);
  expect(() => parse(hex)).not.toThrow(VarintOverflow);
});

test.each([
  ['whose tenth byte is 2', '08ffffffffffffffffff02'],
  ['of 11 bytes', '088080808080808080808000'],
])('plain decoder: it refuses a varint %s with an error of its own', (_, hex) => {
  expect(() => parse(hex)).toThrow(VarintOverflow);
});

test.each<[Oddity, string, string]>([
  ['a tag of more than 5 bytes', '88808080800001', '888080800001'],
  ['a length of more than 5 bytes', '0a808080808000', '0a8080808000'],
  [
    'groups more than 96 deep',
    '0b'.repeat(97) + '0c'.repeat(97),
    '0b'.repeat(96) + '0c'.repeat(96),
  ],
])('plain decoder: it reads and reports %s', (oddity, odd, even) => {
  const [oddities, none] = [new Set<Oddity>(), new Set<Oddity>()];
  parse(odd, oddities);
  parse(even, none);
  expect([...oddities]).toEqual([oddity]);
  expect([...none]).toEqual([]);
});
