import type { Type } from 'protobufjs/light.js';
import { coordinatorError } from '../../common/errors.js';
import { field, readField } from '../fields.js';
import { writeJson } from './json_values.js';
import { countFields } from './request_scan.js';

/** Tags of the fields of a LogEntry: its text, of a Text: its lines, and of a Line (protocol section 2). */
const TEXT = 0x52;
const LINES = 0x0a;
const VALUE = 0x0a;
const DELIMITER = 0x12;

const NEWLINE = 0x0a;

/** The most fields of a log beside its lines: the protocol has a dozen. Each becomes an object. */
const MAX_FIELDS = 1000;

/** Text is handed on in pieces of this size, in characters. */
const PIECE_CHARS = 16 * 1024;

/** A part of some bytes. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the proto3 JSON of a stored LogEntry, in pieces. Lines are written from their bytes: a log of 10 MiB may have
 * millions, and as objects they would hold the event loop for seconds.
 *
 * @throws CollectorError COORDINATOR_REFUSED, FailedPrecondition, where the log has too many other fields
 */
export function* logJson(type: Type, bytes: Buffer): Generator<string, void, void> {
  const texts: Span[] = [];
  /** The last of each other field, which is the one that counts. */
  const others = new Map<number, Span>();
  for (let pos = 0; pos < bytes.length;) {
    const start = pos;
    pos = readField(bytes, pos, bytes.length);
    const { tag } = field;
    if (tag === TEXT) texts.push({ start: field.start, end: pos });
    else if (type.fieldsById[tag >>> 3] !== undefined) others.set(tag, { start, end: pos });
  }
  const head = headJson(type, bytes, others);
  if (texts.length === 0) {
    yield head;
    return;
  }
  yield `${head.slice(0, -1)}${head === '{}' ? '' : ','}"text":{`;
  yield* linesJson(bytes, texts);
  yield '}}';
}

function headJson(type: Type, bytes: Buffer, fields: ReadonlyMap<number, Span>): string {
  const spans = [...fields.values()].map(({ start, end }) => bytes.subarray(start, end));
  const head = spans.length === 1 ? spans[0]! : Buffer.concat(spans);
  if (countFields(type, head, MAX_FIELDS) > MAX_FIELDS) {
    const why = `a log of the answer has more than ${MAX_FIELDS} fields`;
    throw coordinatorError('FailedPrecondition', `${why}: ask for it in binary`);
  }
  return JSON.stringify(writeJson(type, type.decode(head)));
}

/** The member `lines`, or nothing where there is none. */
function* linesJson(bytes: Buffer, texts: readonly Span[]): Generator<string, void, void> {
  let before = '"lines":[';
  let piece = '';
  for (const { start, end } of texts) {
    for (let pos = start; pos < end;) {
      pos = readField(bytes, pos, end);
      if (field.tag === LINES) {
        piece += before + lineJson(bytes, field.start, pos);
        before = ',';
      }
      if (piece.length < PIECE_CHARS) continue;
      yield piece;
      piece = '';
    }
  }
  yield before === ',' ? `${piece}]` : '';
}

function lineJson(bytes: Buffer, start: number, end: number): string {
  let value: Span = { start, end: start };
  let delimiter = value;
  for (let pos = start; pos < end;) {
    pos = readField(bytes, pos, end);
    if (field.tag === VALUE) value = { start: field.start, end: pos };
    else if (field.tag === DELIMITER) delimiter = { start: field.start, end: pos };
  }
  const hasValue = value.end > value.start;
  let json = hasValue ? `{"value":"${bytes.toString('base64', value.start, value.end)}"` : '{';
  if (delimiter.end > delimiter.start) {
    json += hasValue ? ',"delimiter":' : '"delimiter":';
    json += textJson(bytes, delimiter);
  }
  return `${json}}`;
}

function textJson(bytes: Buffer, { start, end }: Span): string {
  if (end - start === 1 && bytes[start] === NEWLINE) return '"\\n"';
  return JSON.stringify(bytes.toString('utf8', start, end));
}
