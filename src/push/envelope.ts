import type { IncomingHttpHeaders } from 'node:http';
import { CollectorError } from '../common/errors.js';
import { bufferPool, type Buffers } from '../common/buffer_pool.js';
import type { Content, Origin } from '../dead_letters/dead_letter.js';
import type { PushRequest } from '../http/body.js';
import { decodeBase64 } from '../common/base64.js';
import { cutLongData, decodeLong, isCut } from './long_data.js';
import { MAX_DATA_DEPTH, MAX_ENVELOPE_MARKS, MAX_ENVELOPE_VALUES } from './limits.js';
import { isMessage, isUnwrapped, PUBSUB_HEADERS } from './unwrapped.js';

/** A Pub/Sub message as a push brought it. */
export interface Envelope {
  /** Bytes where the push was unwrapped; else what stood in the JSON, which is base64 text in a good push. */
  readonly data: unknown;
  readonly origin: Origin;
}

/** The type of the CloudEvents that Eventarc makes of Pub/Sub messages. */
const MESSAGE_PUBLISHED = 'google.cloud.pubsub.topic.v1.messagePublished';
/** What to do where a subscription pushes without the wrapper. */
const NO_METADATA =
  '; a subscription without the wrapper (--push-no-wrapper) needs --push-no-wrapper-write-metadata too';
/** The characters of JSON that give it structure, and those that begin, end and continue a string. */
const [OBJECT, LIST, COMMA, QUOTE, BACKSLASH] = [0x7b, 0x5b, 0x2c, 0x22, 0x5c] as const;
/** What ids, times and names look like; they go into the log and to dead letters, and may hold anything. */
const MESSAGE_ID = /^[\w-]{1,64}$/;
const PUBLISH_TIME = /^[\d:.TZ+-]{1,40}$/;
const SUBSCRIPTION = /^[\w./:~+%-]{1,400}$/;

/**
 * Refuses a push with an encoded body. Pub/Sub encodes no body: in an unwrapped push, the header is an attribute of the
 * message, whatever its data is.
 *
 * @throws CollectorError UNSUPPORTED_ENCODING
 */
export function checkContentEncoding({ rawBody, headers }: PushRequest): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (rawBody !== undefined || encoding.toLowerCase() === 'identity') return;
  if (!isUnwrapped(headers)) throw new CollectorError('UNSUPPORTED_ENCODING');
}

/**
 * Finds the message in a push: unwrapped, a CloudEvent of Eventarc, binary or structured, or wrapped. Pub/Sub's own
 * headers decide first, since the others may be attributes; a body without any of these is one of our messages, or wrapped.
 *
 * @param buffers what long data are taken from, which are decoded at once
 * @throws CollectorError NOT_A_PUSH
 */
export function openEnvelope(
  headers: IncomingHttpHeaders,
  body: Buffer,
  buffers: Buffers = bufferPool,
): Envelope {
  if (isUnwrapped(headers)) {
    const origin = originOf({
      messageId: headers[`${PUBSUB_HEADERS}message-id`],
      publishTime: headers[`${PUBSUB_HEADERS}publish-time`],
      subscription: headers[`${PUBSUB_HEADERS}subscription-name`],
    });
    return { data: body, origin };
  }
  const type = headers['ce-type'];
  if (type !== undefined) checkType(type);
  else if (isMessage(body)) return { data: body, origin: originOf({}) };
  const cut = cutLongData(body);
  const bytes = cut && decodeLong(cut.data, buffers);
  if (bytes !== undefined) {
    const { data, origin } = openJson(type, cut!.rest);
    if (isCut(data)) return { data: bytes, origin };
    buffers.release(bytes);
  }
  return openJson(type, body);
}

/** @param type of a binary CloudEvent */
function openJson(type: unknown, json: Buffer): Envelope {
  const value = parse(json);
  if (type !== undefined) return fromObject(value, 'the data of the CloudEvent');
  if (isObject(value) && 'specversion' in value) {
    checkType(value.type);
    return fromObject(value.data, 'the data of the CloudEvent');
  }
  return fromObject(value, 'the body');
}

/**
 * The bytes of the message.
 *
 * @param buffers what they are taken from where they were text
 * @throws CollectorError NO_DATA, BAD_BASE64: bad input
 */
export function decodeData({ data }: Envelope, buffers: Buffers = bufferPool): Buffer {
  if (data === undefined || data === null || data === '') throw new CollectorError('NO_DATA');
  if (Buffer.isBuffer(data)) {
    if (data.length === 0) throw new CollectorError('NO_DATA');
    return data;
  }
  const bytes = typeof data === 'string' ? decodeBase64(data, buffers) : undefined;
  if (bytes === undefined) throw new CollectorError('BAD_BASE64');
  return bytes;
}

/** What is to be kept of the message should it be refused. */
export function contentOf({ data }: Envelope): Content {
  return Buffer.isBuffer(data) ? { bytes: data } : { instead: data };
}

function fromObject(value: unknown, where: string): Envelope {
  if (!isObject(value) || !isObject(value.message)) {
    throw notAPush(`${where} is not a JSON object with a message in it${NO_METADATA}`);
  }
  const { data, messageId, publishTime } = value.message;
  if (isDeeper(data, MAX_DATA_DEPTH)) throw notAPush('its data is deeply nested JSON');
  const { subscription } = value;
  return { data, origin: originOf({ messageId, publishTime, subscription }) };
}

function parse(body: Buffer): unknown {
  if (body.length === 0) throw notAPush(`the body is empty${NO_METADATA}`);
  if (hasTooManyMarks(body)) throw notAPush('the body has more structure than an envelope has');
  try {
    return JSON.parse(body.toString());
  } catch {
    // Without the cause: its message quotes the body.
    throw notAPush(`the body is not JSON${NO_METADATA}`);
  }
}

/** Counts by searching, for that skips megabytes of base64 quickly; looks at strings only where there are many. */
function hasTooManyMarks(body: Buffer): boolean {
  let marks = 0;
  for (const code of [OBJECT, LIST, COMMA]) {
    for (let at = body.indexOf(code); at >= 0; at = body.indexOf(code, at + 1)) {
      if (++marks > MAX_ENVELOPE_MARKS) return true;
    }
  }
  return marks > MAX_ENVELOPE_VALUES && hasTooManyValues(body);
}

/** Counts the marks outside of strings. */
function hasTooManyValues(body: Buffer): boolean {
  let values = 0;
  let inString = false;
  for (let at = 0; at < body.length; at++) {
    const code = body[at]!;
    if (code === QUOTE) inString = !inString;
    else if (inString) at += code === BACKSLASH ? 1 : 0;
    else if (code === OBJECT || code === LIST || code === COMMA) {
      if (++values > MAX_ENVELOPE_VALUES) return true;
    }
  }
  return false;
}

function checkType(type: unknown): void {
  if (type !== MESSAGE_PUBLISHED) {
    throw notAPush(`the CloudEvent is not of type ${MESSAGE_PUBLISHED}`);
  }
}

/** Takes of what stands in the places of these what looks like it. */
function originOf(found: Partial<Record<keyof Origin, unknown>>): Origin {
  return {
    messageId: textOf(found.messageId, MESSAGE_ID),
    publishTime: textOf(found.publishTime, PUBLISH_TIME),
    subscription: textOf(found.subscription, SUBSCRIPTION),
  };
}

function textOf(value: unknown, form: RegExp): string | undefined {
  return typeof value === 'string' && form.test(value) ? value : undefined;
}

function notAPush(what: string): CollectorError {
  return new CollectorError('NOT_A_PUSH', `the request is not a Pub/Sub push: ${what}`);
}

/** Whether there are objects or lists in a value, one within another, to more than this depth. */
function isDeeper(value: unknown, depth: number): boolean {
  if (!isObject(value)) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeper(inner, depth - 1));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
