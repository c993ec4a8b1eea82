import type { IncomingHttpHeaders } from 'node:http';
import { inspect } from 'node:util';
import { decodeData, openEnvelope } from '../../src/push/envelope.js';
import { MAX_ENVELOPE_MARKS, MAX_ENVELOPE_VALUES } from '../../src/push/limits.js';
import { codeOf } from '../codes.js';

const DATA = Buffer.from([0xfb, 0xff, 0x00, 0x41]);
const MESSAGE = { data: DATA.toString('base64'), messageId: '17', publishTime: '2024-01-01Z' };
const WRAPPED = { message: MESSAGE, subscription: 'projects/p/subscriptions/s' };
const TYPE = 'google.cloud.pubsub.topic.v1.messagePublished';
const EVENT = { specversion: '1.0', id: '17', source: '//pubsub', type: TYPE, data: WRAPPED };

function bodyOf(value: unknown): Buffer {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
}

/** A list of numbers: as many marks in JSON as it has entries. */
function ones(count: number): number[] {
  return Array<number>(count).fill(1);
}

describe('a push', () => {
  const good: [name: string, headers: IncomingHttpHeaders, body: Buffer][] = [
    ['wrapped', {}, bodyOf(WRAPPED)],
    ['wrapped, without a subscription', {}, bodyOf({ message: MESSAGE })],
    ['wrapped, URL-safe', {}, bodyOf({ message: { ...MESSAGE, data: '-_8AQQ' } })],
    [
      'wrapped, with attributes',
      {},
      bodyOf({ message: { ...MESSAGE, attributes: { a: 'b,[{"c":1}' } } }),
    ],
    [
      'wrapped, with attributes full of the marks of JSON',
      {},
      bodyOf({ message: { ...MESSAGE, attributes: { a: ',{["\\'.repeat(MAX_ENVELOPE_VALUES) } } }),
    ],
    [
      'wrapped, with as many values as there may be',
      {},
      bodyOf({ message: { ...MESSAGE, more: ones(MAX_ENVELOPE_VALUES - 5) } }),
    ],
    [
      'unwrapped',
      { 'x-goog-pubsub-message-id': '17', 'x-goog-pubsub-subscription-name': 's' },
      DATA,
    ],
    ['a binary CloudEvent', { 'ce-type': TYPE, 'ce-id': '17' }, bodyOf(WRAPPED)],
    ['a structured CloudEvent', {}, bodyOf(EVENT)],
  ];
  test.each(good)('is opened: %s', (_name, headers, body) => {
    const envelope = openEnvelope(headers, body);
    expect(envelope.origin.messageId).toBe('17');
    expect(decodeData(envelope).equals(DATA)).toBe(true);
  });

  const bad: [name: string, headers: IncomingHttpHeaders, body: Buffer][] = [
    ['an empty body', {}, Buffer.alloc(0)],
    ['a body that is not JSON', {}, bodyOf('hello')],
    ['JSON that is cut short', {}, bodyOf(WRAPPED).subarray(0, -1)],
    ['null', {}, bodyOf('null')],
    ['a number', {}, bodyOf('7')],
    ['a list', {}, bodyOf([WRAPPED])],
    ['an object without a message', {}, bodyOf({ subscription: 's' })],
    ['a message that is null', {}, bodyOf({ message: null })],
    ['a message that is text', {}, bodyOf({ message: 'hello' })],
    ['a binary CloudEvent of another type', { 'ce-type': 'x' }, bodyOf(WRAPPED)],
    ['a binary CloudEvent without a message', { 'ce-type': TYPE }, bodyOf({})],
    ['a structured CloudEvent of another type', {}, bodyOf({ ...EVENT, type: 'x' })],
    ['a structured CloudEvent without data', {}, bodyOf({ ...EVENT, data: undefined })],
    ['nothing but brackets', {}, Buffer.alloc(MAX_ENVELOPE_MARKS + 1, '[')],
    [
      'more values than there may be',
      {},
      bodyOf({ message: { ...MESSAGE, more: ones(MAX_ENVELOPE_VALUES - 4) } }),
    ],
    ['a flood of objects', {}, bodyOf(`[${'{},'.repeat(MAX_ENVELOPE_MARKS)}1]`)],
  ];
  test.each(bad)('is none: %s', (_name, headers, body) => {
    expect(codeOf(() => openEnvelope(headers, body))).toBe('NOT_A_PUSH');
  });

  const unusable: [name: string, message: object, code: string][] = [
    ['no data', {}, 'NO_DATA'],
    ['null as data', { data: null }, 'NO_DATA'],
    ['empty data', { data: '' }, 'NO_DATA'],
    ['data that is not text', { data: 7 }, 'BAD_BASE64'],
    ['data that is not base64', { data: 'QU*D' }, 'BAD_BASE64'],
  ];
  test.each(unusable)('is refused with %s', (_name, message, code) => {
    const envelope = openEnvelope({}, bodyOf({ message: { ...message, messageId: '17' } }));
    expect(envelope.origin.messageId).toBe('17');
    expect(codeOf(() => decodeData(envelope))).toBe(code);
  });

  test('is refused where it is unwrapped and empty', () => {
    const envelope = openEnvelope({ 'x-goog-pubsub-message-id': '1' }, Buffer.alloc(0));
    expect(codeOf(() => decodeData(envelope))).toBe('NO_DATA');
  });

  test.each(['x'.repeat(65), 'a b', 'a\nb', '', 17, null, {}])(
    'has no id that would not look well in a log: %j',
    (messageId) => {
      const body = bodyOf({ message: { ...MESSAGE, messageId } });
      expect(openEnvelope({}, body).origin.messageId).toBeUndefined();
    },
  );

  test('that is no JSON is told without quoting it', () => {
    let told: unknown;
    try {
      openEnvelope({}, bodyOf('{"message": canary'));
    } catch (thrown) {
      told = thrown;
    }
    expect(told).toMatchObject({ code: 'NOT_A_PUSH' });
    expect(inspect(told)).not.toContain('canary');
  });
});
