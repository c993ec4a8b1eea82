import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { preProcessFile } from 'typescript';

/** The layers of `src`, the highest first: a module imports from its own layer and from lower ones. */
export const LAYERS: readonly (readonly string[])[] = [
  ['index', 'cli', 'viewer', 'library', 'testing'],
  ['service'],
  ['local'],
  ['push'],
  ['telemetry', 'dead_letters'],
  ['collector'],
  ['coordinator', 'storage'],
  ['bundle'],
  ['http'],
  ['common', 'proto'],
];

/** The layers that know `Config`, and so the environment. */
const CONFIGURED = ['index', 'cli', 'viewer', 'service'];

/** Modules below them that read the environment, and why. */
const ENVIRONMENT_READERS: readonly string[] = [
  // The variables for proxies, as every client in the process reads them.
  'http/proxy',
];

const READS_ENVIRONMENT =
  /\bprocess(\.|\?\.|\[['"])env\b|\{[^}]*\benv\b[^}]*\} = process\b|from '(node:)?process'/;

/** Modules and what they import, all by their path under `src`, without its extension. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** The text of every hand-written module, by its path under `src` with its extension. */
export type Sources = ReadonlyMap<string, string>;

export function readSources(src: string): Sources {
  const names = (readdirSync(src, { recursive: true }) as string[])
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /(?<!\.d)\.tsx?$/.test(name) && !name.includes('/gen/'));
  return new Map(names.map((name) => [name, readFileSync(join(src, name), 'utf8')]));
}

/** Returns the imports of all modules; `require` and `typeof import()` count too. */
export function importsOf(sources: Sources): Imports {
  return new Map(
    [...sources].map(([name, text]) => {
      const imported = preProcessFile(text, true, true)
        .importedFiles.map(({ fileName }) => fileName)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => moduleOf(posix.join(posix.dirname(name), specifier)));
      return [moduleOf(name), [...new Set(imported)]];
    }),
  );
}

function moduleOf(name: string): string {
  return name.replace(/\.(js|tsx?)$/, '');
}

function folderOf(module: string): string {
  return module.split('/')[0]!;
}

/** @throws Error where a module stands in no layer */
function layerOf(module: string): number {
  const layer = LAYERS.findIndex((folders) => folders.includes(folderOf(module)));
  if (layer < 0) throw new Error(`src/${module}.ts is in no layer: see LAYERS`);
  return layer;
}

/** Returns the imports that point from a lower layer to a higher one, as `a imports b`. */
export function upwardImports(imports: Imports): string[] {
  return pairs(imports)
    .filter(([from, to]) => layerOf(to) < layerOf(from))
    .map(([from, to]) => `src/${from}.ts imports src/${to}.ts, which is in a higher layer`);
}

/** Returns the imports of the settings by modules below the composition root. */
export function configImports(imports: Imports): string[] {
  return pairs(imports)
    .filter(([from, to]) => to === 'service/config' && !CONFIGURED.includes(folderOf(from)))
    .map(([from, to]) => `src/${from}.ts imports src/${to}.ts`);
}

/** Returns the modules below the composition root that read the environment, but for ENVIRONMENT_READERS. */
export function environmentReaders(sources: Sources): string[] {
  return [...sources]
    .filter(([name, text]) => {
      const module = moduleOf(name);
      if (CONFIGURED.includes(folderOf(module)) || ENVIRONMENT_READERS.includes(module))
        return false;
      return READS_ENVIRONMENT.test(text);
    })
    .map(([name]) => `src/${name} reads process.env`);
}

function pairs(imports: Imports): [string, string][] {
  return [...imports].flatMap(([from, tos]) => tos.map((to): [string, string] => [from, to]));
}

/** Returns the cycles of imports: of each the modules on the way, the first one again at the end. */
export function importCycles(imports: Imports): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (module: string, path: readonly string[]) => {
    const at = path.indexOf(module);
    if (at >= 0) cycles.push([...path.slice(at), module].join(' -> '));
    if (at >= 0 || done.has(module)) return;
    for (const next of imports.get(module) ?? []) visit(next, [...path, module]);
    done.add(module);
  };
  for (const module of imports.keys()) visit(module, []);
  return cycles;
}
