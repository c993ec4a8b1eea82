import { PinoLog, type Severity } from '../../src/telemetry/log.js';

function linesOf(level: Severity, write: (log: PinoLog) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(new PinoLog(level, { write: (line) => void lines.push(line) }));
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

  test('below the level is not written', () => {
    const lines = linesOf('warning', (log) => {
      for (const severity of ['debug', 'info', 'warning', 'error'] as const) {
        log.write(severity, severity, {});
      }
    });
    expect(lines.map(({ message }) => message)).toEqual(['warning', 'error']);
  });
});
