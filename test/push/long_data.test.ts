import { randomInt } from 'node:crypto';
import { inspect } from 'node:util';
import { CollectorError } from '../../src/common/errors.js';
import { decodeBase64 } from '../../src/common/base64.js';
import { decodeData, openEnvelope } from '../../src/push/envelope.js';
import { LONG_CHARS } from '../../src/push/long_data.js';
import { PoisonedBuffers } from '../common/poisoned_buffers.js';
import { Random } from '../../src/testing/random.js';

const BYTES = Buffer.alloc(LONG_CHARS, 'any bytes');
const LONG = BYTES.toString('base64');
const OTHER = Buffer.alloc(LONG_CHARS, 'other bytes').toString('base64');

/** The data of a push, or the code of its refusal. */
function opened(json: string | Buffer): Buffer | string {
  try {
    return decodeData(openEnvelope({}, Buffer.from(json)));
  } catch (thrown) {
    if (thrown instanceof CollectorError) return thrown.code;
    throw thrown;
  }
}

/** The same by parsing it all. */
function parsed(json: string | Buffer): Buffer | string {
  let value: { message?: { data?: unknown } | null; specversion?: string; data?: unknown } | null;
  try {
    value = JSON.parse(json.toString()) as typeof value;
  } catch {
    return 'NOT_A_PUSH';
  }
  if (value?.specversion !== undefined) value = value.data as typeof value;
  const message = value?.message;
  if (typeof message !== 'object' || message === null) return 'NOT_A_PUSH';
  const { data } = message;
  if (data === undefined || data === null || data === '') return 'NO_DATA';
  const bytes = typeof data === 'string' ? decodeBase64(data) : undefined;
  return bytes ?? 'BAD_BASE64';
}

/** Tells faster than a matcher. */
function isSame(one: Buffer | string, other: Buffer | string): boolean {
  return typeof one === 'string' || typeof other === 'string' ? one === other : one.equals(other);
}

describe('long data', () => {
  test('are decoded from the bytes of the body, into memory that is used again', () => {
    const buffers = new PoisonedBuffers();
    const { data } = openEnvelope(
      {},
      Buffer.from(JSON.stringify({ message: { data: LONG } })),
      buffers,
    );
    expect(BYTES.equals(data as Buffer)).toBe(true);
    buffers.release(data as Buffer);
    expect(buffers.freeBytes).toBeGreaterThanOrEqual(BYTES.length);
  });

  test.each<[string, string]>([
    [
      'in a structured CloudEvent',
      `{"specversion":"1.0","type":"google.cloud.pubsub.topic.v1.messagePublished","data":{"message":{"data":"${LONG}"}}}`,
    ],
    ['with white space around', `{ "message" :\r\n{\t"data" \n: \t"${LONG}" } }`],
    [
      'behind an attribute of that name',
      `{"message":{"attributes":{"data":"x"},"data":"${LONG}"}}`,
    ],
    [
      'behind a long attribute of that name',
      `{"message":{"attributes":{"data":"${OTHER}"},"data":"${LONG}"}}`,
    ],
    [
      'before a long attribute of that name',
      `{"message":{"data":"${LONG}","attributes":{"data":"${OTHER}"}}}`,
    ],
    ['that stand there twice: the last ones', `{"message":{"data":"${OTHER}","data":"${LONG}"}}`],
    ['behind a name that ends like theirs', `{"message":{"a\\"data":"${OTHER}","data":"${LONG}"}}`],
    [
      'with a digit that is escaped',
      `{"message":{"data":"${LONG.slice(0, -1)}\\u0${LONG.charCodeAt(LONG.length - 1)
        .toString(16)
        .padStart(3, '0')}"}}`,
    ],
    ['whose name is escaped', `{"message":{"d\\u0061ta":"${LONG}"}}`],
    ['behind many short ones', `{"message":{${'"data":"x",'.repeat(100)}"data":"${LONG}"}}`],
  ])('are found %s', (_where, json) => {
    expect(isSame(parsed(json), BYTES)).toBe(true);
    expect(isSame(opened(json), BYTES)).toBe(true);
  });

  test.each<[string, string, string]>([
    ['in no message', `{"data":"${LONG}"}`, 'NOT_A_PUSH'],
    ['in JSON that is cut short', `{"message":{"data":"${LONG}"}`, 'NOT_A_PUSH'],
    ['that do not end', `{"message":{"data":"${LONG}`, 'NOT_A_PUSH'],
    ['that are an attribute', `{"message":{"attributes":{"data":"${LONG}"}}}`, 'NO_DATA'],
    [
      'with a sign that is no digit',
      `{"message":{"data":"${LONG.slice(0, 9)}*${LONG.slice(10)}"}}`,
      'BAD_BASE64',
    ],
    ['with padding in the middle', `{"message":{"data":"QQ==${LONG}"}}`, 'BAD_BASE64'],
  ])('are refused %s', (_where, json, code) => {
    expect(parsed(json)).toBe(code);
    expect(opened(json)).toBe(code);
  });
});

const seed = randomInt(2 ** 32);

test(`any envelope is what it is when all of it is parsed, SEED=${seed}`, () => {
  const random = new Random(seed);
  const space = () => random.pick(['', '', '', ' ', '\n\t']);
  const pool = random.bytes(3 * LONG_CHARS);
  const text = (): string => {
    const length = random.oneIn(3) ? random.below(50) : LONG_CHARS + random.below(LONG_CHARS);
    const start = random.below(LONG_CHARS);
    const bytes = pool.subarray(start, start + length);
    const base64 = bytes.toString(random.oneIn(4) ? 'base64url' : 'base64');
    if (random.oneIn(2)) return base64;
    const at = random.below(base64.length + 1);
    const odd = random.pick([
      '\\n',
      '\\u0041',
      '\\"',
      '*',
      '=',
      'é',
      ' ',
      '"',
      '\\',
      '\u0001',
      'A',
    ]);
    return `${base64.slice(0, at)}${odd}${base64.slice(at + random.below(2))}`;
  };
  const name = () => random.pick(['data', 'data', 'data', 'a\\"data', 'd\\u0061ta', 'x']);
  const field = (value: string) => `${space()}"${name()}"${space()}:${space()}${value}${space()}`;
  const object = (...fields: string[]) => `{${fields.join(',')}}`;
  const fields = () =>
    Array.from({ length: random.below(4) }, () => field(random.oneIn(8) ? '{}' : `"${text()}"`));
  const outcomes = new Set<string>();
  for (let round = 0; round < 2000; round++) {
    const attributes = `"attributes":${object(...fields())}`;
    const message = `"message":${object(...fields(), ...(random.oneIn(2) ? [attributes] : []), ...fields())}`;
    const whole = object(...(random.oneIn(8) ? fields() : []), message);
    const json = random.oneIn(16) ? whole.slice(0, random.below(whole.length)) : whole;
    const plain = parsed(json);
    const own = opened(json);
    outcomes.add(typeof plain === 'string' ? plain : 'data');
    if (!isSame(own, plain)) {
      throw new Error(
        `${inspect(own)}, not ${inspect(plain)}: ${json.length} characters, ${json.slice(0, 1000)}`,
      );
    }
  }
  expect([...outcomes].sort()).toEqual(['BAD_BASE64', 'NOT_A_PUSH', 'NO_DATA', 'data']);
});
