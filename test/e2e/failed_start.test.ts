import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { TestStore } from '../cli/store.js';
import { temporaryFolder } from './function.js';
import { BIN } from './namespaces.js';
import { ended } from './processes.js';

/** A start that fails leaves behind what it has found, and no empty store. */

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

/** What fails after the settings were read. */
const LATE: [why: string, env: NodeJS.ProcessEnv, says: string][] = [
  ['the port is taken meanwhile', { PORT_TAKEN_LATE: '1' }, 'is in use'],
  ['COORDINATOR_HOST has no port', { COORDINATOR_HOST: 'localhost:99999' }, 'COORDINATOR_HOST'],
];

describe.each(['serve', 'start'])('%s that fails', (command) => {
  test.each(LATE)('because %s leaves no store behind', async (_why, env, says) => {
    const dir = join(folder.path, 'none', 'deep');
    expect(await failedStart(command, { DATA_DIR: dir, ...env })).toContain(says);
    expect(existsSync(join(folder.path, 'none'))).toBe(false);
  });

  test('leaves a folder and files that were there before', async () => {
    const dir = join(folder.path, `files-${command}`);
    mkdirSync(dir);
    writeFileSync(join(dir, 'notes'), 'mine');
    await failedStart(command, { DATA_DIR: dir, PORT_TAKEN_LATE: '1' });
    expect(readdirSync(dir)).toEqual(['notes']);
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
