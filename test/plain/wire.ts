/**
 * The protobuf wire format, read the slow and obvious way: the judge of the scan in src/bundle, with which it shares no
 * code (protocol section 1).
 */

/** A field as it was found. */
export interface Field {
  readonly number: number;
  readonly type: number;
  readonly value: bigint | Uint8Array;
  /** What follows the tag, as it came. */
  readonly body: Uint8Array;
}

/** What is allowed, but seldom seen, and not read by every decoder. */
export type Oddity =
  'a tag of more than 5 bytes' | 'a length of more than 5 bytes' | 'groups more than 96 deep';

/** Bytes that are not a protobuf message. */
export class Undecodable extends Error {}

/** A varint that no 64 bits hold, or that goes on past 10 bytes. */
export class VarintOverflow extends Undecodable {}

const MAX_GROUP_DEPTH = 100;

/** A position in the bytes, and what was noticed on the way. */
class Cursor {
  pos = 0;

  constructor(
    readonly bytes: Uint8Array,
    readonly oddities: Set<Oddity>,
  ) {}

  get atEnd(): boolean {
    return this.pos === this.bytes.length;
  }

  varint(): bigint {
    let value = 0n;
    for (let i = 0; i < 10; i++) {
      const byte = this.bytes[this.pos++];
      if (byte === undefined) throw new Undecodable('a varint is cut short');
      value += BigInt(byte % 128) * 128n ** BigInt(i);
      if (byte >= 128) continue;
      if (value >= 2n ** 64n) break;
      return value;
    }
    throw new VarintOverflow('a varint is past 64 bits');
  }

  tag(): { number: number; type: number } {
    const start = this.pos;
    const tag = this.varint();
    const number = tag / 8n;
    if (number < 1n || number > 2n ** 29n - 1n) throw new Undecodable('no such field number');
    if (this.pos - start > 5) this.oddities.add('a tag of more than 5 bytes');
    return { number: Number(number), type: Number(tag % 8n) };
  }

  take(length: bigint): Uint8Array {
    if (length > BigInt(this.bytes.length - this.pos))
      throw new Undecodable('a field is cut short');
    const start = this.pos;
    this.pos += Number(length);
    return this.bytes.subarray(start, this.pos);
  }

  /** Reads a field whose tag has been read; `depth` groups are around it. */
  value(number: number, type: number, depth: number): bigint | Uint8Array {
    switch (type) {
      case 0:
        return this.varint();
      case 1:
        return this.take(8n);
      case 2:
        return this.delimited();
      case 3:
        return this.group(number, depth + 1);
      case 5:
        return this.take(4n);
      default:
        throw new Undecodable('no such wire type here');
    }
  }

  private delimited(): Uint8Array {
    const start = this.pos;
    const length = this.varint();
    if (this.pos - start > 5) this.oddities.add('a length of more than 5 bytes');
    return this.take(length);
  }

  private group(number: number, depth: number): Uint8Array {
    if (depth > MAX_GROUP_DEPTH) throw new Undecodable('groups nest too deep');
    if (depth > 96) this.oddities.add('groups more than 96 deep');
    const start = this.pos;
    for (;;) {
      const end = this.pos;
      const inner = this.tag();
      if (inner.type !== 4) {
        this.value(inner.number, inner.type, depth);
      } else if (inner.number === number) {
        return this.bytes.subarray(start, end);
      } else {
        throw new Undecodable('another group ends');
      }
    }
  }
}

/**
 * Every field of a message, in order.
 *
 * @param oddities gets what was noticed
 * @throws Undecodable
 */
export function parseFields(bytes: Uint8Array, oddities: Set<Oddity>): Field[] {
  const cursor = new Cursor(bytes, oddities);
  const fields: Field[] = [];
  while (!cursor.atEnd) {
    const { number, type } = cursor.tag();
    const start = cursor.pos;
    const value = cursor.value(number, type, 0);
    fields.push({ number, type, value, body: bytes.subarray(start, cursor.pos) });
  }
  return fields;
}
