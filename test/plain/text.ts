import type { Message, Value } from './message.js';
import type { FieldRule, Schema } from './schema.js';
import { type Field, parseFields } from './wire.js';

/** What generated protobufjs code decodes to. */
export type Decoded = Readonly<Record<string, unknown>> & { readonly $unknowns?: Uint8Array[] };

/**
 * What a message says, as text: two messages are the same where their texts are. Defaults are left out, maps are sorted,
 * unknown fields stand as they came, but for their tags, which a decoder may shorten.
 */
export function messageText(schema: Schema, message: Message): string {
  const said = rules(schema).map((rule) => {
    const value = message.fields.get(rule.name);
    return value === undefined ? '' : say(rule, valueText(rule, value));
  });
  return `{${said.join('')}${unknownText(message.unknown)}}`;
}

/** The same of a message that protobufjs decoded. */
export function decodedText(schema: Schema, message: Decoded): string {
  const said = rules(schema).map((rule) => {
    const value = Object.hasOwn(message, rule.name) ? message[rule.name] : undefined;
    return value === undefined || value === null ? '' : say(rule, decodedValueText(rule, value));
  });
  const unknown = parseFields(Buffer.concat(message.$unknowns ?? []), new Set());
  return `{${said.join('')}${unknownText(unknown)}}`;
}

function rules(schema: Schema): FieldRule[] {
  return Object.values(schema);
}

/** A default says nothing, unless the field is a message. */
function say({ name }: FieldRule, text: string): string {
  return text === '' || text === '0' || text === '[]' ? '' : `${name}:${text};`;
}

function valueText({ type, repeated }: FieldRule, value: Value): string {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Uint8Array) return hex(value);
  if (value instanceof Map) {
    return mapText([...value].map(([key, bytes]) => [hex(Buffer.from(key)), hex(bytes)]));
  }
  const each = (message: Message) => messageText(type as Schema, message);
  if (repeated === true) return `[${(value as Message[]).map(each).join()}]`;
  return each(value as Message);
}

function decodedValueText({ type, repeated }: FieldRule, value: unknown): string {
  if (type === 'map') {
    const entries = Object.entries(value as Record<string, string>);
    return mapText(entries.map(([key, text]) => [textHex(key), textHex(text)]));
  }
  if (typeof type !== 'string') {
    const each = (message: unknown) => decodedText(type, message as Decoded);
    return repeated === true ? `[${(value as unknown[]).map(each).join()}]` : each(value);
  }
  if (value instanceof Uint8Array) return hex(value);
  if (type === 'string') return textHex(value as string);
  // A number, a boolean, or a Long, which prints as its digits.
  return typeof value === 'boolean' ? String(Number(value)) : String(value);
}

function mapText(entries: [key: string, value: string][]): string {
  const said = entries.map((entry) => entry.join('='));
  return `[${said.sort().join()}]`;
}

function unknownText(fields: readonly Field[]): string {
  return fields.map(({ number, type, body }) => `${number}/${type}:${hex(body)};`).join('');
}

function textHex(text: string): string {
  return hex(Buffer.from(text));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
