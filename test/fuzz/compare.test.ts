import type { Bundle, Entry, StreamEntry } from '../../src/bundle/bundle.js';
import { scanBundle } from '../../src/bundle/scan.js';
import { CollectorError } from '../../src/common/errors.js';
import { buildBundle } from '../../src/testing/message.js';
import { decodeBundle, judgeBundle, PlainRefusal } from '../plain/bundle.js';
import { compareBundles } from './compare.js';

const BYTES = buildBundle({
  streams: [{ name: 'one', logs: ['a', 'b'] }, { name: 'no//name', logs: ['a'] }, { name: 'junk' }],
});
const SCANNED = scanBundle(Buffer.from(BYTES), '1');
const PLAIN = judgeBundle(decodeBundle(BYTES));
const [stream, refused, junk] = SCANNED.entries as [StreamEntry, Entry, Entry];

function withStream(change: Partial<StreamEntry>): Bundle {
  return { ...SCANNED, entries: [{ ...stream, ...change }, refused, junk] };
}

function withRefused(change: object): Bundle {
  return { ...SCANNED, entries: [stream, { ...refused, ...change }, junk] };
}

test('fuzz: equal results of the scan and the plain model are no difference', () => {
  expect(compareBundles(SCANNED, PLAIN)).toBeUndefined();
  const [one, other] = [new CollectorError('BAD_PREFIX'), new PlainRefusal('BAD_PREFIX')];
  expect(compareBundles(one, other)).toBeUndefined();
});

test.each<[string, Bundle | CollectorError]>([
  ['message: ', new CollectorError('BAD_PREFIX')],
  ['project: ', { ...SCANNED, project: 'other' }],
  ['prefix: ', { ...SCANNED, prefix: 'other' }],
  ['protocol version: ', { ...SCANNED, protoVersion: '2' }],
  ['secret: ', { ...SCANNED, secret: Buffer.alloc(36) }],
  ['number of entries: ', { ...SCANNED, entries: [stream, refused] }],
  ['entry: ', { ...SCANNED, entries: [stream, refused, refused] }],
  ['entry: ', { ...SCANNED, entries: [stream, junk, junk] }],
  ['path: ', withStream({ path: 'test/prefix/+/two' })],
  ['index: ', withStream({ index: 1n })],
  ['count: ', withStream({ count: 1 })],
  ['terminal index: ', withStream({ terminalIndex: 1n })],
  ['records: ', withStream({ records: stream.records.subarray(1) })],
  [
    'descriptor: ',
    withStream({ descriptor: Buffer.concat([stream.descriptor, Buffer.of(0x78, 1)]) }),
  ],
  ['refusal: ', withRefused({ refusal: { code: 'BAD_LOG', message: '' } })],
  ['path: ', withRefused({ path: 'test/prefix/+/two' })],
  ['logs of a refused entry: ', withRefused({ logs: 2 })],
])('fuzz: a difference is reported: %s', (what, scanned) => {
  expect(compareBundles(scanned, PLAIN)).toMatch(what);
});

test('fuzz: a message that only one refuses, or with another reason, is a difference', () => {
  expect(compareBundles(SCANNED, new PlainRefusal('BAD_PREFIX'))).toMatch('message: ');
  const scanned = new CollectorError('BAD_PROJECT');
  expect(compareBundles(scanned, new PlainRefusal('BAD_PREFIX'))).toMatch('message: ');
});
