import { Enum, type Field, type Long, MapField, Type } from 'protobufjs/light.js';
import { coordinatorError } from '../../common/errors.js';
import { decodableDescriptor } from '../coordinator/decodable_descriptor.js';

/** The years 1 to 9999. */
const TIMESTAMP_SECONDS_MIN = -62_135_596_800;
const TIMESTAMP_SECONDS_MAX = 253_402_300_799;

/** A Timestamp or a Duration: whole seconds, and the rest. */
interface Seconds {
  readonly seconds: number | Long;
  readonly nanos: number;
}

/**
 * A message in proto3 JSON: lowerCamel names, 64-bit integers as strings, bytes in base64, enums by name, a Timestamp as
 * `2001-02-03T04:05:06.789Z`, a Duration as `1.5s`. A field that has its default value is left out.
 */
export function writeJson(type: Type, message: object): unknown {
  if (type.fullName === '.google.protobuf.Timestamp') return timestamp(message as Seconds);
  if (type.fullName === '.google.protobuf.Duration') return duration(message as Seconds);
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
    const entries = Object.entries(value as object);
    if (entries.length === 0) return undefined;
    return Object.fromEntries(
      entries.map(([key, item]: [string, unknown]) => [key, writeValue(field, item)]),
    );
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

/** With as many digits after the point as it needs: none, 3, 6 or 9. */
function fraction(nanos: number): string {
  if (nanos === 0) return '';
  return `.${String(nanos)
    .padStart(9, '0')
    .replace(/(000){1,2}$/, '')}`;
}

/** @throws BackendError Internal where it is no time that JSON can have: years 1 to 9999 */
function timestamp({ seconds, nanos }: Seconds): string {
  const written =
    Number(seconds) >= TIMESTAMP_SECONDS_MIN && Number(seconds) <= TIMESTAMP_SECONDS_MAX;
  if (!written || nanos < 0 || nanos >= 1e9) {
    throw coordinatorError('Internal', 'a timestamp of the answer is none that JSON can have');
  }
  const whole = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
  return `${whole}${fraction(nanos)}Z`;
}

function duration({ seconds, nanos }: Seconds): string {
  const sign = Number(seconds) < 0 || nanos < 0 ? '-' : '';
  return `${sign}${Math.abs(Number(seconds))}${fraction(Math.abs(nanos))}s`;
}
