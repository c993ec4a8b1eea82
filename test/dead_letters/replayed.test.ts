import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src/cli/commands.js';
import { openLocal } from '../../src/local/local.js';
import { FakeFunction } from '../cli/butler/fake_function.js';
import { testIo } from '../cli/io.js';

test('the same bytes in each form are kept apart, and replayed as they came', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'logdog-'));
  const local = openLocal(folder);
  const { signal } = new AbortController();
  const data = Buffer.from('1234');
  for (const form of [undefined, 'text', 'json', 'text']) {
    const attributes = { 'logdog-code': 'BAD_FRAME', ...(form && { 'logdog-form': form }) };
    await local.deadLetters.put({ data, attributes }, signal);
  }
  await local.close();
  const fake = await FakeFunction.start();
  const io = testIo({ env: { DATA_DIR: folder } });
  expect(await runCli(['refused', 'replay', '--url', fake.url.href], io)).toBe(0);
  const replayed = fake.pushes.map(({ envelope }) => envelope.message.data as unknown);
  await fake.stop();
  rmSync(folder, { recursive: true, force: true });
  expect(replayed).toHaveLength(3);
  expect(new Set(replayed)).toEqual(new Set(['MTIzNA==', '1234', 1234]));
});
