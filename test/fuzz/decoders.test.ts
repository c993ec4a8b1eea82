import { logpb } from '../../src/proto/gen/logpb.js';
import { BUNDLE } from '../plain/schema.js';
import { compareDecoders } from './decoders.js';

function compare(hex: string) {
  return compareDecoders(BUNDLE, logpb.ButlerLogBundle, Buffer.from(hex, 'hex'));
}

describe('fuzz: protobufjs is known', () => {
  test.each([
    { what: 'a tag of more than 5 bytes', hex: 'a2808080800003617070' },
    { what: 'a length of more than 5 bytes', hex: '22838080808000617070' },
    { what: 'groups more than 96 deep', hex: '1acb012ac801' + '7b'.repeat(100) + '7c'.repeat(100) },
  ])('to refuse $what, and the plain decoder decides', ({ what, hex }) => {
    const { message, known, difference } = compare(hex);
    expect(message).toBeDefined();
    expect(known).toContain(`protobufjs refuses ${what}`);
    expect(difference).toBeUndefined();
  });

  test.each([
    { what: 'a known field', hex: '1a0b20ffffffffffffffffff02' },
    { what: 'an unknown field', hex: '78ffffffffffffffffff7f' },
    { what: 'an unknown field, in more than 10 bytes', hex: '788080808080808080808000' },
  ])('to take a varint past 64 bits in $what, and the plain decoder decides', ({ hex }) => {
    const { message, known, difference } = compare(hex);
    expect(message).toBeUndefined();
    expect(known).toEqual(['protobufjs takes a varint past 64 bits']);
    expect(difference).toBeUndefined();
  });
});

describe('fuzz: any other difference of protobufjs is reported', () => {
  const bytes = Buffer.from('2203617070', 'hex');
  const decoders = [
    {
      what: 'refusing alone',
      difference: 'protobufjs alone refuses: Error: no',
      decode: (): object => {
        throw new Error('no');
      },
    },
    {
      what: 'reading something else',
      difference: 'protobufjs reads another message',
      decode: (): object => ({ project: 'apq' }),
    },
    {
      what: 'dropping an unknown field',
      difference: 'protobufjs reads another message',
      decode: (): object => ({ project: 'app', $unknowns: [Buffer.from('7801', 'hex')] }),
    },
  ];
  test.each(decoders)('$what', ({ decode, difference }) => {
    expect(compareDecoders(BUNDLE, { decode }, bytes).difference).toBe(difference);
  });

  test('accepting alone', () => {
    const cutShort = Buffer.from('2203', 'hex');
    const { difference } = compareDecoders(BUNDLE, { decode: () => ({}) }, cutShort);
    expect(difference).toBe('protobufjs alone accepts: a field is cut short');
  });
});
