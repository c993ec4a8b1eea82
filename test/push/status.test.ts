import { type ErrorCode, ERRORS } from '../../src/common/errors.js';
import { answerPush } from '../../src/push/answer.js';
import { MAX_REPORTED } from '../../src/push/limits.js';
import { statusOf } from '../../src/push/status.js';
import type { EntryResult } from '../../src/collector/entry_result.js';
import { errorResult } from '../../src/collector/result.js';
import { CollectorError } from '../../src/common/errors.js';

const OWN: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_A_PUSH: 400,
  METHOD_NOT_ALLOWED: 405,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_ENCODING: 415,
  TOO_MUCH_IN_FLIGHT: 429,
  INTERNAL: 500,
};

const codes = Object.keys(ERRORS) as ErrorCode[];

describe('the status of a push', () => {
  test.each(codes.filter((code) => !ERRORS[code].retryable))('acks bad input: %s', (code) => {
    expect(statusOf(errorResult(new CollectorError(code)))).toBe(200);
  });

  test.each(codes.filter((code) => ERRORS[code].retryable))(
    'brings a message again: %s',
    (code) => {
      expect(statusOf(errorResult(new CollectorError(code)))).toBe(OWN[code] ?? 503);
    },
  );

  const stored = { path: 'a/+/b', outcome: 'stored', logs: 3 } as const;
  const why = { code: 'BAD_LOG', message: 'a log does not match the stream type' } as const;
  const refused: EntryResult = { path: 'a/+/c', outcome: 'refused', reason: why, logs: 2 };
  const junk = { path: undefined, outcome: 'junk', logs: 0 } as const;
  const archived = { path: 'a/+/d', outcome: 'archived', logs: 1 } as const;

  test('is 204, and nothing else, when all is stored or there was nothing to do', () => {
    for (const entries of [[], [stored], [stored, junk, archived]]) {
      const result = { outcome: 'done', project: 'p', prefix: 'a', entries } as const;
      expect(answerPush(result)).toEqual({ status: 204 });
    }
  });

  test('is 200 with a report of the entries that were refused', () => {
    const entries = [stored, refused, junk, stored];
    const facts = { project: 'p', prefix: 'a', entries };
    expect(answerPush({ outcome: 'partly refused', reason: why, ...facts })).toEqual({
      status: 200,
      body: {
        project: 'p',
        prefix: 'a',
        entries: { stored: 2, refused: 1, junk: 1 },
        refused: [{ path: 'a/+/c', ...why, logs: 2 }],
      },
    });
  });

  test('is 200 with the reason where the whole message was refused', () => {
    const answer = { status: 200, body: { code: 'BAD_FRAME', message: 'broken' } };
    expect(answerPush(errorResult(new CollectorError('BAD_FRAME', 'broken')))).toEqual(answer);
  });

  test('is 503 with code and message where a backend failed', () => {
    const error = new CollectorError('STORAGE_FAILED', 'the disk is full');
    const body = { code: 'STORAGE_FAILED', message: 'the disk is full' };
    expect(answerPush(errorResult(error))).toEqual({ status: 503, body });
  });

  test('lists a bounded number of refused entries, and says how many there are more', () => {
    const entries = new Array<EntryResult>(MAX_REPORTED + 5).fill(refused);
    const { body } = answerPush({ outcome: 'partly refused', reason: why, entries });
    expect(body).toMatchObject({ entries: { refused: MAX_REPORTED + 5 }, more: 5 });
    expect((body as { refused: object[] }).refused).toHaveLength(MAX_REPORTED);
  });
});
