// Makes the zip that a function is deployed from: `npm run package:function [-- FILE]`, build/function.zip by default.
// It has what the `gcp-build` script needs and .gcloudignore lets through, and the same sources make the same bytes.
import { zipSync } from 'fflate';
import ignore from 'ignore';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** As in the Dockerfile: named, so that no file that lies in a work tree gets into a deployment. */
const NEEDED = [
  '.npmrc',
  'bin',
  'package-lock.json',
  'package.json',
  'scripts',
  'src',
  'tsconfig.json',
];

/** The first moment that a zip can name, in local time, which is what fflate writes. */
const MTIME = new Date(1980, 0, 1);
/** A plain file that all may read; made on Unix. */
const MODE = { os: 3, attrs: 0o100644 << 16 };

const ignored = ignore().add(readFileSync(join(root, '.gcloudignore'), 'utf8'));

/** The files of a path, itself or what is below it, without those that are ignored. */
function filesOf(path) {
  if (ignored.ignores(path)) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesOf(`${path}/${name}`));
}

const files = NEEDED.flatMap(filesOf).sort();
const entries = files.map((path) => [
  path,
  [readFileSync(join(root, path)), { mtime: MTIME, ...MODE }],
]);
const zip = zipSync(Object.fromEntries(entries), { level: 9 });
const target = resolve(process.argv[2] ?? join(root, 'build', 'function.zip'));
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, zip);
console.log(`${target}: ${files.length} files, ${Math.ceil(zip.length / 1024)} KiB`);
