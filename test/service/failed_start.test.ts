import { Writable } from 'node:stream';
import { CollectorError } from '../../src/common/errors.js';
import { reportFailedStart } from '../../src/service/process.js';

const BAD = new CollectorError('BAD_SETTINGS', 'the settings are not valid:\n  PORT\n  \u001b[2J');

function told(thrown: unknown, isTTY: boolean): string {
  let text = '';
  const write = (chunk: Buffer, _encoding: string, done: () => void) => {
    text += chunk.toString();
    done();
  };
  reportFailedStart(thrown, Object.assign(new Writable({ write }), { isTTY }));
  return text;
}

describe('a start that fails', () => {
  test('is one line of the log, with all problems', () => {
    const text = told(BAD, false);
    expect(text.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(text)).toMatchObject({
      severity: 'ERROR',
      code: 'BAD_SETTINGS',
      message: `the function cannot start: ${BAD.message}`,
    });
    expect(text).not.toContain('\u001b');
  });

  test('is told to a person as it stands, and does nothing to the terminal', () => {
    const text = told(BAD, true);
    expect(text).toMatch(/^the function cannot start: the settings are not valid:\n {2}PORT\n/);
    expect(text).not.toContain('\u001b');
  });

  test('for a bug tells where it is', () => {
    expect(JSON.parse(told(new TypeError('x'), false))).toMatchObject({
      severity: 'ERROR',
      code: 'INTERNAL',
      stack_trace: expect.stringMatching(/^TypeError\n\s+at .*failed_start/) as string,
    });
    expect(told(new TypeError('x'), true)).toContain('failed_start.test');
  });
});
