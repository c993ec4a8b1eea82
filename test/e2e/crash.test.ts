import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { buildMessage } from '../../src/testing/message.js';
import { expectNoCanary } from './canary.js';
import { FunctionProcess, LAUNCHERS, temporaryFolder, wrap } from './function.js';
import { halfPush } from './half_push.js';

const BODY = wrap(buildMessage({ streams: [{ name: 'out', logs: ['one'] }] }));
const CASES = LAUNCHERS.flatMap((launcher) =>
  ['rejection', 'exception'].map((kind) => [kind, launcher] as const),
);

test.each(CASES)(
  'an uncaught %s under %s is logged once, brings back what is under way, and ends the process',
  async (kind, launcher) => {
    const folder = temporaryFolder();
    const collect = await FunctionProcess.start(launcher, folder.path, {
      NODE_OPTIONS: `--require ${join(__dirname, 'crash_on_signal.js')}`,
      CRASH: kind,
    });
    const half = await halfPush(collect.port, BODY);
    const answered = once(half, 'response') as Promise<[IncomingMessage]>;
    const ended = collect.end('SIGUSR2');
    const [answer] = await answered;
    expect(answer.statusCode).toBe(503);
    expect(await text(answer)).toMatch(/^{"code":"SHUTTING_DOWN",/);
    half.destroy();
    expect(await ended).toBe(1);
    expect(collect.output.match(/RangeError/g)).toHaveLength(1);
    expect(collect.output).toMatch(/"severity":"ERROR".*RangeError.*crash_on_signal/);
    expectNoCanary(collect.output);
    folder.remove();
  },
);
