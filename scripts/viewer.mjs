// Bundles the viewer's page into static files in build/viewer. Prints what they take to load with --sizes.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = join(root, 'src', 'viewer', 'page');
const out = join(root, 'build', 'viewer');

/** The oldest browsers that it is made for. */
const TARGET = ['chrome125', 'firefox127', 'safari18'];

/** Checks the page's types, which are not the program's: it runs in a browser. */
export function checkViewer() {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', page], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** @returns what went into it, as esbuild tells: the notices of its packages go with the program's */
export async function bundleViewer() {
  mkdirSync(out, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: root,
    metafile: true,
    entryPoints: {
      app: join(page, 'main.tsx'),
      search_worker: join(page, 'search_worker.ts'),
    },
    outdir: out,
    bundle: true,
    minify: true,
    format: 'esm',
    target: TARGET,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    tsconfig: join(page, 'tsconfig.json'),
    legalComments: 'none',
    logLevel: 'warning',
  });
  await build({
    entryPoints: { app: join(page, 'app.css') },
    outdir: out,
    minify: true,
    target: TARGET,
    logLevel: 'warning',
  });
  cpSync(join(page, 'index.html'), join(out, 'index.html'));
  return metafile;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  checkViewer();
  await bundleViewer();
  if (process.argv.includes('--sizes')) {
    for (const name of readdirSync(out)) {
      const bytes = readFileSync(join(out, name));
      console.log(`${name}: ${bytes.length} bytes, ${gzipSync(bytes).length} with gzip`);
    }
  }
}
