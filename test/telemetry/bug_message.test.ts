import { describeBug } from '../../src/telemetry/stack_trace.js';

/** What a log holds, as text that code may choke on. */
const CONTENT = 'open sesame';
const given: Record<string, unknown> = { text: CONTENT, size: 4_111_111_111, none: undefined };

function thrownBy(body: () => unknown): Error {
  try {
    body();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

const headOf = (body: () => unknown) => describeBug(thrownBy(body)).split('\n')[0];
const none = given.none as Record<string, Record<string, () => void>>;

describe('the message of a bug is logged', () => {
  test.each<[string, () => unknown]>([
    ["TypeError: Cannot read properties of undefined (reading 'entries')", () => none.entries],
    [
      "TypeError: Cannot set properties of undefined (setting 'entries')",
      () => (none.entries = {}),
    ],
    ['TypeError: given.missing is not a function', () => (given.missing as () => number)()],
    [
      'TypeError: given is not iterable',
      () => {
        const [one] = given as unknown as [number];
        return one;
      },
    ],
    ['RangeError: Invalid array length', () => new Array<number>(-1)],
    ['RangeError: Invalid typed array length: -1', () => new Uint8Array(-1)],
    ['RangeError: Invalid time value', () => new Date(NaN).toISOString()],
    ['TypeError: Cannot convert undefined or null to object', () => Object.keys(none)],
    [
      'TypeError: Reduce of empty array with no initial value',
      () => ([] as number[]).reduce((a, b) => a + b),
    ],
    [
      'TypeError: Cannot mix BigInt and other types, use explicit conversions',
      () => 1n * (1 as never),
    ],
    ['RangeError: Division by zero', () => 1n / 0n],
    [
      'Error: the batch was settled twice',
      () => {
        throw new Error('the batch was settled twice');
      },
    ],
  ])('whole: %s', (head, body) => {
    expect(headOf(body)).toBe(head);
  });
});

describe('the message of a bug is left out', () => {
  test.each<[string, string, () => unknown]>([
    ['JSON that is broken', 'SyntaxError', () => JSON.parse(CONTENT) as unknown],
    ['a number that is quoted', 'RangeError', () => BigInt(0.5 + (given.size as number))],
    ['text that is no number', 'SyntaxError', () => BigInt(given.text as string)],
    ['an argument of Node', 'TypeError', () => Buffer.from(given.size as never)],
    ['a size of Node', 'RangeError', () => Buffer.alloc(8).writeUInt8(given.size as number)],
    ['a regular expression', 'SyntaxError', () => new RegExp(`(${CONTENT}`)],
    ['an address', 'TypeError', () => new URL(CONTENT)],
    ['a key that is content', 'TypeError', () => none[['xyzzy', 'plugh'].join('')]],
    [
      'a template',
      'Error',
      () => {
        throw new Error(`bad value ${CONTENT}`);
      },
    ],
    [
      'lines that look like frames',
      'Error',
      () => {
        throw new Error(`bad\n    at ${CONTENT} (/x.js:1:1)`);
      },
    ],
    [
      'one word',
      'Error',
      () => {
        throw new Error('given');
      },
    ],
  ])('where it could quote %s', (_what, head, body) => {
    const text = describeBug(thrownBy(body));
    expect(text.split('\n')[0]).toBe(head);
    expect(text).not.toMatch(/open sesame|4_?111|xyzzy.?plugh/);
    expect(text).toMatch(/\n\s+at .*bug_message\.test/);
  });
});
