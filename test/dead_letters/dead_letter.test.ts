import type { EntryResult } from '../../src/collector/entry_result.js';
import type { RefusedResult } from '../../src/collector/result.js';
import { type ErrorCode, ERRORS } from '../../src/common/errors.js';
import { toDeadLetter } from '../../src/dead_letters/dead_letter.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const ORIGIN = {
  messageId: '17',
  publishTime: '2026-01-02T03:04:00Z',
  subscription: 'projects/p/subscriptions/s',
};
const NOBODY = { messageId: undefined, publishTime: undefined, subscription: undefined };
const bytes = Buffer.from([0, 0xff, 0x80]);
const why = { code: 'BAD_LOG', message: 'a log does not match the stream type' } as const;

function refused(path: string | undefined): EntryResult {
  return { path, outcome: 'refused', reason: why, logs: 1 };
}

function refusedAsWhole(code: ErrorCode, message: string = ERRORS[code].text): RefusedResult {
  return { outcome: 'refused', reason: { code, message }, entries: [] };
}

test('a dead letter of a message that was refused as a whole says why, and where it came from', () => {
  const result = refusedAsWhole('BAD_FRAME', 'not two frames');
  expect(toDeadLetter({ bytes }, ORIGIN, result, NOW)).toEqual({
    data: bytes,
    attributes: {
      'logdog-code': 'BAD_FRAME',
      'logdog-reason': 'not two frames',
      'logdog-message-id': '17',
      'logdog-publish-time': '2026-01-02T03:04:00Z',
      'logdog-subscription': 'projects/p/subscriptions/s',
      'logdog-refused-at': '2026-01-02T03:04:05.678Z',
    },
  });
});

test('a dead letter of which some entries were refused says which', () => {
  const stored: EntryResult = { path: 'a/+/good', outcome: 'stored', logs: 1 };
  const entries = [stored, refused('a/+/b'), refused(undefined), refused('a/+/c')];
  const facts = { project: 'p', prefix: 'a', entries };
  const result = { outcome: 'partly refused', reason: why, ...facts } as const;
  expect(toDeadLetter({ bytes }, NOBODY, result, NOW).attributes).toEqual({
    'logdog-code': 'BAD_LOG',
    'logdog-reason': why.message,
    'logdog-refused': '3',
    'logdog-entries': '4',
    'logdog-project': 'p',
    'logdog-prefix': 'a',
    'logdog-streams': 'a/+/b a/+/c',
    'logdog-refused-at': NOW.toISOString(),
  });
});

test.each([
  ['a text that is not base64', 'not base64 é', 'text', 'not base64 é'],
  ['an empty text', '', 'text', ''],
  ['half a surrogate pair', 'a\ud800', 'json', '"a\\ud800"'],
  ['a number', 7, 'json', '7'],
  ['true', true, 'json', 'true'],
  ['an object', { a: [1] }, 'json', '{"a":[1]}'],
  ['nothing', undefined, 'json', ''],
  ['null', null, 'json', 'null'],
])(
  'a dead letter of a push with %s for data has what stood there',
  (_name, instead, form, data) => {
    const deadLetter = toDeadLetter({ instead }, ORIGIN, refusedAsWhole('BAD_BASE64'), NOW);
    expect(Buffer.from(deadLetter.data).toString()).toBe(data);
    expect(deadLetter.attributes).toMatchObject({
      'logdog-form': form,
      'logdog-code': 'BAD_BASE64',
    });
  },
);

test('a dead letter of no bytes has none, and no form', () => {
  const bytes = Buffer.alloc(0);
  const deadLetter = toDeadLetter({ bytes }, ORIGIN, refusedAsWhole('NO_DATA'), NOW);
  expect(deadLetter.data).toHaveLength(0);
  expect(deadLetter.attributes).not.toHaveProperty('logdog-form');
});

test('the attributes of a dead letter have at most Pub/Sub’s length, whole characters, and are printable', () => {
  const entries = Array.from({ length: 1000 }, (_, at) => refused(`a/+/stream-${at}`));
  const prefix = 'é€😀'.repeat(1000);
  const reason = { code: 'BAD_PREFIX', message: '\u001b[31m\n' } as const;
  const result = { outcome: 'refused', reason, project: 'p', prefix, entries } as const;
  const { attributes } = toDeadLetter({ bytes }, ORIGIN, result, NOW);
  for (const [name, value] of Object.entries(attributes)) {
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(256);
    expect(Buffer.byteLength(value)).toBeLessThanOrEqual(1024);
  }
  expect(attributes['logdog-prefix']).toMatch(/^(é€😀)+[é€]{0,2}\ufffd?$/u);
  expect(attributes['logdog-streams']).toMatch(/^a\/\+\/stream-0( a\/\+\/stream-\d+)+$/);
  expect(attributes['logdog-reason']).toBe('\\u001b[31m\\u000a');
});
