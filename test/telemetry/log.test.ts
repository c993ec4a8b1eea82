import { stripVTControlCharacters } from 'node:util';
import { printable, printableLines } from '../../src/common/printable.js';
import { JsonLog } from '../../src/telemetry/log.js';
import type { Severity } from '../../src/telemetry/log_line.js';

function linesOf(level: Severity, write: (log: JsonLog) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(new JsonLog(level, { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('a log line', () => {
  test.each([
    ['debug', 'DEBUG'],
    ['info', 'INFO'],
    ['warning', 'WARNING'],
    ['error', 'ERROR'],
  ] as const)('of %s has severity %s, message, time and fields', (severity, shown) => {
    const [line, ...rest] = linesOf('debug', (log) => {
      log.write(severity, 'what happened', { code: 'BAD_FRAME', count: 3 });
    });
    expect(rest).toEqual([]);
    expect(line).toEqual({
      severity: shown,
      message: 'what happened',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      code: 'BAD_FRAME',
      count: 3,
    });
  });

  test('has its control characters escaped, and parses to the original fields', () => {
    const evil = '\u001b]0;owned\u0007\n\u202e\u009b2J\0';
    let text = '';
    new JsonLog('info', { write: (line) => void (text += line) }).write('info', evil, {
      name: evil,
    });
    expect(text.trimEnd()).toBe(printable(text.trimEnd()));
    expect(JSON.parse(text)).toMatchObject({ message: evil, name: evil });
  });

  test('has its control characters escaped in readable form, too', () => {
    const evil = '\u001b]0;owned\u0007\n\u202e\u009b2J\0';
    let text = '';
    const log = new JsonLog('info', { write: (line) => void (text += line) }, true);
    log.write('warning', `a ${evil}`, { path: evil, list: [evil] });
    // Its own colours are all that is left.
    const plain = stripVTControlCharacters(text);
    expect(plain).toBe(printableLines(plain));
    expect(plain).toMatch(/^\[.*\] WARNING: a \\u001b\]0;owned\\u0007\\u000a/);
    expect(plain.split('\n')).toHaveLength(6);
  });

  test('is prepared only if its level is written', () => {
    const log = new JsonLog('warning');
    expect(
      (['debug', 'info', 'warning', 'error'] as const).filter((one) => log.writes(one)),
    ).toEqual(['warning', 'error']);
  });

  test('below the level is not written', () => {
    const lines = linesOf('warning', (log) => {
      for (const severity of ['debug', 'info', 'warning', 'error'] as const) {
        log.write(severity, severity, {});
      }
    });
    expect(lines.map(({ message }) => message)).toEqual(['warning', 'error']);
  });
});
