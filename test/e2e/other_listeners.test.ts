import { join } from 'node:path';
import { FunctionProcess, LAUNCHERS, temporaryFolder } from './function.js';

test.each(LAUNCHERS)(
  'listeners that a library adds for signals and the exit stay, and are called, under %s',
  async (launcher) => {
    const folder = temporaryFolder();
    const collect = await FunctionProcess.start(launcher, folder.path, {
      NODE_OPTIONS: `--require ${join(__dirname, 'other_listeners.js')}`,
    });
    collect.signal('SIGUSR2');
    await collect.until(() => Promise.resolve(collect.output.includes('late listener: added')));
    expect(await collect.end('SIGTERM')).toBe(0);
    const called = collect.output.match(/^\w+ listener: (SIGTERM|exit)$/gm);
    expect(called?.sort()).toEqual(
      ['early', 'late'].flatMap((when) => [`${when} listener: SIGTERM`, `${when} listener: exit`]),
    );
    folder.remove();
  },
);
