import { MapField, Type } from 'protobufjs/light.js';
import { LEN } from '../../bundle/wire.js';
import { CollectorError } from '../../common/errors.js';
import { field, readField } from '../fields.js';
import { MAX_JSON_DEPTH, MAX_JSON_MARKS, MAX_REQUEST_FIELDS } from './request_limits.js';

/**
 * Checks, before a request is decoded, that it has at most MAX_REQUEST_FIELDS fields, with those of its messages: 1 kB of
 * gzip may hold millions, and each becomes an object.
 *
 * @throws CollectorError BAD_PROTOBUF
 */
export function checkBinaryRequest(type: Type, body: Uint8Array): void {
  let fields: number;
  try {
    fields = countFields(type, body, MAX_REQUEST_FIELDS);
  } catch {
    // Without the cause: it speaks of a bundle.
    throw refused('proto: cannot parse invalid wire-format data');
  }
  if (fields > MAX_REQUEST_FIELDS) {
    throw refused(`the request has more than ${MAX_REQUEST_FIELDS} fields`);
  }
}

/**
 * Counts the fields of a serialized message, with those of the messages in it; stops one past `most`.
 *
 * @throws CollectorError BAD_PROTOBUF
 */
export function countFields(
  type: Type,
  bytes: Uint8Array,
  most: number,
  start = 0,
  end = bytes.length,
  before = 0,
): number {
  let fields = before;
  let pos = start;
  while (pos < end && ++fields <= most) {
    pos = readField(bytes, pos, end);
    const known = type.fieldsById[field.tag >>> 3]?.resolve();
    const inner = known instanceof MapField ? undefined : known?.resolvedType;
    if (inner instanceof Type && (field.tag & 7) === LEN) {
      fields = countFields(inner, bytes, most, field.start, pos, fields);
    }
  }
  return fields;
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a] as const;
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d] as const;

/**
 * Checks, before a request is parsed, how deep and how wide its JSON is: parsed JSON takes up to 60 times its text.
 *
 * @throws CollectorError BAD_PROTOBUF
 */
export function checkJsonRequest(body: Uint8Array): void {
  let marks = 0;
  let depth = 0;
  for (let pos = 0; pos < body.length; pos++) {
    const code = body[pos];
    if (code === QUOTE) pos = endOfString(body, pos + 1);
    else if (code === COMMA || code === COLON) marks++;
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth--;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      marks++;
      depth++;
    }
    if (depth > MAX_JSON_DEPTH) {
      throw refused(`the request nests deeper than ${MAX_JSON_DEPTH} levels`);
    }
    if (marks > MAX_JSON_MARKS) {
      const what = 'braces, brackets, colons and commas';
      throw refused(`the request has more than ${MAX_JSON_MARKS} ${what}`);
    }
  }
}

/** The position of the quote that ends a string; the end of the body where none does. */
function endOfString(body: Uint8Array, start: number): number {
  let pos = start;
  while (pos < body.length && body[pos] !== QUOTE) pos += body[pos] === BACKSLASH ? 2 : 1;
  return pos;
}

function refused(why: string): CollectorError {
  return new CollectorError('BAD_PROTOBUF', why);
}
