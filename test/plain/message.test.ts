import { decode } from './message.js';
import { DESCRIPTOR, LOG_ENTRY, type Schema } from './schema.js';
import { messageText } from './text.js';
import { Undecodable } from './wire.js';

function read(schema: Schema, hex: string): string {
  return messageText(schema, decode(schema, Buffer.from(hex, 'hex')));
}

test.each([
  ['a field with its default value is as one that is absent', '1000', '{}'],
  ['an empty message is present', '0a00', '{timeOffset:{};}'],
  ['the last value of a singular field wins', '10011002', '{prefixIndex:2;}'],
  [
    'a message that comes twice is merged',
    '0a0208010a021002',
    '{timeOffset:{seconds:1;nanos:2;};}',
  ],
  ['the last member of a oneof wins', '52020a005a0312010a', '{binary:{data:0a;};}'],
  [
    'a member of a oneof that comes twice in a row is merged',
    '62030a016162021200',
    '{datagram:{data:61;partial:{};};}',
  ],
  ['a member of a oneof after another member begins anew', '52020a005a005200', '{text:{};}'],
  ['an int32 is the low 32 bits', '0a0610feffffff2f', '{timeOffset:{nanos:-2;};}'],
  [
    'a bool is whether any bit is set',
    '6208120618808080' + '8010',
    '{datagram:{partial:{last:1;};};}',
  ],
  ['a known field of another type is unknown', '1201ff', '{2/2:01ff;}'],
  ['unknown fields keep their order', '7d010203047800', '{15/5:01020304;15/0:00;}'],
  ['a tag with an over-long encoding reads as the short one', 'f88080008000', '{15/0:8000;}'],
])('plain decoder: a log: %s', (_, hex, text) => {
  expect(read(LOG_ENTRY, hex)).toBe(text);
});

test.each([
  ['the last value of a key wins', '32060a0161120162' + '32060a0161120163', '{tags:[61=63];}'],
  ['an entry may lack key and value', '3200', '{tags:[=];}'],
  ['unknown fields of an entry are dropped', '32050a01617801', '{tags:[61=];}'],
  ['the order of keys makes no difference', '32030a016232030a0161', '{tags:[61=,62=];}'],
])('plain decoder: tags: %s', (_, hex, text) => {
  expect(read(DESCRIPTOR, hex)).toBe(text);
});

test.each([
  ['a string', '0a01ff'],
  ['the key of a tag', '32030a01ff'],
  ['the value of a tag', '32031201ff'],
  ['an encoded surrogate', '0a03eda080'],
])('plain decoder: %s that is not UTF-8 is refused', (_, hex) => {
  expect(() => read(DESCRIPTOR, hex)).toThrow(Undecodable);
});
