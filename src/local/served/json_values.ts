import { Enum, type Field, MapField, Type } from 'protobufjs/light.js';
import { durationJson, timestampJson } from '../../common/proto_time.js';
import { decodableDescriptor } from '../coordinator/decodable_descriptor.js';

/**
 * A message in proto3 JSON: lowerCamel names, 64-bit integers as strings, bytes in base64, enums by name, a Timestamp as
 * `2001-02-03T04:05:06.789Z`, a Duration as `1.5s`. A field that has its default value is left out; so is a time that
 * JSON cannot have.
 */
export function writeJson(type: Type, message: object): unknown {
  if (type.fullName === '.google.protobuf.Timestamp') return timestampJson(message);
  if (type.fullName === '.google.protobuf.Duration') return durationJson(message);
  const json: Record<string, unknown> = {};
  for (const field of type.fieldsArray) {
    const value = Object.hasOwn(message, field.name)
      ? (message as Record<string, unknown>)[field.name]
      : undefined;
    if (value === undefined || value === null) continue;
    const written = writeField(field.resolve(), value);
    if (written !== undefined) json[field.name] = written;
  }
  return json;
}

/** Returns the JSON of a field's value; undefined where it is the default, which is left out. */
export function writeField(field: Field, value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.length === 0 ? undefined : value.map((item: unknown) => writeValue(field, item));
  }
  if (field instanceof MapField) {
    const entries = Object.entries(value as Record<string, unknown>);
    if (entries.length === 0) return undefined;
    return Object.fromEntries(entries.map(([key, item]) => [key, writeValue(field, item)]));
  }
  return isDefault(field, value) ? undefined : writeValue(field, value);
}

/** Returns the JSON of a single value. A message may be given by its bytes. */
export function writeValue({ resolvedType, type }: Field, value: unknown): unknown {
  if (resolvedType instanceof Type && value instanceof Uint8Array) {
    return writeJson(resolvedType, resolvedType.decode(decodableDescriptor(value)));
  }
  if (resolvedType instanceof Type) return writeJson(resolvedType, value as object);
  if (resolvedType instanceof Enum) return resolvedType.valuesById[value as number] ?? value;
  if (type === 'bytes') return bufferOf(value as Uint8Array).toString('base64');
  return type.endsWith('64') ? String(value) : value;
}

export function bufferOf({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}

/** Whether proto3 does not tell this value from one that is not there. */
function isDefault({ resolvedType, partOf, type }: Field, value: unknown): boolean {
  if (resolvedType instanceof Type || partOf !== null) return false;
  if (type === 'bytes') return (value as Uint8Array).length === 0;
  return value === '' || value === false || String(value) === '0';
}
