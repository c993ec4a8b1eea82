import { type Entry, NOT_TERMINATED, type StreamEntry } from '../../src/bundle/bundle.js';
import { scanBundle } from '../../src/bundle/scan.js';
import type { ErrorCode } from '../../src/common/errors.js';
import { logpb } from '../../src/proto/gen/logpb.js';
import { buildBundle, SECRET, serializedLogs, type StreamSpec } from '../../src/testing/message.js';
import { frame } from '../../src/testing/records.js';
import { codeOf } from '../codes.js';

type EntryFields = logpb.ButlerLogBundle.Entry.$Properties;
type LogFields = logpb.LogEntry.$Properties;

const DESC = {
  prefix: 'test/prefix',
  name: 'stdout',
  streamType: 0,
  contentType: 'text/plain',
  timestamp: { seconds: 1 },
};
const BUNDLE = { project: 'test-project', prefix: 'test/prefix', secret: SECRET };

function text(streamIndex: number, fields: LogFields = {}): LogFields {
  return {
    streamIndex,
    text: { lines: [{ value: Buffer.from('line'), delimiter: '\n' }] },
    ...fields,
  };
}

/** A field with a length, by its tag. */
function field(tag: number, ...parts: Uint8Array[]): Buffer {
  return Buffer.concat([Buffer.from([tag]), frame(Buffer.concat(parts))]);
}

function encodeEntry(entry: EntryFields): Buffer {
  return Buffer.from(logpb.ButlerLogBundle.Entry.encode(entry).finish());
}

function encodeDesc(desc: logpb.LogStreamDescriptor.$Properties): Buffer {
  return Buffer.from(logpb.LogStreamDescriptor.encode(desc).finish());
}

function encodeLog(log: LogFields): Buffer {
  return Buffer.from(logpb.LogEntry.encode(log).finish());
}

/** Scans a bundle whose one entry has these bytes. */
function scanRaw(...entry: Uint8Array[]): Entry {
  const header = Buffer.from(logpb.ButlerLogBundle.encode(BUNDLE).finish());
  return scanBundle(Buffer.concat([header, field(0x1a, ...entry)]), '1').entries[0]!;
}

function scanEntry(entry: EntryFields): Entry {
  return scanRaw(encodeEntry(entry));
}

function stream(entry: Entry): StreamEntry {
  if (entry.kind !== 'stream') throw new Error(`the entry is ${entry.kind}`);
  return entry;
}

describe('an entry', () => {
  test('becomes what is stored of it: the bytes of each log as a recordio frame', () => {
    const spec: StreamSpec = { name: 'a/b', logs: ['one', 'two', 'x'.repeat(500)], index: 7 };
    const { entries } = scanBundle(buildBundle({ streams: [spec] }), '1');
    const entry = stream(entries[0]!);
    expect(entry).toMatchObject({ path: 'test/prefix/+/a/b', index: 7n, count: 3 });
    expect(entry.terminalIndex).toBe(NOT_TERMINATED);
    expect(entry.records).toEqual(Buffer.concat(serializedLogs(spec).map(frame)));
  });

  test('keeps its descriptor as it came, unknown fields and all', () => {
    const desc = Buffer.concat([encodeDesc(DESC), field(0x7a, Buffer.from('unknown'))]);
    const entry = scanRaw(field(0x0a, desc), field(0x2a, encodeLog(text(0))));
    expect(stream(entry).descriptor).toEqual(desc);
  });

  test.each([undefined, ''])(
    'has the prefix of the bundle filled in where its own is %p',
    (prefix) => {
      const desc = { ...DESC, prefix: 'p'.repeat(200) };
      const bundle = logpb.ButlerLogBundle.encode({
        ...BUNDLE,
        prefix: desc.prefix,
        entries: [{ desc: { ...desc, prefix: prefix ?? null }, logs: [text(0)] }],
      }).finish();
      const { descriptor, path } = stream(scanBundle(Buffer.from(bundle), '1').entries[0]!);
      expect(path).toBe(`${desc.prefix}/+/stdout`);
      expect(logpb.LogStreamDescriptor.decode(descriptor)).toMatchObject({ prefix: desc.prefix });
    },
  );

  test('may be terminal and have no logs', () => {
    const entry = scanEntry({ desc: DESC, terminal: true, terminalIndex: 12 });
    expect(stream(entry)).toMatchObject({ count: 0, terminalIndex: 12n });
    expect(stream(entry).records).toHaveLength(0);
  });

  test('is junk where it has no logs and is not terminal, whatever else it has', () => {
    expect(scanEntry({})).toEqual({ kind: 'junk', streamType: 'UNKNOWN' });
    expect(scanEntry({ desc: { ...DESC, name: '' }, terminalIndex: 3 })).toEqual({
      kind: 'junk',
      streamType: 'TEXT',
    });
  });

  test.each([
    [0, 'TEXT'],
    [1, 'BINARY'],
    [2, 'DATAGRAM'],
    [3, 'UNKNOWN'],
    [-1, 'UNKNOWN'],
  ])('of stream type %d is known as %s, also where it is refused', (streamType, name) => {
    const entry = scanEntry({ desc: { ...DESC, streamType, contentType: '' }, terminal: true });
    expect(entry).toMatchObject({ kind: 'refused', streamType: name });
  });

  test('may have its fields in any order, the descriptor between logs', () => {
    const logs = [0, 1, 2, 3].map((index) => encodeLog(text(index)));
    const [one, two, three, four] = logs.map((log) => field(0x2a, log));
    const parts = [
      one!,
      two!,
      field(0x0a, encodeDesc(DESC)),
      three!,
      Buffer.from([0x18, 1]),
      four!,
    ];
    const entry = stream(scanRaw(...parts));
    expect(entry).toMatchObject({ path: 'test/prefix/+/stdout', count: 4, terminalIndex: 0n });
    expect(entry.descriptor).toEqual(encodeDesc(DESC));
    expect(entry.records).toEqual(Buffer.concat(logs.map(frame)));
  });

  test('merges a descriptor that comes twice', () => {
    const first = encodeDesc({ ...DESC, name: 'first' });
    const second = encodeDesc({ name: 'second', binaryFileExt: 'bin' });
    const entry = stream(
      scanRaw(field(0x0a, first), field(0x2a, encodeLog(text(0))), field(0x0a, second)),
    );
    expect(entry.path).toBe('test/prefix/+/second');
    expect(entry.descriptor).toEqual(Buffer.concat([first, second]));
  });

  test('gets its lengths as short as they go, where they came over-long', () => {
    const logs = [text(0), text(1, { sequence: 5 }), text(2)].map(encodeLog);
    const parts = logs.map((log) =>
      Buffer.concat([Buffer.from([0xaa, 0, log.length | 0x80, 0x80, 0]), log]),
    );
    const entry = stream(scanRaw(encodeEntry({ desc: DESC }), ...parts));
    expect(entry.records).toEqual(Buffer.concat(logs.map(frame)));
  });

  test('takes stream indices up to 2^63-1', () => {
    const last = '9223372036854775807';
    const log = logpb.LogEntry.fromObject({ ...text(0), streamIndex: last });
    const entry = stream(
      scanEntry({ desc: DESC, logs: [log], terminal: true, terminalIndex: log.streamIndex }),
    );
    expect(entry).toMatchObject({ index: 2n ** 63n - 1n, terminalIndex: 2n ** 63n - 1n });
  });

  test('counts up through 2^32', () => {
    const logs = ['4294967295', '4294967296'].map((streamIndex) =>
      logpb.LogEntry.fromObject({ ...text(0), streamIndex }),
    );
    expect(stream(scanEntry({ desc: DESC, logs }))).toMatchObject({ index: 4294967295n, count: 2 });
  });
});

describe('an entry is refused, and the others of its bundle are not', () => {
  const logs = [text(0)];
  const huge = logpb.LogEntry.fromObject({ ...text(0), streamIndex: '9223372036854775808' });
  const longKey = 'k'.repeat(65);
  const longValue = 'v'.repeat(4097);
  test.each<[rule: string, entry: EntryFields, code: ErrorCode]>([
    ['no descriptor (departure 1)', { logs }, 'NO_DESCRIPTOR'],
    ['another prefix', { desc: { ...DESC, prefix: 'other' }, logs }, 'PREFIX_MISMATCH'],
    ['no name', { desc: { ...DESC, name: '' }, logs }, 'BAD_DESCRIPTOR'],
    ['a name that is none', { desc: { ...DESC, name: 'a//b' }, logs }, 'BAD_DESCRIPTOR'],
    ['a stream type of 3', { desc: { ...DESC, streamType: 3 as never }, logs }, 'BAD_DESCRIPTOR'],
    ['a stream type of -1', { desc: { ...DESC, streamType: -1 as never }, logs }, 'BAD_DESCRIPTOR'],
    ['no content type', { desc: { ...DESC, contentType: '' }, logs }, 'BAD_DESCRIPTOR'],
    ['no timestamp', { desc: { ...DESC, timestamp: null }, logs }, 'BAD_DESCRIPTOR'],
    ['a tag without a key', { desc: { ...DESC, tags: { '': 'v' } }, logs }, 'BAD_DESCRIPTOR'],
    ['a tag key that is none', { desc: { ...DESC, tags: { 'a b': '' } }, logs }, 'BAD_DESCRIPTOR'],
    ['a long tag key', { desc: { ...DESC, tags: { [longKey]: '' } }, logs }, 'BAD_DESCRIPTOR'],
    ['a long tag value', { desc: { ...DESC, tags: { a: longValue } }, logs }, 'BAD_DESCRIPTOR'],
    ['a log without content', { desc: DESC, logs: [{ streamIndex: 0 }] }, 'BAD_LOG'],
    ['text without lines', { desc: DESC, logs: [{ text: {} }] }, 'BAD_LOG'],
    ['a binary log in text', { desc: DESC, logs: [{ binary: { data: SECRET } }] }, 'BAD_LOG'],
    ['empty binary', { desc: { ...DESC, streamType: 1 }, logs: [{ binary: {} }] }, 'BAD_LOG'],
    ['text in binary', { desc: { ...DESC, streamType: 1 }, logs }, 'BAD_LOG'],
    ['text in datagram', { desc: { ...DESC, streamType: 2 }, logs }, 'BAD_LOG'],
    [
      'one wrong log of three',
      { desc: DESC, logs: [text(0), { streamIndex: 1 }, text(2)] },
      'BAD_LOG',
    ],
    ['a gap', { desc: DESC, logs: [text(0), text(2)] }, 'NOT_CONTIGUOUS'],
    ['an index twice', { desc: DESC, logs: [text(1), text(1)] }, 'NOT_CONTIGUOUS'],
    ['an index past 2^63-1 (departure 9)', { desc: DESC, logs: [huge] }, 'INDEX_TOO_LARGE'],
    [
      'a terminal index past 2^63-1 (departure 9)',
      { desc: DESC, terminal: true, terminalIndex: huge.streamIndex },
      'INDEX_TOO_LARGE',
    ],
  ])('%s', (_rule, entry, code) => {
    const good = { desc: { ...DESC, name: 'good' }, logs };
    const bundle = logpb.ButlerLogBundle.encode({ ...BUNDLE, entries: [entry, good] }).finish();
    const { entries } = scanBundle(Buffer.from(bundle), '1');
    expect(entries).toMatchObject([{ kind: 'refused', refusal: { code } }, { kind: 'stream' }]);
  });

  test.each([0, 35, 37])('a secret of %i bytes', (size) => {
    const bundle = { ...BUNDLE, secret: Buffer.alloc(size), entries: [{ desc: DESC, logs }, {}] };
    const { entries } = scanBundle(Buffer.from(logpb.ButlerLogBundle.encode(bundle).finish()), '1');
    expect(entries).toMatchObject([{ refusal: { code: 'BAD_SECRET' } }, { kind: 'junk' }]);
  });
});

test('entries past the bound are counted, and not looked into', () => {
  const header = Buffer.from(logpb.ButlerLogBundle.encode(BUNDLE).finish());
  const broken = field(0x1a, Buffer.from([0xff]));
  const bundle = () => Buffer.concat([header, field(0x1a), field(0x1a), broken]);
  const { entries, entriesLeftOut } = scanBundle(bundle(), '1', 2);
  expect([entries.length, entriesLeftOut]).toEqual([2, 1]);
  expect(codeOf(() => scanBundle(bundle(), '1', 3))).toBe('BAD_PROTOBUF');
});

describe('what looks wrong at first', () => {
  const datagram = { ...DESC, streamType: 2 };

  test.each<[rule: string, parts: Uint8Array[]]>([
    ['an empty datagram', [encodeEntry({ desc: datagram, logs: [{ datagram: {} }] })]],
    [
      'a terminal index that is huge, on an entry that is not terminal',
      [
        encodeEntry({ desc: DESC, logs: [text(0)] }),
        Buffer.from([0x20, ...Array<number>(9).fill(0xff), 1]),
      ],
    ],
    [
      'a long value of a tag that a later one replaces',
      [
        field(
          0x0a,
          encodeDesc({ ...DESC, tags: { a: 'v'.repeat(4097) } }),
          encodeDesc({ tags: { a: 'v' } }),
        ),
        field(0x2a, encodeLog(text(0))),
      ],
    ],
    [
      'a stream type that comes with a length, and is unknown so',
      [
        field(0x0a, encodeDesc(DESC), field(0x1a, Buffer.from([0xff]))),
        field(0x2a, encodeLog(text(0))),
      ],
    ],
    [
      'text that a binary part follows, and text again',
      [
        encodeEntry({ desc: DESC }),
        field(0x2a, encodeLog({ binary: { data: SECRET } }), encodeLog(text(0))),
      ],
    ],
    [
      'text in two parts, the second without lines',
      [encodeEntry({ desc: DESC }), field(0x2a, encodeLog(text(0)), field(0x52))],
    ],
    [
      'a terminal of two, for that is true',
      [encodeEntry({ desc: DESC, logs: [text(0)] }), Buffer.from([0x18, 2])],
    ],
  ])('is accepted: %s', (_rule, parts) => {
    expect(scanRaw(...parts).kind).toBe('stream');
  });

  test.each<[rule: string, log: Buffer]>([
    ['text that an empty binary part replaces', Buffer.concat([encodeLog(text(0)), field(0x5a)])],
    [
      'text without lines, after a binary part',
      Buffer.concat([encodeLog(text(0)), field(0x5a), field(0x52)]),
    ],
  ])('is refused: %s', (_rule, log) => {
    const entry = scanRaw(encodeEntry({ desc: DESC }), field(0x2a, log));
    expect(entry).toMatchObject({ refusal: { code: 'BAD_LOG' } });
  });

  test('is refused: binary data whose last value is empty', () => {
    const log = field(0x2a, field(0x5a, field(0x12, SECRET)), field(0x5a, field(0x12)));
    const entry = scanRaw(encodeEntry({ desc: { ...DESC, streamType: 1 } }), log);
    expect(entry).toMatchObject({ refusal: { code: 'BAD_LOG' } });
  });
});

describe('a bundle is refused as a whole', () => {
  function bundle(fields: logpb.ButlerLogBundle.$Properties): Buffer {
    return Buffer.from(logpb.ButlerLogBundle.encode({ ...BUNDLE, ...fields }).finish());
  }
  const badUtf8 = Buffer.from([0xff]);
  const badDelimiter = field(0x2a, field(0x52, field(0x0a, field(0x12, badUtf8))));

  test.each<[rule: string, bytes: Buffer, code: ErrorCode]>([
    ['no project', bundle({ project: '' }), 'BAD_PROJECT'],
    ['a project that is none', bundle({ project: 'Project' }), 'BAD_PROJECT'],
    ['no prefix', bundle({ prefix: '' }), 'BAD_PREFIX'],
    ['a prefix that is none', bundle({ prefix: 'a/' }), 'BAD_PREFIX'],
    [
      'a project that is not UTF-8',
      Buffer.concat([bundle({}), field(0x22, badUtf8)]),
      'BAD_PROTOBUF',
    ],
    [
      'a prefix that is not UTF-8',
      Buffer.concat([bundle({}), field(0x2a, badUtf8)]),
      'BAD_PROTOBUF',
    ],
    [
      'a source that is not UTF-8',
      Buffer.concat([bundle({}), field(0x0a, badUtf8)]),
      'BAD_PROTOBUF',
    ],
    [
      'a name that is not UTF-8',
      Buffer.concat([bundle({}), field(0x1a, field(0x0a, field(0x12, badUtf8)))]),
      'BAD_PROTOBUF',
    ],
    [
      'a tag that is not UTF-8',
      Buffer.concat([bundle({}), field(0x1a, field(0x0a, field(0x32, field(0x12, badUtf8))))]),
      'BAD_PROTOBUF',
    ],
    [
      'a delimiter that is not UTF-8',
      Buffer.concat([bundle({}), field(0x1a, badDelimiter)]),
      'BAD_PROTOBUF',
    ],
    [
      'a log that is cut short',
      Buffer.concat([bundle({}), field(0x1a, field(0x2a, Buffer.from([0x10])))]),
      'BAD_PROTOBUF',
    ],
    ['a field that is cut short', bundle({}).subarray(0, -1), 'BAD_PROTOBUF'],
    ['a field of number 0', Buffer.concat([bundle({}), Buffer.from([0x02, 0])]), 'BAD_PROTOBUF'],
    [
      'a log with a field of number 0',
      Buffer.concat([bundle({}), field(0x1a, field(0x2a, Buffer.from([0x02, 0])))]),
      'BAD_PROTOBUF',
    ],
  ])('%s', (_rule, bytes, code) => {
    expect(codeOf(() => scanBundle(bytes, '1'))).toBe(code);
  });

  test('but not where its last project is a good one', () => {
    const bytes = Buffer.concat([bundle({ project: 'WRONG' }), field(0x22, Buffer.from('right'))]);
    expect(scanBundle(bytes, '1').project).toBe('right');
  });
});
