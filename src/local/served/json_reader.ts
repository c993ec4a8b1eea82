import { Enum, type Field, MapField, type Message, Type } from 'protobufjs/light.js';
import { CollectorError } from '../../common/errors.js';
import { decodeBase64 } from '../../common/base64.js';
import { DURATION_SECONDS_MAX } from '../../common/proto_time.js';
import { checkJsonRequest } from './request_scan.js';

/** The whole numbers that each type holds. */
const RANGES: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ['int32', [-(2n ** 31n), 2n ** 31n - 1n]],
  ['uint32', [0n, 2n ** 32n - 1n]],
  ['int64', [-(2n ** 63n), 2n ** 63n - 1n]],
  ['uint64', [0n, 2n ** 64n - 1n]],
]);

/**
 * A message from proto3 JSON. Names may be lowerCamel or those of the protocol; unknown ones are skipped, null is
 * what a field has anyway.
 *
 * @throws CollectorError BAD_PROTOBUF; nothing of the body is quoted
 */
export function readJson(type: Type, body: Buffer): Message {
  checkJsonRequest(body);
  let json: unknown;
  try {
    json = JSON.parse(body.toString());
  } catch {
    throw wrong('the body is not JSON');
  }
  return type.fromObject(readMessage(type, json, type.name));
}

function readMessage(type: Type, json: unknown, where: string): Record<string, unknown> {
  if (type.fullName === '.google.protobuf.Duration') return readDuration(json, where);
  checkObject(json, where);
  const message: Record<string, unknown> = {};
  const oneofs = new Set<string>();
  for (const field of type.fieldsArray) {
    const value = valueOf(json, field, where);
    if (value === undefined || value === null) continue;
    const oneof = field.partOf?.name;
    if (oneof !== undefined && oneofs.has(oneof)) throw wrong(`${where} has two of its ${oneof}`);
    if (oneof !== undefined) oneofs.add(oneof);
    message[field.name] = readField(field.resolve(), value, `${where}.${field.name}`);
  }
  return message;
}

function valueOf(json: object, field: Field, where: string): unknown {
  const { name, protoName } = field;
  const given = [...new Set([name, protoName])].filter((key) => Object.hasOwn(json, key));
  if (given.length > 1) throw wrong(`${where}.${name} is there twice`);
  return given[0] === undefined ? undefined : (json as Record<string, unknown>)[given[0]];
}

function readField(field: Field, json: unknown, where: string): unknown {
  if (field instanceof MapField) {
    checkObject(json, where);
    const entries = Object.entries(json) as [string, unknown][];
    return Object.fromEntries(entries.map(([key, item]) => [key, readValue(field, item, where)]));
  }
  if (!field.repeated) return readValue(field, json, where);
  if (!Array.isArray(json)) throw wrong(`${where} is not a list`);
  return json.map((item: unknown) => readValue(field, item, where));
}

function checkObject(json: unknown, where: string): asserts json is object {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw wrong(`${where} is not an object`);
  }
}

function readValue({ resolvedType, type }: Field, json: unknown, where: string): unknown {
  if (resolvedType instanceof Type) return readMessage(resolvedType, json, where);
  if (resolvedType instanceof Enum) return readEnum(resolvedType, json, where);
  if (type === 'string' && typeof json === 'string') return json;
  if (type === 'bool' && typeof json === 'boolean') return json;
  if (type === 'bytes' && typeof json === 'string') {
    const bytes = decodeBase64(json);
    if (bytes !== undefined) return bytes;
  }
  if (RANGES.has(type)) return readInteger(type, json, where);
  throw wrong(`${where} is not ${type === 'bytes' ? 'base64' : `a ${type}`}`);
}

function readEnum({ name, values }: Enum, json: unknown, where: string): number {
  if (typeof json === 'string' && Object.hasOwn(values, json)) return values[json]!;
  if (typeof json === 'number' && Number.isInteger(json)) return json;
  throw wrong(`${where} is not a ${name}`);
}

function readInteger(type: string, json: unknown, where: string): string {
  const [least, most] = RANGES.get(type)!;
  const whole =
    typeof json === 'number' ? Number.isInteger(json) : /^-?\d{1,20}$/.test(String(json));
  const value = whole && typeof json !== 'object' ? BigInt(json as number | string) : undefined;
  if (value === undefined || value < least || value > most) {
    throw wrong(`${where} is not an ${type}`);
  }
  return String(value);
}

function readDuration(json: unknown, where: string): Record<string, unknown> {
  const text = typeof json === 'string' ? json : '';
  const [, sign, seconds, rest = ''] = /^(-?)(\d{1,12})(?:\.(\d{1,9}))?s$/.exec(text) ?? [];
  if (seconds === undefined || BigInt(seconds) > DURATION_SECONDS_MAX) {
    throw wrong(`${where} is not a duration, as 1.5s`);
  }
  const nanos = Number(rest.padEnd(9, '0'));
  return { seconds: `${sign!}${seconds}`, nanos: sign === '-' ? -nanos : nanos };
}

function wrong(why: string): CollectorError {
  return new CollectorError('BAD_PROTOBUF', `json: ${why}`);
}
