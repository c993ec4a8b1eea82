import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { folderOfSuite } from '../e2e/function.js';

const MAIN = resolve(__dirname, 'main.js');
const BUTLER = resolve(__dirname, '../../../test/golden/data/butler.jsonl.gz');

/** What the reference makes of an empty message. */
const EMPTY = {
  name: 'an empty message',
  message: '',
  expect: { outcome: 'success', calls: [], rows: [], canonical: false },
};

describe('npm run vectors', () => {
  const dir = folderOfSuite();

  function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });
  }

  function file(name: string, content: string | Uint8Array): string {
    const path = join(dir, name);
    writeFileSync(path, content);
    return path;
  }

  test('exits with 0 where every line of every file passes, and names the departures', () => {
    const one = file('one.jsonl', `${JSON.stringify(EMPTY)}\n`);
    const { status, stdout } = run(BUTLER, one, '--storage', 'lmdb');
    expect(stdout).toMatch(/^departure {2}7, .*: 1 lines$/m);
    expect(stdout).toMatch(/\n12 passed, 0 failed\n$/);
    expect(status).toBe(0);
  });

  test('exits with 1 if a line fails, and names the line', () => {
    const wrong = { ...EMPTY, expect: { ...EMPTY.expect, outcome: 'failure' } };
    const lines = [wrong, EMPTY, { other: 1 }].map((line) => JSON.stringify(line));
    const failing = file('failing.jsonl.gz', gzipSync([...lines, 'no JSON'].join('\n')));
    const { status, stdout } = run(failing);
    expect(stdout).toContain('an empty message: the model differs: outcome');
    expect(stdout).toContain(`${failing}:3: no kind of golden line that we know`);
    expect(stdout).toContain(`${failing}:4: crashed: SyntaxError`);
    expect(stdout).toMatch(/\n1 passed, 3 failed\n$/);
    expect(status).toBe(1);
  });

  test('exits with 1 where there is no line', () => {
    const { status, stdout } = run(file('empty.jsonl', ''));
    expect(stdout).toMatch(/\n0 passed, 0 failed\n$/);
    expect(status).toBe(1);
  });

  test('exits with 2 for wrong usage, and where a file cannot be read', () => {
    expect(run()).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('FILE...') as string,
    });
    expect(run(BUTLER, '--storage', 'nowhere').status).toBe(2);
    expect(run(BUTLER, '--what').status).toBe(2);
    expect(run(join(dir, 'missing.jsonl'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('ENOENT') as string,
    });
    expect(run(file('broken.jsonl.gz', 'not gzip')).status).toBe(2);
  });

  test('prints its usage', () => {
    const { status, stdout } = run('--help');
    expect(stdout).toContain('npm run vectors -- FILE...');
    expect(status).toBe(0);
  });
});
