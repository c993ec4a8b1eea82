import { logToJson } from '../../src/cli/log_json.js';
import { logpb } from '../../src/proto/gen/logpb.js';

const bytes = (text: string): Buffer => Buffer.from(text);

describe('proto3 JSON', () => {
  it.each<[string, logpb.LogEntry.$Properties, unknown]>([
    ['leaves out what has its default value', { streamIndex: 0 }, {}],
    [
      'has 64-bit integers as strings',
      { prefixIndex: 1, streamIndex: 2 ** 53, sequence: 3 },
      { prefixIndex: '1', streamIndex: '9007199254740992', sequence: '3' },
    ],
    [
      'has bytes in base64',
      { binary: { data: Buffer.from([0xff, 0xfe]) } },
      { binary: { data: '//4=' } },
    ],
    [
      'has lines with their delimiters',
      { text: { lines: [{ value: bytes('a'), delimiter: '\n' }, { delimiter: '\r\n' }, {}] } },
      { text: { lines: [{ value: 'YQ==', delimiter: '\n' }, { delimiter: '\r\n' }, {}] } },
    ],
    ['has an empty datagram', { datagram: {} }, { datagram: {} }],
    [
      'has the first part of a datagram',
      { datagram: { data: bytes('a'), partial: { size: 2 } } },
      { datagram: { data: 'YQ==', partial: { size: '2' } } },
    ],
    [
      'has the last part of a datagram',
      { datagram: { partial: { index: 1, size: 2, last: true } } },
      { datagram: { partial: { index: 1, size: '2', last: true } } },
    ],
  ])('%s', (_rule, log, json) => {
    const decoded = logpb.LogEntry.decode(logpb.LogEntry.encode(log).finish());
    expect(logToJson(decoded)).toEqual(json);
  });

  it.each([
    [0, 0, '0s'],
    [1, 0, '1s'],
    [1, 500_000_000, '1.500s'],
    [0, 34_480_009, '0.034480009s'],
    [0, 1_000, '0.000001s'],
    [-1, -500_000_000, '-1.500s'],
    [0, -1, '-0.000000001s'],
    [315_576_000_000, 0, '315576000000s'],
  ])('writes a Duration of %d s and %d ns as %s', (seconds, nanos, text) => {
    const log = logpb.LogEntry.encode({ timeOffset: { seconds, nanos } }).finish();
    expect(logToJson(logpb.LogEntry.decode(log))).toEqual({ timeOffset: text });
  });

  it('keeps integers past 2^53', () => {
    // stream_index 2^64-1
    const log = Buffer.from('18ffffffffffffffffff01', 'hex');
    expect(logToJson(logpb.LogEntry.decode(log))).toEqual({ streamIndex: '18446744073709551615' });
  });
});
