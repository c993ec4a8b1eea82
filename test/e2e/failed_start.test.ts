import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { TestStore } from '../cli/store.js';
import { temporaryFolder } from './function.js';
import { BIN } from './namespaces.js';
import { ended } from './processes.js';

/** A start that fails leaves behind what it has found, and an empty store only where it fails after it has made one. */

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

const PRELOAD = `--require ${join(__dirname, 'failed_start_preload.js')}`;

/** Starts the function where that fails. @param cwd default: this one */
async function failedStart(command: string, env: NodeJS.ProcessEnv, cwd?: string): Promise<string> {
  const settings = { PATH: process.env.PATH, PORT: '0', NODE_OPTIONS: PRELOAD, ...env };
  const args = [BIN, command];
  const child =
    cwd === undefined
      ? spawn(process.execPath, args, { env: settings })
      : spawn(
          'sh',
          [
            '-c',
            'cd "$1" && rmdir "$1" && shift && exec "$@"',
            'sh',
            cwd,
            process.execPath,
            ...args,
          ],
          { env: settings },
        );
  const { code, err } = await ended(child);
  expect(code).toBe(1);
  return err;
}

describe.each(['serve', 'start'])('%s that fails', (command) => {
  test('because COORDINATOR_HOST has no port leaves no store behind', async () => {
    const env = {
      DATA_DIR: join(folder.path, 'none', 'deep'),
      COORDINATOR_HOST: 'localhost:99999',
    };
    expect(await failedStart(command, env)).toContain('COORDINATOR_HOST');
    expect(existsSync(join(folder.path, 'none'))).toBe(false);
  });

  test('because the port is taken after it was checked leaves the store: another process may have opened it', async () => {
    const dir = join(folder.path, `late-${command}`);
    expect(await failedStart(command, { DATA_DIR: dir, PORT_TAKEN_LATE: '1' })).toContain(
      'is in use',
    );
    expect(readdirSync(dir)).toContain('data.mdb');
  });

  test('leaves a store that was there before as it was', async () => {
    const dir = join(folder.path, `store-${command}`);
    const path = 'demo/me/1/+/out';
    const store = new TestStore(dir);
    await store.register(path, 0n);
    await store.put(path, 0, 'zero');
    await store.close();
    const before = readdirSync(dir);
    await failedStart(command, { DATA_DIR: dir, PORT_TAKEN_LATE: '1' });
    expect(readdirSync(dir)).toEqual(before);
    const { out } = await ended(
      spawn(process.execPath, [BIN, 'cat', path], { env: { DATA_DIR: dir } }),
    );
    expect(out.toString()).toBe('zero\n');
  });
});

test('start in a folder that was removed fails, says so, and leaves no store behind', async () => {
  const cwd = join(folder.path, 'gone');
  mkdirSync(cwd);
  const dir = join(folder.path, 'absolute');
  const err = await failedStart('start', { DATA_DIR: dir }, cwd);
  expect(err).toContain('the current folder is not there any more: change to another one');
  expect(existsSync(dir)).toBe(false);
});
