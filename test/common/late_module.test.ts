import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lateModule } from '../../src/common/late_module.js';
import { CollectorError } from '../../src/errors.js';

const SRC = join(__dirname, '../../../src');

function emfile(): Error {
  return Object.assign(new Error('EMFILE: open /secret/place'), { code: 'EMFILE' });
}

describe('a late module', () => {
  test('is loaded by the first call, once', () => {
    const load = jest.fn(() => ({ answer: 42 }));
    const late = lateModule(load, 'the answer');
    expect(late.loaded).toBeUndefined();
    expect(load).not.toHaveBeenCalled();
    expect(late.get()).toBe(late.get());
    expect(late.loaded).toEqual({ answer: 42 });
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('that fails to load: a retryable error without a path, reported once, and a later call loads it', () => {
    let failures = 3;
    const load = () => {
      if (failures-- > 0) throw emfile();
      return 'loaded';
    };
    const errors: CollectorError[] = [];
    const late = lateModule(load, 'the part', (error) => errors.push(error));
    for (let call = 0; call < 3; call++) expect(() => late.get()).toThrow(CollectorError);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ code: 'MODULE_FAILED', retryable: true });
    expect(errors[0]!.message).toMatch(/^the part cannot be loaded: EMFILE; /);
    expect(late.loaded).toBeUndefined();
    expect(late.get()).toBe('loaded');
  });

  test.each([[new TypeError('x')], ['text'], [undefined], [null]])(
    'that throws %p: the same error',
    (thrown: unknown) => {
      const load = jest.fn(() => {
        throw thrown as Error;
      });
      expect(() => lateModule(load, 'the part').get()).toThrow('the part cannot be loaded: ');
    },
  );
});

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
