import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { STATIC_FILES, STATIC_FOLDER } from '../../src/viewer/static_files.js';

/** What a reader may have to load, compressed. */
const LOADED_BYTES_MAX = 150 * 1024;

describe('viewer: the built page', () => {
  test('consists of exactly the files that are served', () => {
    expect(readdirSync(STATIC_FOLDER).sort()).toEqual(Object.keys(STATIC_FILES).sort());
  });

  test('takes at most 150 KB to load, compressed with gzip', () => {
    const sizes = Object.keys(STATIC_FILES).map((name) => {
      const bytes = gzipSync(readFileSync(join(STATIC_FOLDER, name))).length;
      return [name, bytes] as const;
    });
    const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
    process.stdout.write(`to load, with gzip: ${total} bytes; ${sizes.join(', ')}\n`);
    expect(total).toBeLessThanOrEqual(LOADED_BYTES_MAX);
  });

  test('has no address of another host, and nothing that runs text as a script', () => {
    for (const name of Object.keys(STATIC_FILES)) {
      const text = readFileSync(join(STATIC_FOLDER, name), 'utf8');
      // Names of XML's vocabularies are no places.
      const places = text.match(/https?:\/\/(?!www\.w3\.org\/)[^\s"'`)]+/g) ?? [];
      expect([name, places]).toEqual([name, []]);
    }
  });
});
