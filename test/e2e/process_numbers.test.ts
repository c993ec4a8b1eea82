import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../../src/cli/child_function.js';
import { openLocal } from '../../src/local/local.js';
import { buildMessage } from '../../src/testing/message.js';
import { endOf } from './ending.js';
import { FunctionProcess, temporaryFolder } from './function.js';
import { namespaceTest, spawnApart } from './namespaces.js';

const MESSAGE = buildMessage({ streams: [{ name: 'out', logs: ['one'] }] });
const PATH = 'test-project/test/prefix/+/out';
const APART = ['-p', '-f', '--mount-proc', '--kill-child'];
const WHY = 'another process with the number 1 has it open';

let folder: ReturnType<typeof temporaryFolder>;
let dir: string;
const children: ChildProcess[] = [];
let collect: FunctionProcess | undefined;

beforeEach(() => {
  folder = temporaryFolder();
  dir = join(folder.path, 'data');
});

afterEach(async () => {
  await collect?.end('SIGKILL');
  for (const child of children.splice(0)) child.kill('SIGKILL');
  folder.remove();
});

function run(...args: readonly string[]): ChildProcess {
  const child = spawnApart(APART, '', args, { DATA_DIR: dir });
  children.push(child);
  return child;
}

async function serve(): Promise<FunctionProcess> {
  const port = await freePort();
  const child = spawnApart(APART, '', ['serve'], { PORT: String(port), DATA_DIR: dir });
  collect = await FunctionProcess.of(child, port);
  return collect;
}

describe('two containers on one volume, each with a process 1:', () => {
  namespaceTest(
    'a reader beside the function: each command says what to do, and exits with 1',
    async () => {
      const function_ = await serve();
      expect((await function_.push(MESSAGE)).status).toBe(204);
      for (const args of [
        ['ls'],
        ['cat', PATH],
        ['tail', PATH],
        ['refused', 'ls'],
        ['expunge', PATH],
      ]) {
        const { code, err } = await endOf(run(...args));
        expect([code, err]).toEqual([1, expect.stringContaining(WHY)]);
        expect(err).not.toMatch(/ at .*js/);
      }
      expect((await function_.push(MESSAGE)).status).toBe(204);
      expect(function_.output).not.toMatch(/error/i);
    },
  );

  namespaceTest(
    'the function beside a reader: pushes are answered 503 until that has ended',
    async () => {
      await openLocal(dir).close();
      const tail = run('tail', '-f', PATH);
      // It has the store open when it says what it waits for.
      await once(tail.stderr!, 'data');
      const function_ = await serve();
      await function_.until(async () => {
        const { status, text } = await function_.push(MESSAGE);
        return status === 503 && text.includes(WHY);
      });
      expect((await function_.send(new Uint8Array(0), {}, 'GET', '/ready')).status).toBe(503);
      tail.kill('SIGKILL');
      await function_.until(async () => (await function_.push(MESSAGE)).status === 204);
      expect((await function_.send(new Uint8Array(0), {}, 'GET', '/ready')).status).toBe(200);
      expect(function_.output).not.toMatch(/a bug|TypeError| at .*js/);
    },
  );
});
