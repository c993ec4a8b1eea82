import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SRC = join(__dirname, '../../../src');

describe('the sources', () => {
  /** Its modules are loaded at the start, one for each command. */
  const COMMANDS = 'cli/commands.ts';
  /** The client of Bigtable is loaded when the storage is opened, at the start. */
  const BIGTABLE = 'storage/bigtable/';
  const names = (readdirSync(SRC, { recursive: true }) as string[]).filter(
    (name) => name.endsWith('.ts') && !name.startsWith('proto/gen/') && !name.startsWith(BIGTABLE),
  );
  const sources = names.map((name) => [name, readFileSync(join(SRC, name), 'utf8')] as const);

  test('load nothing by import(), which remembers a failure, nor by a helper of their own', () => {
    const found = sources.filter(([, text]) =>
      /\bcreateRequire\b|(?<!typeof )(?<!`)\bimport\(/.test(text),
    );
    expect(found.map(([name]) => name)).toEqual([]);
  });

  test('require modules through lateModule alone', () => {
    const users = sources.filter(
      ([name, text]) => name !== COMMANDS && /(?<!`)\brequire\(/.test(text),
    );
    expect(users.length).toBeGreaterThan(5);
    for (const [name, text] of users)
      expect([name, text]).toEqual([name, expect.stringContaining('lateModule(')]);
  });
});
