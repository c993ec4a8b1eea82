import { randomInt } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { Reader, Writer } from 'protobufjs/minimal.js';
import {
  BUNDLE_BYTES_MAX,
  LogStreamWriter,
  type Message,
  type StreamType,
} from '../../../src/cli/butler/bundler.js';
import { logpb } from '../../../src/proto/gen/logpb.js';
import { frame } from '../../../src/testing/records.js';
import { codeOf } from '../../codes.js';
import { Random } from '../../../src/testing/random.js';

const SECRET = Buffer.alloc(36, 's');

/** A writer whose clock stands at `clock.ms`. */
function newWriter(type: StreamType, clock = { ms: 1_700_000_000_000 }): LogStreamWriter {
  return new LogStreamWriter({
    project: 'demo',
    prefix: 'me/1',
    name: 'out',
    type,
    contentType: 'some/type',
    tags: { os: 'linux' },
    secret: SECRET,
    now: () => clock.ms,
  });
}

/** Reads a message as anyone would: two frames, inflated, decoded. */
function decode(message: Message) {
  const reader = Reader.create(message.data);
  const metadata = logpb.ButlerMetadata.decode(reader.bytes());
  const frame = reader.bytes();
  expect(reader.pos).toBe(message.data.length);
  const raw =
    metadata.compression === logpb.ButlerMetadata.Compression.ZLIB ? inflateSync(frame) : frame;
  return { metadata, raw, bundle: logpb.ButlerLogBundle.decode(raw) };
}

function logsOf(messages: readonly Message[]): logpb.LogEntry.$Shape[] {
  return messages.flatMap((message) => decode(message).bundle.entries[0]!.logs!);
}

function lineTexts(messages: readonly Message[]): [string, string][][] {
  return logsOf(messages).map((log) =>
    log.text!.lines!.map(({ value, delimiter }) => [
      Buffer.from(value ?? []).toString(),
      delimiter ?? '',
    ]),
  );
}

/** Writes these bytes in random pieces, with a flush now and then, to the end. */
function writeRandomly(writer: LogStreamWriter, bytes: Buffer, random: Random): Message[] {
  const messages: Message[] = [];
  for (let at = 0; at < bytes.length;) {
    const size = 1 + random.below(random.oneIn(2) ? 10 : 70_000);
    messages.push(...writer.write(bytes.subarray(at, at + size)));
    if (random.oneIn(50)) messages.push(...writer.flush(random.oneIn(2)));
    at += size;
  }
  messages.push(...writer.end());
  return messages;
}

describe('a bundle', () => {
  const clock = { ms: 1_700_000_000_123.5 };
  const writer = newWriter('text', clock);
  clock.ms += 1500.25;
  const [first, ...more] = [...writer.write(Buffer.from('one\ntwo\n')), ...writer.flush(false)];
  const { metadata, bundle, raw } = decode(first!);

  it('is one message', () => {
    expect(more).toEqual([]);
  });

  it('carries project, prefix, secret and the time', () => {
    expect(bundle).toMatchObject({ project: 'demo', prefix: 'me/1' });
    expect(Buffer.from(bundle.secret)).toEqual(SECRET);
    expect(Number(bundle.timestamp!.seconds)).toBe(1_700_000_001);
    expect(bundle.timestamp!.nanos).toBe(623_750_000);
  });

  it('describes its stream without the prefix, as the Butler does', () => {
    expect(bundle.entries[0]!.desc).toMatchObject({
      name: 'out',
      contentType: 'some/type',
      tags: { os: 'linux' },
    });
    expect(bundle.entries[0]!.desc!.prefix).toBe('');
    expect(Number(bundle.entries[0]!.desc!.timestamp!.seconds)).toBe(1_700_000_000);
  });

  it('says when a log came, from the stream`s beginning on', () => {
    const { timeOffset } = bundle.entries[0]!.logs![0]!;
    expect(Number(timeOffset!.seconds)).toBe(1);
    expect(timeOffset!.nanos).toBe(500_250_000);
  });

  it('has protocol version 1', () => {
    expect(metadata.protoVersion).toBe('1');
    expect(metadata.type).toBe(logpb.ButlerMetadata.ContentType.ButlerLogBundle);
  });

  it('is encoded canonically', () => {
    expect(Buffer.from(logpb.ButlerLogBundle.encode(bundle).finish())).toEqual(Buffer.from(raw));
  });
});

describe('compression', () => {
  it.each([
    ['a small bundle goes as it is', 100, 'NONE'],
    ['a bundle of 860 bytes and more is compressed', 860, 'ZLIB'],
  ] as const)('%s', (_rule, size, compression) => {
    const writer = newWriter('binary');
    writer.write(Buffer.alloc(size));
    const { metadata } = decode(writer.flush(true)[0]!);
    expect(metadata.compression).toBe(logpb.ButlerMetadata.Compression[compression]);
  });
});

describe('text', () => {
  it.each<[string, string[], [string, string][][]]>([
    [
      'lines that come together make a log',
      ['a\nb\n'],
      [
        [
          ['a', '\n'],
          ['b', '\n'],
        ],
      ],
    ],
    ['a line may come in pieces', ['a', 'b', 'c\n'], [[['abc', '\n']]]],
    [
      '\\r\\n is a delimiter too',
      ['a\r\nb\n'],
      [
        [
          ['a', '\r\n'],
          ['b', '\n'],
        ],
      ],
    ],
    [
      '\\r\\n may come in two pieces',
      ['a\r', '\nb\n'],
      [
        [
          ['a', '\r\n'],
          ['b', '\n'],
        ],
      ],
    ],
    ['a \\r within a line is content', ['a\rb\n'], [[['a\rb', '\n']]]],
    [
      'an empty line is a line',
      ['\n\n'],
      [
        [
          ['', '\n'],
          ['', '\n'],
        ],
      ],
    ],
    ['a last line without a newline has no delimiter', ['a\nb'], [[['a', '\n']], [['b', '']]]],
    ['a last \\r is content', ['a\r'], [[['a\r', '']]]],
  ])('%s', (_rule, chunks, logs) => {
    const writer = newWriter('text');
    const messages = chunks.flatMap((chunk) => writer.write(Buffer.from(chunk)));
    messages.push(...writer.end());
    expect(lineTexts(messages)).toEqual(logs);
  });

  it('numbers logs by their first line; the rest of a parted line has the number of its beginning', () => {
    const writer = newWriter('text');
    const messages = writer.write(Buffer.from('a\nb\nc'));
    messages.push(...writer.flush(true), ...writer.write(Buffer.from('c\nd\n')), ...writer.end());
    expect(lineTexts(messages)).toEqual([
      [
        ['a', '\n'],
        ['b', '\n'],
      ],
      [['c', '']],
      [
        ['c', '\n'],
        ['d', '\n'],
      ],
    ]);
    expect(logsOf(messages).map(({ sequence }) => Number(sequence))).toEqual([0, 2, 2]);
  });

  it('keeps an unfinished line whole by default', () => {
    const writer = newWriter('text');
    writer.write(Buffer.from('a'));
    expect(writer.flush(false)).toEqual([]);
    expect(lineTexts(writer.flush(true))).toEqual([[['a', '']]]);
  });

  it.each([
    ['a character', 'ab\u{1f600}'],
    ['\\r\\n', 'ab\r\n'],
  ])('does not part a line within %s', (_what, text) => {
    const bytes = Buffer.from(text);
    const writer = newWriter('text');
    writer.write(bytes.subarray(0, 3));
    expect(lineTexts(writer.flush(true))).toEqual([[['ab', '']]]);
    writer.write(bytes.subarray(3));
    const rest = writer.end();
    expect(lineTexts(rest)[0]![0]!.join('')).toBe(text.slice(2));
  });

  it('parts a line that is too long for a log', () => {
    const writer = newWriter('text');
    const messages = [...writer.write(Buffer.alloc(600_000, 'x')), ...writer.end()];
    const logs = lineTexts(messages);
    expect(logs.map((lines) => lines.length)).toEqual([1, 1, 1]);
    expect(logs.flat().every(([, delimiter]) => delimiter === '')).toBe(true);
    expect(
      logs
        .flat()
        .map(([value]) => value)
        .join(''),
    ).toBe('x'.repeat(600_000));
  });
});

describe('binary', () => {
  it('makes a log of at least 8 KiB out of small writes', () => {
    const writer = newWriter('binary');
    expect(writer.write(Buffer.alloc(8191))).toEqual([]);
    expect(writer.flush(false)).toEqual([]);
    writer.write(Buffer.alloc(1));
    const logs = logsOf(writer.end());
    expect(logs.map(({ binary }) => binary!.data!.length)).toEqual([8192]);
  });

  it('numbers logs by their byte offset', () => {
    const writer = newWriter('binary');
    writer.write(Buffer.alloc(10_000));
    writer.write(Buffer.alloc(10));
    const logs = logsOf(writer.end());
    expect(logs.map(({ sequence }) => Number(sequence))).toEqual([0, 10_000]);
  });
});

describe('datagrams', () => {
  it('are numbered, and may be empty', () => {
    const writer = newWriter('datagram');
    writer.write(Buffer.concat([frame(Buffer.from('one')), frame(Buffer.alloc(0))]));
    writer.write(frame(Buffer.from('three')));
    const logs = logsOf(writer.end());
    expect(logs.map(({ datagram }) => Buffer.from(datagram!.data!).toString())).toEqual([
      'one',
      '',
      'three',
    ]);
    expect(logs.map(({ sequence }) => Number(sequence))).toEqual([0, 1, 2]);
    expect(logs.every(({ datagram }) => !datagram!.partial)).toBe(true);
  });

  it('of more than a log go out in parts that say so', () => {
    const content = Buffer.alloc(600_000, 'x');
    const writer = newWriter('datagram');
    const messages = writer.write(Buffer.concat([frame(content), frame(Buffer.from('next'))]));
    messages.push(...writer.end());
    const logs = logsOf(messages);
    const partials = logs.map(({ datagram }) => datagram!.partial ?? undefined);
    expect(
      partials.map(
        (partial) => partial && [partial.index ?? 0, Number(partial.size), partial.last ?? false],
      ),
    ).toEqual([[0, 600_000, false], [1, 600_000, false], [2, 600_000, true], undefined]);
    expect(logs.map(({ sequence }) => Number(sequence))).toEqual([0, 0, 0, 1]);
    const parts = logs.slice(0, 3).map(({ datagram }) => datagram!.data!);
    expect(Buffer.concat(parts).equals(content)).toBe(true);
  });

  it('may come byte by byte', () => {
    const writer = newWriter('datagram');
    const bytes = Buffer.concat([frame(Buffer.alloc(300, 'x')), frame(Buffer.from('y'))]);
    for (const byte of bytes) writer.write(Buffer.from([byte]));
    const logs = logsOf(writer.end());
    expect(logs.map(({ datagram }) => datagram!.data!.length)).toEqual([300, 1]);
    expect(writer.missing).toBeUndefined();
  });

  it.each([
    ['content', frame(Buffer.alloc(10)).subarray(0, 5), '6 of 10 bytes of datagram 0'],
    ['size', Buffer.from([0x80]), 'the rest of the size of datagram 0'],
  ])('that are cut short in their %s are told', (_where, bytes, missing) => {
    const writer = newWriter('datagram');
    writer.write(bytes);
    writer.end();
    expect(writer.missing).toBe(missing);
  });

  it('with a size that makes no sense are a failure', () => {
    const writer = newWriter('datagram');
    expect(codeOf(() => writer.write(Buffer.alloc(10, 0xff)))).toBe('COMMAND_FAILED');
  });
});

describe('the end of a stream', () => {
  it('comes with the last logs', () => {
    const writer = newWriter('text');
    writer.write(Buffer.from('a\n'));
    const { bundle } = decode(writer.end()[0]!);
    expect(bundle.entries[0]).toMatchObject({ terminal: true });
    expect(Number(bundle.entries[0]!.terminalIndex)).toBe(0);
    expect(bundle.entries[0]!.logs).toHaveLength(1);
  });

  it('comes alone where all logs have been sent', () => {
    const writer = newWriter('text');
    writer.write(Buffer.from('a\n'));
    writer.flush(false);
    writer.write(Buffer.from('b\n'));
    writer.flush(false);
    const { bundle } = decode(writer.end()[0]!);
    expect(Number(bundle.entries[0]!.terminalIndex)).toBe(1);
    expect(bundle.entries[0]!.logs).toEqual([]);
  });

  it.each(['text', 'binary', 'datagram'] as const)('of an empty %s stream is nothing', (type) => {
    expect(newWriter(type).end()).toEqual([]);
  });
});

describe('whatever comes, however it comes', () => {
  const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
  it.each(['text', 'binary', 'datagram'] as const)(
    `%s: every byte is there, in contiguous logs, in bounded bundles (seed ${seed})`,
    (type) => {
      const random = new Random(seed);
      for (let round = 0; round < 3; round++) {
        const bytes = randomStream(type, random);
        const messages = writeRandomly(newWriter(type), bytes, random);
        const decoded = messages.map(decode);
        const logs = decoded.flatMap(({ bundle }) => bundle.entries[0]!.logs!);
        expect(restore(type, logs).equals(bytes)).toBe(true);
        expect(logs.findIndex(({ streamIndex }, at) => Number(streamIndex) !== at)).toBe(-1);
        expect(logs.findIndex(({ prefixIndex }, at) => Number(prefixIndex) !== at)).toBe(-1);
        expect(Math.max(0, ...decoded.map(({ raw }) => raw.length))).toBeLessThan(
          2 * BUNDLE_BYTES_MAX,
        );
        expect(messages.reduce((sum, message) => sum + message.logs, 0)).toBe(logs.length);
        const terminals = decoded.map(({ bundle }) => bundle.entries[0]!.terminal);
        expect(terminals).toEqual(messages.map((_, at) => at === messages.length - 1));
      }
    },
  );

  function randomStream(type: StreamType, random: Random): Buffer {
    if (type === 'binary') return random.bytes(random.below(1_500_000));
    const pieces: Buffer[] = [];
    for (let left = random.below(1_000_000); left > 0;) {
      const size = random.below(random.oneIn(50) ? 700_000 : random.oneIn(2) ? 3 : 500);
      if (type === 'text')
        pieces.push(random.bytes(size), Buffer.from(random.oneIn(2) ? '\r\n' : '\n'));
      else pieces.push(frame(random.bytes(size)));
      left -= size + 1;
    }
    if (type === 'text') pieces.push(random.bytes(random.below(10)));
    return Buffer.concat(pieces);
  }

  function restore(type: StreamType, logs: readonly logpb.LogEntry.$Shape[]): Buffer {
    return Buffer.concat(
      logs.flatMap(({ text, binary, datagram }) => {
        if (type === 'binary') return [binary!.data!];
        if (type === 'text')
          return text!.lines!.flatMap(({ value, delimiter }) => [
            value!,
            Buffer.from(delimiter ?? ''),
          ]);
        const data = datagram!.data ?? Buffer.alloc(0);
        const { partial } = datagram!;
        if (partial?.index) return [data];
        return [sizeHead(Number(partial?.size ?? data.length)), data];
      }),
    );
  }

  function sizeHead(size: number): Uint8Array {
    return Writer.create().uint32(size).finish();
  }
});
