import type { Message, Value } from './message.js';
import type { FieldRule, Schema } from './schema.js';

/**
 * Serializes a message as the reference does: known fields by number, defaults left out, then the unknown ones. Maps,
 * whose order is random there, are not for this.
 */
export function encode(schema: Schema, message: Message): Buffer {
  const parts: Uint8Array[] = [];
  for (const [number, rule] of Object.entries(schema)) {
    const value = message.fields.get(rule.name);
    if (value !== undefined) parts.push(...encodeField(BigInt(number), rule, value));
  }
  for (const { number, type, body } of message.unknown) {
    parts.push(varint(BigInt(number) * 8n + BigInt(type)), body);
  }
  return Buffer.concat(parts);
}

/** Bytes behind their length: a recordio frame, or what follows a tag. */
export function delimited(bytes: Uint8Array): Buffer {
  return Buffer.concat([varint(BigInt(bytes.length)), bytes]);
}

/** @param value 0 to 2^64-1 */
export function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128n; rest /= 128n) bytes.push(Number(rest % 128n) + 128);
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}

function encodeField(number: bigint, { type }: FieldRule, value: Value): Uint8Array[] {
  if (typeof value === 'bigint') {
    return value === 0n ? [] : [varint(number * 8n), varint(BigInt.asUintN(64, value))];
  }
  const tag = varint(number * 8n + 2n);
  if (value instanceof Uint8Array) return value.length === 0 ? [] : [tag, delimited(value)];
  if (value instanceof Map) throw new Error('a map has no one order');
  const messages = Array.isArray(value) ? value : [value];
  return messages.flatMap((message) => [tag, delimited(encode(type as Schema, message))]);
}
