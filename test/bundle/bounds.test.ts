import {
  MAX_DESCRIPTOR_BYTES,
  MAX_FIELDS,
  MAX_METADATA_BYTES,
  MEAN_PATH_BYTES,
  MIN_PATHS_BYTES,
} from '../../src/bundle/limits.js';
import { scanBundle } from '../../src/bundle/scan.js';
import { unpack } from '../../src/bundle/unpack.js';
import { recordsOf } from '../../src/testing/records.js';
import { codeOf } from '../codes.js';
import {
  bundle,
  datagram,
  descriptor,
  entry,
  field,
  filled,
  join,
  LOG,
  numbered,
  repeated,
} from '../stalls/wire.js';

const UNKNOWN = '7800';
const TAG = field(6, join(field(1, 'k'), field(2, 'v')));
/** Of `descriptor`: name, type, content type and timestamp. */
const OWN_FIELDS = 4;
const PREFIX = 'prefix/';

/** The first entry of a bundle, and whether the good one behind it is fine. */
function scanFirst(first: Uint8Array): unknown[] {
  const bytes = bundle(join(first, entry(descriptor('good'), LOG)), PREFIX);
  const [one, good] = scanBundle(bytes, '1').entries;
  expect(good?.kind).toBe('stream');
  return one?.kind === 'refused' ? [one.refusal.code, one.path !== undefined] : [one?.kind];
}

/** A descriptor that is this long with its prefix filled in. */
function descriptorOf(bytes: number): Buffer {
  const { length } = scanned(descriptor('n'));
  return descriptor('n', 0, field(9, Buffer.alloc(bytes - length - 1 - 3)));
}

function scanned(desc: Uint8Array): Uint8Array {
  const [one] = scanBundle(bundle(entry(desc, LOG), PREFIX), '1').entries;
  if (one?.kind !== 'stream') throw new Error('the entry is no stream');
  return one.descriptor;
}

const refused = ['BAD_DESCRIPTOR', true];

describe('bundle scan: a descriptor', () => {
  test.each<[what: string, first: Buffer, right: unknown[]]>([
    [
      'of as many bytes as allowed is accepted',
      entry(descriptorOf(MAX_DESCRIPTOR_BYTES - 8), LOG),
      ['stream'],
    ],
    [
      'of more bytes with its prefix is refused',
      entry(descriptorOf(MAX_DESCRIPTOR_BYTES + 8), LOG),
      refused,
    ],
    ['of far more bytes is refused', entry(descriptorOf(5 * MAX_DESCRIPTOR_BYTES), LOG), refused],
    [
      'of as many fields as allowed is accepted',
      entry(descriptor('n', 0, repeated(UNKNOWN, MAX_FIELDS - OWN_FIELDS)), LOG),
      ['stream'],
    ],
    [
      'of one field more is refused',
      entry(descriptor('n', 0, repeated(UNKNOWN, MAX_FIELDS - OWN_FIELDS + 1)), LOG),
      refused,
    ],
    [
      'of as many tags as allowed is accepted',
      entry(descriptor('n', 0, repeated(TAG, MAX_FIELDS - OWN_FIELDS)), LOG),
      ['stream'],
    ],
    [
      'of one tag more is refused',
      entry(descriptor('n', 0, repeated(TAG, MAX_FIELDS - OWN_FIELDS + 1)), LOG),
      refused,
    ],
    [
      'in pieces of as many fields as allowed is accepted',
      entry(descriptor('n'), repeated(field(1, TAG), MAX_FIELDS - OWN_FIELDS), LOG),
      ['stream'],
    ],
    [
      'in pieces of one field more is refused',
      entry(descriptor('n'), repeated(field(1, TAG), MAX_FIELDS - OWN_FIELDS + 1), LOG),
      refused,
    ],
    [
      'in pieces behind the logs, of one field more, is refused',
      entry(descriptor('n', 2), datagram(0), repeated(field(1, TAG), MAX_FIELDS)),
      refused,
    ],
    [
      'in pieces of too many bytes is refused',
      entry(descriptor('n'), repeated(field(1, field(9, Buffer.alloc(400_000))), 3), LOG),
      refused,
    ],
    [
      'with any number of empty pieces is accepted',
      entry(descriptor('n'), repeated('0a00', 100_000), LOG),
      ['stream'],
    ],
  ])('%s, and the next entry is accepted', (_what, first, right) => {
    expect(scanFirst(first)).toEqual(right);
  });
});

/** Merged, pieces are what the descriptor is in one piece. */
describe('bundle scan: a descriptor in pieces', () => {
  const parts = [
    field(2, 'n'),
    field(4, 'text/plain'),
    field(5, ''),
    TAG,
    Buffer.from('1802', 'hex'),
  ];
  const whole = Buffer.concat(parts);
  const pieces = parts.map((part) => field(1, part));
  const logs = numbered(3, datagram);
  test.each<[where: string, entry: Buffer]>([
    ['before the logs', entry(Buffer.alloc(0), ...pieces, logs)],
    ['behind the logs', field(3, join(logs, ...pieces))],
    [
      'between the logs',
      field(3, join(...pieces.map((piece, at) => join(piece, at < 3 ? datagram(at) : piece)))),
    ],
    ['with empty ones', field(3, join(...pieces.map((piece) => join(piece, field(1, ''))), logs))],
  ])('%s', (where, bytes) => {
    const [one] = scanBundle(bundle(bytes, PREFIX), '1').entries;
    if (where !== 'between the logs')
      expect(Buffer.from(scannedOf(one)).subarray(0, whole.length)).toEqual(whole);
    expect(one).toMatchObject({ kind: 'stream', count: 3, streamType: 'DATAGRAM' });
  });
});

function scannedOf(one: unknown): Uint8Array {
  return (one as { descriptor: Uint8Array }).descriptor;
}

describe('bundle scan: too many fields of one message are bad input', () => {
  const over = MAX_FIELDS + 1;
  test.each<[what: string, bytes: Buffer]>([
    ['a log', field(5, repeated(UNKNOWN, over))],
    ['a log of many texts', field(5, repeated('5200', over))],
    ['a line', field(5, field(10, field(1, repeated('0a00', over))))],
    ['a binary', field(5, field(11, repeated('1200', over)))],
    ['a datagram', field(5, field(12, repeated('0a00', over)))],
    ['a partial', field(5, field(12, field(2, repeated(UNKNOWN, over))))],
    ['a time', field(5, field(1, repeated(UNKNOWN, over)))],
    ['an unknown group', join(Buffer.from([0x7b]), repeated(UNKNOWN, over), Buffer.from([0x7c]))],
    ['a tag', field(1, field(6, repeated(UNKNOWN, over)))],
  ])('%s', (_what, rest) => {
    const more = bundle(entry(descriptor('n'), rest));
    expect(codeOf(() => scanBundle(more, '1'))).toBe('BAD_PROTOBUF');
  });

  test('a log of as many fields as allowed is accepted', () => {
    const log = field(5, join(LOG.subarray(2), repeated(UNKNOWN, MAX_FIELDS - 1)));
    expect(scanFirst(entry(descriptor('n'), log))).toEqual(['stream']);
  });
});

describe('bundle scan: the paths of a bundle', () => {
  const named = (count: number, bytes: number) =>
    bundle(
      numbered(count, (at) => entry(descriptor(`${at}`.padEnd(bytes, 'x')), LOG)),
      PREFIX,
    );
  const most = Math.floor(MIN_PATHS_BYTES / 2048);

  test('of as many bytes as allowed are accepted', () => {
    expect(scanBundle(named(most, 2000), '1', 1).entries).toHaveLength(1);
    expect(scanBundle(named(most, 2000), '1').entries).toHaveLength(most);
    const streams = Math.floor(MIN_PATHS_BYTES / MEAN_PATH_BYTES);
    expect(scanBundle(named(streams, 200), '1', streams).entries).toHaveLength(streams);
  });

  test('of one byte more are bad input', () => {
    const scan = () => scanBundle(named(most + 100, 2048), '1', most + 100);
    expect(codeOf(scan)).toBe('BUNDLE_TOO_LARGE');
  });
});

test('metadata: a frame that is longer than the bound is bad input', () => {
  const metadata = (size: number) =>
    join(Buffer.from('08011a0131', 'hex'), filled(UNKNOWN, size - 6), Buffer.from([0x78]));
  const content = bundle(entry(descriptor('n'), LOG));
  const open = (size: number) => () =>
    unpack(recordsOf([join(metadata(size).subarray(0, -1)), content]));
  expect(open(MAX_METADATA_BYTES)()).toHaveProperty('entries');
  expect(codeOf(open(MAX_METADATA_BYTES + 10))).toBe('BAD_METADATA');
});
