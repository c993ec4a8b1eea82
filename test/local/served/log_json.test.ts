import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type INamespace, Root } from 'protobufjs/light.js';
import { writeJson } from '../../../src/local/served/json_values.js';
import { logJson } from '../../../src/local/served/log_json.js';
import { logpb } from '../../../src/proto/gen/logpb.js';
import { Random } from '../../../src/testing/random.js';

const FILE = join(__dirname, '../../../src/proto/gen/logs.json');
const LogEntry = Root.fromJSON(JSON.parse(readFileSync(FILE, 'utf8')) as INamespace)
  .resolveAll()
  .lookupType('logpb.LogEntry');

function write(bytes: Uint8Array): unknown {
  const text = [...logJson(LogEntry, Buffer.from(bytes))].join('');
  return JSON.parse(text);
}

/** What protobufjs reads, written by the writer of all other messages. */
function oracle(bytes: Uint8Array): unknown {
  return JSON.parse(JSON.stringify(writeJson(LogEntry, LogEntry.decode(bytes))));
}

test('a log in JSON is what the writer of other messages writes', () => {
  const seed = Date.now();
  console.log(`seed ${seed}`);
  const random = new Random(seed);
  const text = () => random.pick(['', '\n', '\r\n', 'é', '"\\', 'plain', '\u2028']);
  const bytes = () =>
    Buffer.from(Array.from({ length: random.between(0, 9) }, () => random.between(0, 255)));
  const line = () => ({
    ...(random.oneIn(2) && { value: bytes() }),
    ...(random.oneIn(2) && { delimiter: text() }),
  });
  const contents = [
    () => ({ text: { lines: Array.from({ length: random.between(0, 4) }, line) } }),
    () => ({ binary: { data: bytes() } }),
    () => ({ datagram: { data: bytes(), partial: { index: 1, size: 2, last: true } } }),
    () => ({}),
  ];
  for (let i = 0; i < 2000; i++) {
    const log = {
      ...(random.oneIn(2) && { timeOffset: { seconds: random.between(0, 9), nanos: 5000 } }),
      ...(random.oneIn(2) && { prefixIndex: random.between(0, 9), streamIndex: 2 ** 40 }),
      ...(random.oneIn(2) && { sequence: random.between(0, 9) }),
      ...random.pick(contents)(),
    };
    const encoded = logpb.LogEntry.encode(log).finish();
    expect([seed, write(encoded)]).toEqual([seed, oracle(encoded)]);
  }
});

test.each<[string, string, object]>([
  ['no text', '', {}],
  ['a text without lines', '5200', { text: {} }],
  [
    'text in two pieces',
    '52050a030a0178' + '52060a041202c3a9',
    { text: { lines: [{ value: 'eA==' }, { delimiter: 'é' }] } },
  ],
  [
    'a value twice: the last counts',
    '52080a060a01780a0179',
    { text: { lines: [{ value: 'eQ==' }] } },
  ],
  [
    'unknown fields everywhere',
    '7800' + '5209' + '7800' + '0a05' + '7800' + '0a0178',
    { text: { lines: [{ value: 'eA==' }] } },
  ],
])('a log of %s', (_name, hex, json) => {
  expect(write(Buffer.from(hex, 'hex'))).toEqual(json);
});

test('a log of many datagrams shows the last', () => {
  const datagrams = Buffer.concat([
    Buffer.alloc(10_000, '6200', 'hex'),
    Buffer.from('62030a0178', 'hex'),
  ]);
  expect(write(datagrams)).toEqual({ datagram: { data: 'eA==' } });
});

test('a log of more fields than JSON shows is refused, with what to do', () => {
  const data = Buffer.alloc(2 * 1001, Buffer.from('0a00', 'hex'));
  const log = Buffer.concat([Buffer.of(0x62, 0xd2, 0x0f), data]);
  expect(() => write(log)).toThrow(
    expect.objectContaining({
      status: 'FailedPrecondition',
      message: expect.stringContaining('ask for it in binary') as string,
    }) as Error,
  );
});
