import { type Field, type Oddity, parseFields, Undecodable } from './wire.js';
import type { FieldRule, Scalar, Schema } from './schema.js';

/** A decoded message; a field that was not there is not in `fields`. */
export interface Message {
  readonly fields: Map<string, Value>;
  /** In the order in which they came. */
  readonly unknown: Field[];
  /** The bytes that it was decoded from; joined where it came in several pieces. */
  bytes: Uint8Array;
}

export type Value = bigint | Uint8Array | Message | Message[] | Map<string, Uint8Array>;

const WIRE_TYPES: Record<Scalar, 0 | 2> = {
  uint64: 0,
  int64: 0,
  uint32: 0,
  int32: 0,
  bool: 0,
  string: 2,
  bytes: 2,
};

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Decodes a proto3 message by the rules of protocol section 1.
 *
 * @throws Undecodable
 */
export function decode(schema: Schema, bytes: Uint8Array, oddities = new Set<Oddity>()): Message {
  const message = { fields: new Map<string, Value>(), unknown: [], bytes: new Uint8Array() };
  merge(schema, message, bytes, oddities);
  return message;
}

export function scalar(message: Message, name: string): bigint {
  return (message.fields.get(name) as bigint | undefined) ?? 0n;
}

export function bytesOf(message: Message, name: string): Uint8Array {
  return (message.fields.get(name) as Uint8Array | undefined) ?? new Uint8Array();
}

export function messageOf(message: Message, name: string): Message | undefined {
  return message.fields.get(name) as Message | undefined;
}

export function messagesOf(message: Message, name: string): Message[] {
  return (message.fields.get(name) as Message[] | undefined) ?? [];
}

function merge(schema: Schema, into: Message, bytes: Uint8Array, oddities: Set<Oddity>): void {
  into.bytes = Buffer.concat([into.bytes, bytes]);
  for (const field of parseFields(bytes, oddities)) {
    const rule = schema[field.number];
    if (rule === undefined || field.type !== wireType(rule)) into.unknown.push(field);
    else set(schema, into, rule, field.value, oddities);
  }
}

function wireType({ type }: FieldRule): number {
  return typeof type === 'string' && type !== 'map' ? WIRE_TYPES[type] : 2;
}

function set(
  schema: Schema,
  { fields }: Message,
  { name, type, repeated, oneof }: FieldRule,
  value: bigint | Uint8Array,
  oddities: Set<Oddity>,
): void {
  if (oneof !== undefined) {
    // The last member of a oneof wins.
    for (const other of Object.values(schema)) {
      if (other.oneof === oneof && other.name !== name) fields.delete(other.name);
    }
  }
  const before = fields.get(name);
  if (type === 'map') {
    const map = (before as Map<string, Uint8Array> | undefined) ?? new Map<string, Uint8Array>();
    addMapEntry(map, value as Uint8Array, oddities);
    fields.set(name, map);
  } else if (typeof type === 'string') {
    fields.set(name, convert(type, value));
  } else if (repeated === true) {
    const list = (before as Message[] | undefined) ?? [];
    list.push(decode(type, value as Uint8Array, oddities));
    fields.set(name, list);
  } else if (before === undefined) {
    fields.set(name, decode(type, value as Uint8Array, oddities));
  } else {
    // A message that comes again is merged into the first.
    merge(type, before as Message, value as Uint8Array, oddities);
  }
}

/** The last value of a key wins; unknown fields of an entry are dropped. */
function addMapEntry(map: Map<string, Uint8Array>, bytes: Uint8Array, oddities: Set<Oddity>): void {
  const entry: Schema = {
    1: { name: 'key', type: 'string' },
    2: { name: 'value', type: 'string' },
  };
  const message = decode(entry, bytes, oddities);
  map.set(Buffer.from(bytesOf(message, 'key')).toString(), bytesOf(message, 'value'));
}

function convert(type: Scalar, value: bigint | Uint8Array): bigint | Uint8Array {
  if (typeof value !== 'bigint') {
    if (type === 'string') checkUtf8(value);
    return value;
  }
  switch (type) {
    case 'bool':
      return value === 0n ? 0n : 1n;
    case 'uint32':
      return BigInt.asUintN(32, value);
    case 'int32':
      return BigInt.asIntN(32, value);
    case 'int64':
      return BigInt.asIntN(64, value);
    default:
      return value;
  }
}

function checkUtf8(bytes: Uint8Array): void {
  try {
    UTF8.decode(bytes);
  } catch {
    throw new Undecodable('a string is not UTF-8');
  }
}
