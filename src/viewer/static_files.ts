import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../common/package_root.js';

export interface StaticFile {
  readonly type: string;
  readonly body: Buffer;
  readonly etag: string;
}

/** What the build bundles the page into, and their types: nothing else of the folder is served. */
export const STATIC_FILES: Readonly<Record<string, string>> = {
  'index.html': 'text/html; charset=utf-8',
  'app.js': 'text/javascript; charset=utf-8',
  'search_worker.js': 'text/javascript; charset=utf-8',
  'app.css': 'text/css; charset=utf-8',
};

/** Where `scripts/viewer.mjs` puts them. */
export const STATIC_FOLDER = join(packageRoot(), 'build/viewer');

const loaded = new Map<string, StaticFile>();

/** Reads a file of the page; each is read once. Undefined where there is none of that name. */
export function staticFile(name: string): StaticFile | undefined {
  const type = Object.hasOwn(STATIC_FILES, name) ? STATIC_FILES[name] : undefined;
  if (type === undefined) return undefined;
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const body = readFileSync(join(STATIC_FOLDER, name));
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const file = { type, body, etag: `"${hash}"` };
  loaded.set(name, file);
  return file;
}
