// Makes build/lib: a CommonJS file and type declarations for each entry of the library. All entries share one bundle, so
// that a class exists once; an ES module imports the same files, so that it exists once there too.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { dirname, join, parse, relative } from 'node:path';
import ts from 'typescript';

const require = createRequire(import.meta.url);

/** The packages that declarations may name: a user of the library has their types. */
const TYPED = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));

const HOST = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => process.cwd(),
  getNewLine: () => '\n',
};

/** Makes the file of each entry. */
export function writeEntries(root) {
  const lib = join(root, 'build', 'lib');
  mkdirSync(lib, { recursive: true });
  const { ENTRIES } = require(join(root, 'build', 'dist', 'library.js'));
  for (const [entry, late] of Object.entries(ENTRIES)) {
    writeFileSync(join(lib, `${entry}.js`), entryFile(entry, Object.keys(late.get())));
  }
}

/** Names are assigned one by one, so that an ES module can import them. */
function entryFile(entry, names) {
  const lines = names.map((name) => `exports.${name} = entry.${name};`);
  return [
    "'use strict';",
    "const { ENTRIES } = require('../dist/library.js');",
    '',
    `const entry = ENTRIES.${entry}.get();`,
    ...lines,
    '',
  ].join('\n');
}

/**
 * Makes the declarations of the entries, and of the modules that those import.
 *
 * @throws Error where one imports a package: a user may not have it
 */
export function writeDeclarations(root) {
  const from = join(root, 'src');
  const to = join(root, 'build', 'lib', 'types');
  rmSync(to, { recursive: true, force: true });
  const entries = readdirSync(join(from, 'library')).map((name) => `library/${parse(name).name}`);
  const modules = ['index', ...entries.filter((name) => name !== 'library/entries')];
  const declared = declarationsOf(root, from, modules);
  const written = new Set();
  const left = modules.map((name) => `${name}.d.ts`);
  while (left.length > 0) {
    const file = left.pop();
    if (written.has(file)) continue;
    written.add(file);
    const text = declared.get(file);
    mkdirSync(dirname(join(to, file)), { recursive: true });
    writeFileSync(join(to, file), text);
    for (const specifier of importsOf(text)) {
      if (TYPED.has(specifier)) continue;
      if (!specifier.startsWith('.')) {
        throw new Error(`the declarations of the library, ${file}, import ${specifier}`);
      }
      left.push(join(dirname(file), specifier).replace(/\.js$/, '.d.ts'));
    }
  }
}

/** Makes the declarations of modules, and of all that they import, by their paths under `from`. */
function declarationsOf(root, from, modules) {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(
    modules.map((name) => join(from, `${name}.ts`)),
    {
      ...options,
      rootDir: from,
      outDir: from,
      types: ['node'],
      noCheck: true,
      declaration: true,
      emitDeclarationOnly: true,
      sourceMap: false,
    },
  );
  const declared = new Map();
  const { diagnostics } = program.emit(undefined, (path, text) => {
    declared.set(relative(from, path), text);
  });
  if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, HOST));
  return declared;
}

function importsOf(text) {
  const { importedFiles, typeReferenceDirectives } = ts.preProcessFile(text, true, true);
  return [...importedFiles, ...typeReferenceDirectives].map(({ fileName }) => fileName);
}
