import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { buildMessage, serializedLogs } from '../../src/testing/message.js';
import {
  folderOfSuite,
  functionOfSuite,
  FunctionProcess,
  LAUNCHERS,
  runToEnd,
  wrap,
} from './function.js';
import { halfPush } from './half_push.js';
import { readStored } from './stored.js';

const STREAM = { name: 'late', logs: ['one', 'two'] };
const BODY = wrap(buildMessage({ streams: [STREAM] }));

/** The one line that a start leaves which fails: where nobody sits at a terminal, one of the log. */
function onlyLine(output: string): Record<string, unknown> {
  return JSON.parse(output) as Record<string, unknown>;
}

describe.each(LAUNCHERS)('the function, started by %s,', (launcher) => {
  const folder = folderOfSuite();

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'ends in order at %s: answers what is under way, brings the rest again, exits with 0',
    async (signal) => {
      const collect = await FunctionProcess.start(launcher, folder);
      const half = await halfPush(collect.port, BODY);
      const answered = once(half, 'response') as Promise<[IncomingMessage]>;
      const ended = collect.end(signal);
      await collect.until(async () => (await collect.send(BODY)).status === 503);
      expect((await collect.send(BODY)).text).toMatch(/^{"code":"SHUTTING_DOWN",/);
      half.end(BODY.subarray(10));
      expect((await answered)[0].statusCode).toBe(204);
      expect(await ended).toBe(0);
      const logs = await readStored(folder, (stored) =>
        stored.logs('test-project', 'test/prefix/+/late'),
      );
      expect(logs).toEqual(serializedLogs(STREAM));
      expect(collect.output).not.toMatch(/error|at .*\.js/i);
    },
  );

  test('does not start with settings that make no sense, and says what is wrong with each', async () => {
    const env = {
      DATA_DIR: folder,
      MAX_STREAMS: 'many',
      PUSH_AUDIENCE: 'nobody',
    };
    const { code, output } = await runToEnd(launcher, env);
    expect(code).toBe(1);
    const { severity, code: why, message } = onlyLine(output);
    expect([severity, why]).toEqual(['ERROR', 'BAD_SETTINGS']);
    expect(message).toContain('MAX_STREAMS is "many": it must be a whole number');
    expect(message).toContain('PUSH_AUDIENCE is set, but without PUSH_AUTH=token');
  });

  test('does not start where a deployed function would lose its data', async () => {
    const { code, output } = await runToEnd(launcher, { K_SERVICE: 'collect' });
    expect(code).toBe(1);
    expect(onlyLine(output).message).toContain('BIGTABLE_PROJECT is not set: a deployed function');
  });

  test('does not start where the store cannot be opened', async () => {
    const { code, output } = await runToEnd(launcher, { DATA_DIR: '/dev/null/store' });
    expect(code).toBe(1);
    const { code: why, message } = onlyLine(output);
    expect(why).toBe('BAD_SETTINGS');
    expect(message).toContain('DATA_DIR: the directory /dev/null/store cannot be used');
  });
});

describe.each(['start', 'serve'] as const)('logdog-collector %s', (launcher) => {
  const { collect, dir } = functionOfSuite(launcher);

  test('says where it listens and where the data is', () => {
    const line = `listening on http://127.0.0.1:${collect().port}/, data in ${dir}\n`;
    expect(collect().output).toContain(line);
  });

  test('does not start on a port that is taken, and says so', async () => {
    const env = { DATA_DIR: dir, PORT: String(collect().port) };
    const { code, output } = await runToEnd(launcher, env);
    expect(code).toBe(1);
    const { severity, message } = onlyLine(output);
    expect(severity).toBe('ERROR');
    expect(message).toMatch(/^the function cannot start: port \d+ of 127\.0\.0\.1 is in use: /);
  });
});
