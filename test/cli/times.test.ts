import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src/cli/commands.js';
import { durationJson, nanosecondsOf, timestampJson } from '../../src/common/proto_time.js';
import { logpb } from '../../src/proto/gen/logpb.js';
import { testIo } from './io.js';
import { TestStore } from './store.js';

const directory = mkdtempSync(join(tmpdir(), 'times-'));
const env = { DATA_DIR: join(directory, 'store') };

afterAll(() => {
  rmSync(directory, { recursive: true });
});

/** Every kind of seconds and nanoseconds that protobuf can carry. */
const TIMES: [name: string, seconds: bigint, nanos: number][] = [
  ['the year 10000', 253_402_300_800n, 0],
  ['the year 0', -62_135_596_801n, 0],
  ['past what a Date has', 8_640_000_000_001n, 0],
  ['the largest', 2n ** 63n - 1n, 2 ** 31 - 1],
  ['the smallest', -(2n ** 63n), -(2 ** 31)],
  ['negative nanoseconds', 0n, -1],
  ['more than a second of nanoseconds', 0n, 1_500_000_000],
  ['seconds and nanoseconds of different signs', 5n, -500_000_000],
];

/** A Timestamp or a Duration on the wire. */
function encoded(seconds: bigint, nanos: number): Buffer {
  return Buffer.from([0x08, ...varint(seconds), 0x10, ...varint(BigInt(nanos))]);
}

function varint(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return [...bytes, Number(rest)];
}

describe('a stream that began at', () => {
  it.each(TIMES)('%s is printed in every way', async (name, seconds, nanos) => {
    const path = `demo/${name.replaceAll(' ', '_')}/+/out`;
    const offset = encoded(seconds, nanos);
    const text = Buffer.from(
      logpb.LogEntry.encode({
        text: { lines: [{ value: Buffer.from('a'), delimiter: '\n' }] },
      }).finish(),
    );
    const store = new TestStore(env.DATA_DIR);
    await store.register(
      path,
      0n,
      logpb.StreamType.TEXT,
      logpb.LogStreamDescriptor.decode(Buffer.from([0x2a, offset.length, ...offset])).timestamp!,
    );
    await store.putBytes(
      path,
      0,
      Buffer.concat([Buffer.from([0x0a, offset.length]), offset, text]),
    );
    await store.close();
    for (const args of [
      ['cat', path],
      ['cat', path, '--timestamps', 'utc'],
      ['cat', path, '--timestamps', 'local'],
      ['tail', path, '--timestamps', 'utc'],
      ['tail', '-f', path, '--timestamps', 'utc'],
    ]) {
      const io = testIo({ env });
      expect([args, await runCli(args, io), io.err()]).toEqual([args, 0, '']);
      const time =
        args.length > 3 ? '[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\| ' : '';
      expect(io.out().toString()).toMatch(new RegExp(`^${time}a\n$`));
    }
    const json = testIo({ env });
    expect(await runCli(['cat', path, '--json'], json)).toBe(0);
    const log = JSON.parse(json.out().toString()) as { timeOffset?: string };
    expect(log.timeOffset).toBe(durationJson({ seconds, nanos }));
    const list = testIo({ env });
    expect(await runCli(['ls', '-l', path], list)).toBe(0);
    expect(list.out().toString()).toContain(path);
  });
});

it('a log and a descriptor that are damaged are said, and fail nothing else', async () => {
  const path = 'demo/damaged/+/out';
  const store = new TestStore(env.DATA_DIR);
  await store.register(path, 2n);
  await store.put(path, 0, 'zero');
  await store.putBytes(path, 1, Buffer.from([0x0a, 0xff, 0xff, 0x03]));
  await store.put(path, 2, 'two');
  await store.close();
  const io = testIo({ env });
  expect(await runCli(['cat', path], io)).toBe(1);
  expect(io.out().toString()).toBe('zero\ntwo\n');
  expect(io.err()).toBe(`logdog-collector cat: log 1 of ${path} is damaged, and left out\n`);
});

it.each<[string, bigint, number, string | undefined]>([
  ['the first second of the year 1', -62_135_596_800n, 0, '0001-01-01T00:00:00Z'],
  ['the last of the year 9999', 253_402_300_799n, 999_999_999, '9999-12-31T23:59:59.999999999Z'],
  ['the year 10000', 253_402_300_800n, 0, undefined],
  ['the year 10000 by its nanoseconds', 253_402_300_799n, 1_000_000_000, undefined],
  ['the year 0', -62_135_596_800n, -1, undefined],
  ['the largest', 2n ** 63n - 1n, 2 ** 31 - 1, undefined],
  ['the smallest', -(2n ** 63n), -(2 ** 31), undefined],
  ['negative nanoseconds', 0n, -1, '1969-12-31T23:59:59.999999999Z'],
  ['more than a second of nanoseconds', 0n, 1_500_000_000, '1970-01-01T00:00:01.500Z'],
])('a Timestamp in JSON: %s', (_what, seconds, nanos, text) => {
  expect(timestampJson({ seconds, nanos })).toBe(text);
});

it.each<[string, bigint, number, string | undefined]>([
  ['nothing', 0n, 0, '0s'],
  ['the longest', 315_576_000_000n, 0, '315576000000s'],
  ['the shortest', -315_576_000_000n, -999_999_999, '-315576000000.999999999s'],
  ['longer than that', 315_576_000_001n, 0, undefined],
  ['the largest', 2n ** 63n - 1n, 2 ** 31 - 1, undefined],
  ['the smallest', -(2n ** 63n), -(2 ** 31), undefined],
  ['different signs', 5n, -500_000_000, '4.500s'],
  ['different signs, the other way', -5n, 500_000_000, '-4.500s'],
  ['more than a second of nanoseconds', 1n, 2_000_000_000, '3s'],
])('a Duration in JSON: %s', (_what, seconds, nanos, text) => {
  expect(durationJson({ seconds, nanos })).toBe(text);
});

it('a time that is not there is 0', () => {
  expect(nanosecondsOf(undefined)).toBe(0n);
  expect(nanosecondsOf({})).toBe(0n);
});
