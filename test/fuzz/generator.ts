import { delimited, varint } from '../plain/encode.js';
import type { Random } from '../../src/testing/random.js';
import { OddWriter, type Piece } from './odd_writer.js';

/** What may be wrong with a bundle, or look wrong: one of these a bundle. */
const FLAWS = [
  'project',
  'prefix',
  'secret',
  'no descriptor',
  'another prefix',
  'no prefix',
  'name',
  'stream type',
  'content type',
  'no timestamp',
  'tag key',
  'tag value',
  'long tag value that is replaced',
  'no content',
  'other content',
  'content replaced',
  'no logs',
  'gap',
  'large index',
  'not UTF-8',
] as const;

type Flaw = (typeof FLAWS)[number];

const FIRST = 'abcxyzABCXYZ0189';
const LATER = `${FIRST}:_.-`;
const BAD_NAMES = [
  '',
  '/',
  'a//b',
  '/a',
  'a/',
  '.a',
  'a/-b',
  'a b',
  'ä',
  'a\n',
  'a\0',
  'a+b',
  '\ud7ff',
];
/** Where a length takes another byte. */
const EDGES = [127, 128, 16_383, 16_384];
const NOT_UTF8 = ['ff', 'c080', 'eda080', 'f4908080', 'c3', '61e282'].map((hex) =>
  Buffer.from(hex, 'hex'),
);

/** Makes serialized bundles, with the flaw that it was made with, if any. */
export class BundleGenerator {
  private readonly writer: OddWriter;
  private readonly prefix: string;

  constructor(
    private readonly random: Random,
    odds: number,
    private readonly flaw: Flaw | undefined,
  ) {
    this.writer = new OddWriter(random, odds);
    this.prefix = this.name(flaw === 'prefix');
  }

  bundle(): Buffer {
    const { random, writer } = this;
    const least = this.flaw === undefined ? 0 : 1;
    const entries = Array.from({ length: random.between(least, 3) }, () =>
      writer.repeated(3, this.entry()),
    );
    const project =
      this.flaw === 'project' ? random.pick(['', 'A', '1a', 'a b', 'aä', 'a\n']) : 'p-1_x';
    return writer.message([
      ...(random.oneIn(3) ? [writer.bytes(1, this.text())] : []),
      ...(random.oneIn(2) ? writer.nested(2, this.time()) : []),
      ...entries,
      writer.bytes(4, project),
      writer.bytes(5, this.prefix),
      writer.bytes(6, random.bytes(this.flaw === 'secret' ? random.pick([0, 35, 37]) : 36)),
    ]);
  }

  private entry(): Buffer {
    const { random, writer, flaw } = this;
    const type = random.below(3);
    const count = flaw === 'no logs' ? 0 : this.count();
    const large = flaw === 'large index' && random.oneIn(2);
    const first = large ? 2n ** 63n - BigInt(random.below(3)) : random.bigint(40);
    const logs = Array.from({ length: count }, (_, i) => {
      const gap = flaw === 'gap' && i > 0 ? BigInt(random.between(-1, 1)) : 0n;
      const log = this.log(type, first + BigInt(i) + gap);
      return writer.repeated(5, random.oneIn(100) ? padded(log, random.pick(EDGES)) : log);
    });
    const terminal = random.oneIn(3)
      ? [writer.scalar(3, random.pick([1n, 1n, 0n, 2n ** 40n]))]
      : [];
    const past = flaw === 'large index' ? 2n ** 63n - BigInt(random.below(3)) : random.bigint(40);
    return writer.message([
      ...(flaw === 'no descriptor' ? [] : writer.nested(1, this.descriptor(type))),
      ...(random.oneIn(8) ? [writer.bytes(2, random.bytes(4))] : []),
      ...terminal,
      ...(random.oneIn(3) ? [writer.scalar(4, past)] : []),
      ...logs,
    ]);
  }

  private descriptor(type: number): Piece[] {
    const { random, writer, flaw } = this;
    const prefix = flaw === 'another prefix' ? `${this.prefix}/x` : this.prefix;
    const streamType =
      flaw === 'stream type' ? random.pick([3n, -1n, 2n ** 32n + 1n]) : BigInt(type);
    const contentType = flaw === 'content type' ? '' : 'text/plain';
    const extension = flaw === 'not UTF-8' ? random.pick(NOT_UTF8) : Buffer.from('bin');
    return [
      ...(flaw === 'no prefix' || random.oneIn(4) ? [] : [writer.bytes(1, prefix)]),
      writer.bytes(2, this.name(flaw === 'name')),
      writer.scalar(3, streamType),
      writer.bytes(4, contentType),
      ...(flaw === 'no timestamp' ? [] : writer.nested(5, this.time())),
      ...Array.from({ length: random.below(3) }, () => this.tag()),
      ...(flaw === 'long tag value that is replaced' ? this.replacedTag() : []),
      ...(random.oneIn(3) ? [writer.bytes(7, extension)] : []),
    ];
  }

  private tag(): Piece {
    const { random, writer, flaw } = this;
    const key = flaw === 'tag key' ? random.pick([...BAD_NAMES, 'k'.repeat(65)]) : this.name(false);
    const value = flaw === 'tag value' ? 'v'.repeat(random.between(4095, 4097)) : this.text();
    const fields = [writer.bytes(1, key), writer.bytes(2, value)];
    return writer.repeated(6, writer.message(fields.filter(() => !writer.odd())));
  }

  private replacedTag(): Piece[] {
    const { writer } = this;
    const values = [4097, 1].map((length) => 'v'.repeat(length));
    return values.map((value) =>
      writer.repeated(6, writer.message([writer.bytes(1, 'key'), writer.bytes(2, value)])),
    );
  }

  private log(type: number, index: bigint): Buffer {
    const { random, writer, flaw } = this;
    const other = (type + random.between(1, 2)) % 3;
    return writer.message([
      ...(random.oneIn(2) ? writer.nested(1, this.time()) : []),
      writer.scalar(2, random.bigint(64)),
      ...(index === 0n ? [] : [writer.scalar(3, index)]),
      ...(random.oneIn(2) ? [writer.scalar(4, random.bigint(64))] : []),
      ...(flaw === 'content replaced' ? this.content(other) : []),
      ...this.content(flaw === 'other content' ? other : type),
      ...(flaw === 'content replaced' && random.oneIn(2) ? this.content(random.below(3)) : []),
    ]);
  }

  private content(type: number): Piece[] {
    const { random, writer, flaw } = this;
    const mayLack = flaw === 'no content' || flaw === 'content replaced';
    const empty = mayLack && random.oneIn(2);
    if (empty && random.oneIn(2)) return flaw === 'no content' ? [] : writer.nested(10 + type, []);
    if (type === 0) {
      const lines = Array.from({ length: empty ? 0 : random.between(1, 2) }, () => this.line());
      return writer.nested(10, lines);
    }
    const data = [writer.bytes(type === 1 ? 2 : 1, empty ? '' : this.data())];
    if (mayLack) data.splice(random.below(2), 0, writer.bytes(type === 1 ? 2 : 1, this.data()));
    if (type === 1) return writer.nested(11, data);
    return writer.nested(12, random.oneIn(2) ? data : [...data, ...this.partial()]);
  }

  private line(): Piece {
    const { random, writer, flaw } = this;
    const delimiter = flaw === 'not UTF-8' && random.oneIn(2) ? random.pick(NOT_UTF8) : '\r\n';
    return writer.repeated(
      1,
      writer.message([writer.bytes(1, this.data()), writer.bytes(2, delimiter)]),
    );
  }

  private partial(): Piece[] {
    const { random, writer } = this;
    return writer.nested(2, [
      writer.scalar(1, random.bigint(34)),
      writer.scalar(2, random.bigint(64)),
      writer.scalar(3, random.bigint(64)),
    ]);
  }

  private time(): Piece[] {
    const { random, writer } = this;
    const seconds = random.bigint(64);
    return [writer.scalar(1, seconds), writer.scalar(2, -random.bigint(32))];
  }

  private name(bad: boolean): string {
    const { random } = this;
    if (bad) return random.pick([...BAD_NAMES, 'n'.repeat(4097)]);
    const segment = () =>
      random.pick(FIRST) +
      Array.from({ length: random.below(4) }, () => random.pick(LATER)).join('');
    return Array.from({ length: random.between(1, 2) }, segment).join('/');
  }

  private text(): string {
    return this.random.pick(['', 'x', 'grün', '\u{1f600}', '\ufeffx', 'a\0b']);
  }

  private data(): Buffer {
    const { random } = this;
    if (!random.oneIn(100)) return random.bytes(random.between(1, 12));
    return Buffer.alloc(random.pick(EDGES), 0x0a);
  }

  private count(): number {
    const { random } = this;
    return random.oneIn(200) ? random.between(100, 300) : random.below(4);
  }
}

/** A message made exactly so long by an unknown field, where it is shorter. */
function padded(message: Buffer, bytes: number): Buffer {
  const room = bytes - message.length;
  const content = room - 1 - varint(BigInt(Math.max(0, room - 2))).length;
  if (content < 0) return message;
  return Buffer.concat([message, Buffer.from([0x7a]), delimited(Buffer.alloc(content))]);
}

/** A serialized bundle; `valid` where nothing may be refused in it. */
export function randomBundle(random: Random): { bytes: Buffer; valid: boolean } {
  const odds = random.pick([0, 0, 6, 20]);
  const flaw = random.oneIn(3) ? random.pick(FLAWS) : undefined;
  const bytes = new BundleGenerator(random, odds, flaw).bundle();
  return { bytes, valid: odds === 0 && flaw === undefined };
}
