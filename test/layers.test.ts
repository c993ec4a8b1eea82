import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  configImports,
  environmentReaders,
  importCycles,
  type Imports,
  importsOf,
  readSources,
  upwardImports,
} from './layers.js';

const SRC = join(__dirname, '../../src');
const sources = readSources(SRC);
const imports = importsOf(sources);

/** The sources with one import more. */
function planted(from: string, to: string): Imports {
  return new Map([...imports, [from, [...imports.get(from)!, to]]]);
}

describe('layers of the sources', () => {
  test('the top of src holds index.ts and folders alone', () => {
    const files = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map(({ name }) => name)).toEqual(['index.ts']);
  });

  test('no import points from a lower layer to a higher one', () => {
    expect(imports.size).toBeGreaterThan(200);
    expect(upwardImports(imports)).toEqual([]);
  });

  test('no module below service/ imports the settings', () => {
    expect(configImports(imports)).toEqual([]);
  });

  test('no module below service/ reads the environment, but for the variables of proxies', () => {
    expect(environmentReaders(sources)).toEqual([]);
  });

  test('no modules import each other in a cycle', () => {
    expect(importCycles(imports)).toEqual([]);
  });

  test.each([
    ['bundle/scan', 'push/handler'],
    ['common/errors', 'bundle/wire'],
    ['push/handler', 'service/config'],
    ['service/service', 'viewer/viewer'],
  ])('an import of %s by a higher module %s is named', (from, to) => {
    expect(upwardImports(planted(from, to))).toEqual([
      `src/${from}.ts imports src/${to}.ts, which is in a higher layer`,
    ]);
  });

  test('an import of the settings below service/ is named', () => {
    expect(configImports(planted('local/local', 'service/config'))).toEqual([
      'src/local/local.ts imports src/service/config.ts',
    ]);
  });

  test.each([
    ['process.env.HOME', 'storage/rows.ts'],
    ["process['env']", 'push/handler.ts'],
    ['const { env } = process;', 'local/local.ts'],
    ["import { env } from 'node:process';", 'bundle/scan.ts'],
  ])('a read of the environment by %s in src/%s is named', (read, name) => {
    expect(environmentReaders(new Map([...sources, [name, read]]))).toEqual([
      `src/${name} reads process.env`,
    ]);
  });

  test('a cycle within one folder is named with the modules on its way', () => {
    expect(importCycles(planted('common/errors', 'common/late_module'))).toEqual([
      expect.stringMatching(/common\/late_module.*common\/errors/) as string,
    ]);
  });
});
