import { decode } from './message.js';
import { DESCRIPTOR, LOG_ENTRY, type Schema } from './schema.js';
import { messageText } from './text.js';
import { Undecodable } from './wire.js';

function read(schema: Schema, hex: string): string {
  return messageText(schema, decode(schema, Buffer.from(hex, 'hex')));
}

test.each([
  ['a default says nothing', '1000', '{}'],
  ['a message that is empty is there', '0a00', '{timeOffset:{};}'],
  ['the last of a singular field wins', '10011002', '{prefixIndex:2;}'],
  ['messages merge', '0a0208010a021002', '{timeOffset:{seconds:1;nanos:2;};}'],
  ['the last member of a oneof wins', '52020a005a0312010a', '{binary:{data:0a;};}'],
  ['a member that comes again merges', '62030a016162021200', '{datagram:{data:61;partial:{};};}'],
  ['a member after another begins anew', '52020a005a005200', '{text:{};}'],
  ['an int32 is the low 32 bits', '0a0610feffffff2f', '{timeOffset:{nanos:-2;};}'],
  [
    'a bool is whether any bit is set',
    '6208120618808080' + '8010',
    '{datagram:{partial:{last:1;};};}',
  ],
  ['a known field of another type is unknown', '1201ff', '{2/2:01ff;}'],
  ['unknown fields keep their order', '7d010203047800', '{15/5:01020304;15/0:00;}'],
  ['the length of a tag does not show', 'f88080008000', '{15/0:8000;}'],
])('of a log: %s', (_, hex, text) => {
  expect(read(LOG_ENTRY, hex)).toBe(text);
});

test.each([
  ['the last value of a key wins', '32060a0161120162' + '32060a0161120163', '{tags:[61=63];}'],
  ['an entry may lack both', '3200', '{tags:[=];}'],
  ['unknown fields of an entry are dropped', '32050a01617801', '{tags:[61=];}'],
  ['the order of keys does not show', '32030a016232030a0161', '{tags:[61=,62=];}'],
])('of tags: %s', (_, hex, text) => {
  expect(read(DESCRIPTOR, hex)).toBe(text);
});

test.each([
  ['a string', '0a01ff'],
  ['the key of a tag', '32030a01ff'],
  ['the value of a tag', '32031201ff'],
  ['an encoded surrogate', '0a03eda080'],
])('%s that is not UTF-8 is refused', (_, hex) => {
  expect(() => read(DESCRIPTOR, hex)).toThrow(Undecodable);
});
