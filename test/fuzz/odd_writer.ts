import { delimited, varint } from '../plain/encode.js';
import type { Random } from '../../src/testing/random.js';

/** A field, encoded. */
export interface Piece {
  readonly number: number;
  readonly bytes: Buffer;
  /** Whether it may stand there twice without another meaning. */
  readonly singular: boolean;
}

/** Varints that no 64 bits hold. */
const TOO_LONG = ['ffffffffffffffffff02', '80808080808080808002', '8080808080808080808000'].map(
  fromHex,
);

/** Fields that make a message undecodable, wherever they stand. */
const MALFORMED = [
  '00', // field number 0
  '0200',
  '808080801000', // field number 2^29
  '80808080808002', // one that is past 32 bits, and 8 in them
  '0e', // wire types 6 and 7
  '0f',
  '7c', // a group that ends and did not begin, does not end, or ends as another
  '7b',
  '7b8401',
  '7b7b7c',
  '7a05', // cut short
  '79ffffff',
  '7dffff',
  '78ff',
  '78ffffffffffffffffff02', // past 64 bits
  '7affffffffffffffff7f',
].map(fromHex);

/** Writes protobuf messages, with the odd encodings that protocol section 1 allows. */
export class OddWriter {
  /** @param odds about one decision in this many is odd; 0 for none */
  constructor(
    private readonly random: Random,
    private readonly odds: number,
  ) {}

  scalar(number: number, value: bigint): Piece {
    return this.piece(number, 0, this.varint(BigInt.asUintN(64, value)), true);
  }

  bytes(number: number, data: Uint8Array | string): Piece {
    return this.piece(number, 2, this.delimited(Buffer.from(data)), true);
  }

  repeated(number: number, message: Buffer): Piece {
    return this.piece(number, 2, this.delimited(message), false);
  }

  /** A message as a field: now and then in up to five pieces, some of them empty, to be merged. */
  nested(number: number, pieces: readonly Piece[]): Piece[] {
    const cuts = this.odd() ? this.random.between(1, 4) : 0;
    const at = Array.from({ length: cuts }, () => this.random.between(0, pieces.length));
    const ends = [0, ...at.sort((one, other) => one - other), pieces.length];
    return ends.slice(1).map((end, index) => {
      const some = this.message(pieces.slice(ends[index], end));
      return this.piece(number, 2, this.delimited(some), false);
    });
  }

  /** Joins fields: now and then in another order, with some said twice, and with unknown ones between them. */
  message(pieces: readonly Piece[]): Buffer {
    let all = [...pieces];
    if (this.odd()) all = all.flatMap((one) => (one.singular && this.odd() ? [one, one] : [one]));
    if (this.odd()) all = this.shuffled(all);
    const bytes = all.map((one) => one.bytes);
    while (this.odd()) bytes.splice(this.random.between(0, bytes.length), 0, this.unknown(3));
    return Buffer.concat(bytes);
  }

  /** True now and then. */
  odd(): boolean {
    return this.odds > 0 && this.random.oneIn(this.odds);
  }

  private piece(number: number, type: number, body: Buffer, singular: boolean): Piece {
    return { number, bytes: Buffer.concat([this.tag(number, type), body]), singular };
  }

  private tag(number: number, type: number): Buffer {
    return this.varint(BigInt(number) * 8n + BigInt(type));
  }

  /** Bytes behind their length: a frame, or what follows a tag. */
  delimited(data: Buffer): Buffer {
    return this.odd()
      ? Buffer.concat([this.varint(BigInt(data.length)), data])
      : Buffer.from(delimited(data));
  }

  /** Now and then longer than it need be. */
  private varint(value: bigint): Buffer {
    const bytes = varint(value);
    if (!this.odd()) return bytes;
    if (this.random.oneIn(100)) return this.random.pick(TOO_LONG);
    const longer = Buffer.alloc(this.random.between(bytes.length, 10), 0x80);
    longer.set(bytes);
    if (longer.length === bytes.length) return bytes;
    longer[bytes.length - 1]! |= 0x80;
    longer[longer.length - 1] = 0;
    return longer;
  }

  /** Another order, in which those of one field, and those of the oneof, keep theirs. */
  private shuffled(pieces: readonly Piece[]): Piece[] {
    const rank = (piece: Piece): number => Math.min(piece.number, 10);
    const ranks = pieces.map(rank);
    for (let i = ranks.length - 1; i > 0; i--) {
      const other = this.random.between(0, i);
      [ranks[i], ranks[other]] = [ranks[other]!, ranks[i]!];
    }
    const waiting = [...pieces];
    return ranks.map(
      (wanted) =>
        waiting.splice(
          waiting.findIndex((piece) => rank(piece) === wanted),
          1,
        )[0]!,
    );
  }

  /** A field that no message has, or one that it has with another wire type. */
  private unknown(depth: number): Buffer {
    const { random } = this;
    if (random.oneIn(100)) return random.pick(MALFORMED);
    const number = random.pick([1, 2, 3, 5, 6, 9, 13, 15, 16, 2047, 2048, 2 ** 29 - 1]);
    switch (random.pick(depth > 0 ? [0, 1, 2, 3, 5] : [0, 1, 2, 5])) {
      case 0:
        return this.piece(number === 3 ? 7 : number, 0, this.varint(random.bigint(64)), true).bytes;
      case 1:
        return this.piece(number, 1, random.bytes(8), true).bytes;
      case 2:
        return this.piece(number < 13 ? 14 : number, 2, this.delimited(random.bytes(3)), true)
          .bytes;
      case 5:
        return this.piece(number, 5, random.bytes(4), true).bytes;
      default:
        return random.oneIn(50) ? this.deepGroup(number) : this.group(number, depth);
    }
  }

  private group(number: number, depth: number): Buffer {
    const fields = Array.from({ length: this.random.below(3) }, () => this.unknown(depth - 1));
    return Buffer.concat([this.tag(number, 3), ...fields, this.tag(number, 4)]);
  }

  /** Groups about as deep as is allowed. */
  private deepGroup(number: number): Buffer {
    const depth = this.random.between(90, 102);
    const tags = (type: number) => Array.from({ length: depth }, () => this.tag(number, type));
    return Buffer.concat([...tags(3), ...tags(4)]);
  }
}

function fromHex(hex: string): Buffer {
  return Buffer.from(hex, 'hex');
}
