import { Renderer, stamp } from '../../src/cli/renderer.js';
import { logpb } from '../../src/proto/gen/logpb.js';
import { testIo } from './io.js';

const EXACT = { raw: false, json: false, timestamps: undefined };
const START = Date.UTC(2026, 10, 3, 19, 51, 34, 480);
const START_NS = BigInt(START) * 1_000_000n;

type Log = logpb.LogEntry.$Properties;

function render(logs: readonly Log[], rendering: typeof EXACT | object = {}, terminal = false) {
  const renderer = new Renderer({ ...EXACT, ...rendering }, testIo({ terminal }));
  const pieces = logs.map((log) => {
    const data = logpb.LogEntry.encode(log).finish();
    return Buffer.from(renderer.render(logpb.LogEntry.decode(data), START_NS));
  });
  return Buffer.concat([...pieces, Buffer.from(renderer.end())]).toString('latin1');
}

const line = (value: string, delimiter: string) => ({ value: Buffer.from(value), delimiter });
const TEXT: Log[] = [
  { text: { lines: [line('a', '\n'), line('b', '\r\n'), line('c', '')] } },
  {
    timeOffset: { seconds: 61, nanos: 5_900_000 },
    text: { lines: [line('c', '\n'), line('d', '')] },
  },
];
const BINARY: Log[] = [
  { binary: { data: Buffer.from('\x00\xffab', 'latin1') } },
  { binary: { data: Buffer.from('c') } },
];
const DATAGRAMS: Log[] = [
  { datagram: { data: Buffer.from('one') } },
  { sequence: 1, datagram: { data: Buffer.from('tw'), partial: { size: 3 } } },
  { sequence: 1, datagram: { data: Buffer.from('o'), partial: { index: 1, size: 3, last: true } } },
  { sequence: 2, datagram: {} },
];

describe('into a pipe, or with --raw, a stream is its very bytes', () => {
  it.each<[string, object, boolean]>([
    ['a pipe', {}, false],
    ['a pipe, --raw', { raw: true }, false],
    ['a terminal, --raw', { raw: true }, true],
  ])('%s', (_where, rendering, terminal) => {
    expect(render(TEXT, rendering, terminal)).toBe('a\nb\r\ncc\nd');
    expect(render(BINARY, rendering, terminal)).toBe('\x00\xffabc');
    expect(render(DATAGRAMS, rendering, terminal)).toBe('onetwo');
  });
});

describe('on a terminal', () => {
  it('the last line ends', () => {
    expect(render(TEXT, {}, true)).toBe('a\nb\ncc\nd\n');
    expect(render(TEXT.slice(0, 1).concat({ text: { lines: [line('', '\n')] } }), {}, true)).toBe(
      'a\nb\nc\n',
    );
  });

  it('binary data is shown in hexadecimal', () => {
    const dump = render(BINARY, {}, true);
    expect(dump).toMatch(/^00000000 {2}00 ff 61 62 +\|\.\.ab\|\n00000004 {2}63 +\|c\|\n$/);
  });

  it('datagrams are shown with number and size, their parts as one', () => {
    const dump = render(DATAGRAMS, {}, true);
    expect(dump.split('\n').map((row) => row.replace(/ {3,}/, '  '))).toEqual([
      'Datagram #0 (3 bytes)',
      '00000000  6f 6e 65  |one|',
      '',
      'Datagram #1 (3 bytes)',
      '00000000  74 77  |tw|',
      '00000002  6f  |o|',
      '',
      'Datagram #2 (0 bytes)',
      '',
      '',
    ]);
  });
});

describe('--timestamps', () => {
  it('puts the time before each line, and not before the rest of one', () => {
    expect(render(TEXT, { timestamps: 'utc' })).toBe(
      'Nov  3 19:51:34.480| a\nNov  3 19:51:34.480| b\r\nNov  3 19:51:34.480| cc\nNov  3 19:52:35.485| d',
    );
  });

  it('local is the time here', () => {
    const hours = String(new Date(START).getHours()).padStart(2, '0');
    expect(stamp(START_NS, 'local')).toMatch(
      new RegExp(`^\\w{3} [ \\d]\\d ${hours}:\\d\\d:34\\.480$`),
    );
  });
});

describe('a time that no Date can have', () => {
  const at = (seconds: bigint, nanos = 0) => seconds * 1_000_000_000n + BigInt(nanos);
  it.each<[string, bigint, string]>([
    ['the year 10000', at(253_402_300_800n), 'Jan  1 00:00:00.000'],
    ['a time before 1970', at(-1n, 1), 'Dec 31 23:59:59.000'],
    ['the year 1', at(-62_135_596_800n), 'Jan  1 00:00:00.000'],
    ['the year 0', at(-62_135_596_801n), 'Dec 31 23:59:59.000'],
    ['the last one of a Date', at(8_640_000_000_000n), 'Sep 13 00:00:00.000'],
    ['the first one of a Date', at(-8_640_000_000_000n), 'Apr 20 00:00:00.000'],
    ['one after that', at(8_640_000_000_001n), 'Sep 13 00:00:01.000'],
    ['the largest Timestamp', at(2n ** 63n - 1n, 999_999_999), 'Dec  4 15:30:07.999'],
    ['the smallest Timestamp', at(-(2n ** 63n)), 'Jan 27 08:29:52.000'],
    ['more nanoseconds than a second has', at(0n, 2 ** 31 - 1), 'Jan  1 00:00:02.147'],
    ['negative nanoseconds', at(0n, -(2 ** 31)), 'Dec 31 23:59:57.852'],
    ['both largest together', at(2n ** 64n - 2n), 'Nov  9 07:00:14.000'],
  ])('is shown all the same: %s', (_what, ns, shown) => {
    expect(stamp(ns, 'utc')).toBe(shown);
    expect(stamp(ns, 'local')).toMatch(/^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d\.\d{3}$/);
  });
});

it('--json is a log a line', () => {
  const lines = render(DATAGRAMS, { json: true }).trimEnd().split('\n');
  expect(lines.map((text) => JSON.parse(text) as unknown)).toEqual([
    { datagram: { data: 'b25l' } },
    { sequence: '1', datagram: { data: 'dHc=', partial: { size: '3' } } },
    { sequence: '1', datagram: { data: 'bw==', partial: { index: 1, size: '3', last: true } } },
    { sequence: '2', datagram: {} },
  ]);
});
