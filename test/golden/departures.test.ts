import { deflateSync } from 'node:zlib';
import { Collector } from '../../src/collector/collector.js';
import { logpb } from '../../src/proto/gen/logpb.js';
import { LmdbStorage } from '../../src/local/lmdb.js';
import type { Storage } from '../../src/storage/storage.js';
import { buildBundle, SECRET } from '../../src/testing/message.js';
import { recordsOf } from '../../src/testing/records.js';
import { openTestEnvironment } from '../coordinator/open.js';
import { FakeCoordinator } from '../fakes/coordinator.js';
import { delimited, varint } from '../plain/encode.js';
import { plainRowKey } from '../plain/rows.js';
import type { Call, MessageLine, Row, Script } from './line.js';
import { runMessageLine } from './message_line.js';
import { scriptedStorage } from './scripted.js';

const MAX_BYTES = 10 * 1024 * 1024;
const METADATA = Buffer.from('08011a0131', 'hex');
const ZLIB_METADATA = Buffer.from('080110011a0131', 'hex');
const PATH = 'test/prefix/+/one';
const STREAM = `test-project/${PATH}`;
const DESCRIPTOR = Buffer.from(
  logpb.LogStreamDescriptor.encode({
    prefix: 'test/prefix',
    name: 'one',
    contentType: 'text/plain',
    timestamp: { seconds: 1 },
  }).finish(),
);

function field(number: number, content: Uint8Array): Buffer {
  return Buffer.concat([varint(BigInt(number * 8 + 2)), delimited(content)]);
}

/** A line of text at an index. */
function log(index: bigint, more: Buffer = Buffer.alloc(0)): Buffer {
  const text = field(10, field(1, field(1, Buffer.from('x'))));
  return Buffer.concat([Buffer.from([0x18]), varint(index), text, more]);
}

/** A bundle of one stream with these logs, and whatever else its entry has. */
function bundle(logs: readonly Buffer[], more: Buffer = Buffer.alloc(0)): Buffer {
  const entry = [field(1, DESCRIPTOR), ...logs.map((one) => field(5, one)), more];
  return Buffer.concat([buildBundle(), field(3, Buffer.concat(entry))]);
}

async function codesOf(message: Uint8Array, storage: Storage): Promise<string[]> {
  const collector = new Collector({ coordinator: new FakeCoordinator(), storage });
  const result = await collector.process(message);
  await collector.close();
  if (result.outcome === 'refused') return [result.reason.code];
  return result.entries.map((entry) => ('reason' in entry ? entry.reason.code : entry.outcome));
}

/** What becomes of a message, and how many rows are written. */
async function run(message: Uint8Array): Promise<{ codes: string[]; rows: number }> {
  const rows = new Map<string, Uint8Array>();
  const codes = await codesOf(message, scriptedStorage({}, rows));
  return { codes, rows: rows.size };
}

const STORED = { codes: ['stored'], rows: 1 };

/** What a golden file would say of a message that the reference takes, and stores in these rows. */
function successLine(message: Uint8Array, rows: readonly Row[], script: Script = {}): MessageLine {
  const call: Call = {
    op: 'register',
    project: 'test-project',
    path: PATH,
    secret: SECRET.toString('hex'),
    protoVersion: '1',
    terminalIndex: '-1',
    desc: DESCRIPTOR.toString('base64'),
  };
  const expect = { outcome: 'success', calls: [call], rows, canonical: true } as const;
  return { name: 'made here', message: Buffer.from(message).toString('base64'), script, expect };
}

function row(lastIndex: bigint, logs: readonly Buffer[]): Row {
  const value = Buffer.concat(logs.map(delimited)).toString('base64');
  return { key: plainRowKey(STREAM, lastIndex, logs.length), value };
}

describe('departure 5: putting several rows goes on past one that exists', () => {
  test('a bundle whose first row is there has the others stored', async () => {
    const { environment, destroy } = openTestEnvironment();
    const maxRowSize = 2 * delimited(log(0n)).length;
    const storage = new LmdbStorage({ environment, maxRowSize });
    const logs = [0n, 1n, 2n, 3n].map((index) => log(index));
    try {
      for (const some of [logs.slice(0, 2), logs]) {
        expect(await codesOf(recordsOf([METADATA, bundle(some)]), storage)).toEqual(['stored']);
      }
      const indices: bigint[] = [];
      for await (const { index } of storage.get({ project: 'test-project', path: PATH }, {})) {
        indices.push(index);
      }
      expect(indices).toEqual([0n, 1n, 2n, 3n]);
    } finally {
      await storage.close();
      await destroy();
    }
  });

  test('a golden line in which the reference did not see a log too large is rewritten', async () => {
    const message = recordsOf([METADATA, bundle([log(0n), log(1n, field(15, Buffer.alloc(100)))])]);
    const script = { putExists: true, maxRowSize: 50 };
    const outcome = await runMessageLine(successLine(message, [], script));
    expect(outcome).toMatchObject({ differences: [], departures: [5] });
  });
});

describe('departure 6: frames are whole, nothing follows them, and 10 MiB are accepted', () => {
  /** A bundle of exactly so many bytes. */
  function padded(bytes: number): Buffer {
    const unpadded = bundle([log(0n)]);
    return Buffer.concat([unpadded, field(15, Buffer.alloc(bytes - unpadded.length - 5))]);
  }

  test('a bundle of exactly 10 MiB is stored', async () => {
    const large = padded(MAX_BYTES);
    expect(large).toHaveLength(MAX_BYTES);
    expect(await run(recordsOf([METADATA, large]))).toEqual(STORED);
    expect(await run(recordsOf([ZLIB_METADATA, deflateSync(large)]))).toEqual(STORED);
  });

  test('a bundle of one byte more is refused', async () => {
    const large = padded(MAX_BYTES + 1);
    const refused = (code: string) => ({ codes: [code], rows: 0 });
    expect(await run(recordsOf([METADATA, large]))).toEqual(refused('FRAME_TOO_LARGE'));
    const zlib = recordsOf([ZLIB_METADATA, deflateSync(large)]);
    expect(await run(zlib)).toEqual(refused('BUNDLE_TOO_LARGE'));
  });

  const logs = [log(0n)];
  const whole = recordsOf([METADATA, bundle(logs)]);
  const zlib = deflateSync(bundle(logs));
  const overlong = Buffer.concat([delimited(ZLIB_METADATA), varint(BigInt(zlib.length + 9)), zlib]);
  const followed = Buffer.concat([whole, Buffer.from([0])]);
  const broken = [
    { name: 'a second frame that is cut short', message: overlong },
    { name: 'a second frame that something follows', message: followed },
  ];

  test.each(broken)('$name is refused', async ({ message }) => {
    expect(await run(message)).toEqual({ codes: ['BAD_FRAME'], rows: 0 });
  });

  test.each(broken)('$name: a golden line of it is rewritten', async ({ message }) => {
    const outcome = await runMessageLine(successLine(message, [row(0n, logs)]));
    expect(outcome).toMatchObject({ differences: [], departures: [6, 7] });
  });

  function nested(depth: number): Buffer {
    return Buffer.concat([Buffer.alloc(depth, 0x7b), Buffer.alloc(depth, 0x7c)]);
  }

  test('unknown groups nested 100 deep are stored, one deeper is refused', async () => {
    const message = (depth: number) => recordsOf([METADATA, bundle([log(0n, nested(depth))])]);
    expect(await run(message(100))).toEqual(STORED);
    expect(await run(message(101))).toEqual({ codes: ['BAD_PROTOBUF'], rows: 0 });
  });
});

describe('departure 9: stream indices past 2^63-1 are bad input', () => {
  const LAST = 2n ** 63n - 1n;
  const message = (logs: Buffer[], more?: Buffer) => recordsOf([METADATA, bundle(logs, more)]);
  const terminal = (index: bigint) => Buffer.concat([Buffer.from([0x18, 1, 0x20]), varint(index)]);
  const refused = { codes: ['INDEX_TOO_LARGE'], rows: 0 };

  test('2^63-1 itself is stored', async () => {
    expect(await run(message([log(LAST)], terminal(LAST)))).toEqual(STORED);
  });

  test('a log past it, a run of logs into it, and a terminal index past it are refused', async () => {
    expect(await run(message([log(LAST + 1n)]))).toEqual(refused);
    expect(await run(message([log(LAST), log(LAST + 1n)]))).toEqual(refused);
    expect(await run(message([log(0n)], terminal(LAST + 1n)))).toEqual(refused);
    expect(await run(message([], terminal(2n ** 64n - 1n)))).toEqual(refused);
  });

  test('a terminal index past it does not count in an entry that is not terminal', async () => {
    const index = Buffer.concat([Buffer.from([0x20]), varint(LAST + 1n)]);
    expect(await run(message([log(0n)], index))).toEqual(STORED);
  });

  test('it does not keep the other entries from being stored', async () => {
    const other = buildBundle({ streams: [{ name: 'two', logs: ['x'] }] });
    const both = Buffer.concat([bundle([log(LAST + 1n)]), other]);
    expect(await run(recordsOf([METADATA, both]))).toEqual({
      codes: ['INDEX_TOO_LARGE', 'stored'],
      rows: 1,
    });
  });

  test('and a golden line in which the reference stored a negative index is rewritten', async () => {
    const logs = [log(LAST + 1n)];
    const outcome = await runMessageLine(successLine(message(logs), [row(-LAST - 1n, logs)]));
    expect(outcome).toMatchObject({ differences: [], departures: [9] });
  });
});

test('a golden line that no departure touches is left as it is', async () => {
  const logs = [log(0n)];
  const message = recordsOf([METADATA, bundle(logs)]);
  expect(await runMessageLine(successLine(message, [row(0n, logs)]))).toMatchObject({
    differences: [],
    departures: [],
  });
});
