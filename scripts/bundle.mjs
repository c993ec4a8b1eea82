// Bundles what production runs, as compiled in build/src, into build/dist: one file for the function, one for the command
// line, and one for each package that only some processes need. docs/decisions/0014-bundles.md has the reasons.
import { build } from 'esbuild';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { trimApiDescription } from './api_description.mjs';
import { thirdPartyNotices } from './notices.mjs';
import { writeEntries } from './library.mjs';
import { bundleViewer } from './viewer.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'build', 'dist');

/**
 * As compiled, not as written: of a module that is an ES module to esbuild, a failure to load is remembered for good.
 */
const ENTRIES = {
  index: 'build/src/index.js',
  cli: 'build/src/cli/main.js',
  library: 'build/src/library/entries.js',
};

/** Stays a package: lmdb is native, and of the framework the launcher's own instance has to be used. */
const INSTALLED = ['lmdb', '@google-cloud/functions-framework'];

/** A small package that every process needs is part of the entries; any other package gets a file of its own. */
const INLINED = ['lru-cache'];

/** The version of protobufjs that Google's packages share, each with a copy of its own; ours is a later one. */
const GOOGLE_PROTOBUF = {
  file: 'packages/protobufjs-google',
  path: createRequire(createRequire(join(root, 'package.json')).resolve('google-gax')).resolve(
    'protobufjs',
  ),
};

/** The generated code, which all entries share too. */
const GENERATED = {
  'packages/logpb': 'build/src/proto/gen/logpb.js',
  'packages/services': 'build/src/proto/gen/services.js',
};

/** Packages that several other packages share: also a file each, so that a process has one instance of it. */
const SHARED = ['google-gax'];

/**
 * Packages that are bundled together, by the name of their file, for they share state or other packages. What is imported
 * of them gets a file of its own that leads there.
 */
const TOGETHER = { undici: /^undici\//, opentelemetry: /^@opentelemetry\// };

const resolvePackage = createRequire(join(root, 'package.json')).resolve;

function isFromPackage(file) {
  return file.includes('/node_modules/');
}

function bareName(specifier) {
  return specifier.replace(/\.js$/, '');
}

function isTogether(specifier) {
  return Object.values(TOGETHER).some((names) => names.test(specifier));
}

/** `@opentelemetry/api` becomes `packages/opentelemetry-api`. */
function fileOf(specifier) {
  return `packages/${bareName(specifier).replace(/^@/, '').replaceAll('/', '-')}`;
}

/** Leaves the packages that our own modules import to files of their own, and collects their names. */
function splitPackages(packages) {
  return {
    name: 'split-packages',
    setup({ onResolve }) {
      onResolve({ filter: /\/proto\/gen\/\w+\.js$/ }, ({ path }) => {
        return { path: `./packages/${basename(path)}`, external: true };
      });
      onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
        if (kind === 'entry-point' || isFromPackage(importer) || path.startsWith('node:')) return;
        if (INSTALLED.some((name) => path === name || path.startsWith(`${name}/`))) {
          return { path, external: true };
        }
        if (INLINED.includes(bareName(path))) return;
        packages.add(path);
        return { path: `./${fileOf(path)}.js`, external: true };
      });
    },
  };
}

/**
 * Leaves what has a file of its own to that: only the very same file, for two versions of a package are two packages. Of
 * several installed copies of one version, one is bundled.
 */
function sharePackages(packages) {
  const shared = [...packages].filter((name) => !isTogether(name));
  const files = new Map(shared.map((name) => [resolvePackage(name), fileOf(name)]));
  const firstCopy = firstCopies();
  const googleProtobuf = firstCopy(GOOGLE_PROTOBUF.path);
  files.set(googleProtobuf, GOOGLE_PROTOBUF.file);
  return {
    name: 'share-packages',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /.*/ }, async ({ path, kind, pluginData, ...rest }) => {
        if (kind === 'entry-point' || pluginData === 'share-packages') return;
        const resolved = await resolve(path, { kind, ...rest, pluginData: 'share-packages' });
        const first = firstCopy(resolved.path);
        const file = files.get(first === googleProtobuf ? first : resolved.path);
        if (file !== undefined) {
          return { path: `./${file.slice('packages/'.length)}.js`, external: true };
        }
        if (resolved.errors.length > 0 || resolved.namespace !== 'file') return;
        return { ...resolved, path: first };
      });
    },
  };
}

/** Bundles the packages of TOGETHER, each group in a file, and makes the files that lead there. */
function bundleTogether(packages) {
  const group = (name) => Object.keys(TOGETHER).find((key) => TOGETHER[key].test(name));
  const loaders = (key) =>
    [...packages]
      .filter((name) => group(name) === key)
      .map((name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(name)})`);
  return {
    name: 'bundle-together',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /./ }, ({ path, kind }) => {
        if (kind !== 'entry-point') return;
        if (TOGETHER[path] !== undefined) return { path, namespace: 'together' };
        if (group(path) !== undefined) return { path, namespace: 'together-entry' };
      });
      onResolve({ filter: /./, namespace: 'together-entry' }, ({ path }) => {
        return { path: `./${path}.js`, external: true };
      });
      onLoad({ filter: /./, namespace: 'together-entry' }, ({ path }) => ({
        contents: `module.exports = require('${group(path)}')[${JSON.stringify(path)}]();`,
      }));
      onLoad({ filter: /./, namespace: 'together' }, ({ path }) => ({
        contents: `module.exports = { ${loaders(path).join(', ')} };`,
        resolveDir: root,
      }));
    },
  };
}

/** What is before an installed package, its folder as a lock file names it, and a file in it. */
const INSTALLED_FILE =
  /^(.*?\/)((?:node_modules\/(?:@[^/]+\/)?[^/]+\/)*node_modules\/(?:@[^/]+\/)?[^/]+)(\/.*)$/;

/** Makes a function from a file to the same file of the copy of its package that the lock file names first. */
function firstCopies() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const firsts = new Map();
  const firstOf = new Map();
  for (const [folder, { version }] of Object.entries(packages)) {
    const copy = `${folder.slice(folder.lastIndexOf('node_modules/'))}@${version}`;
    if (!firsts.has(copy)) firsts.set(copy, folder);
    firstOf.set(folder, firsts.get(copy));
  }
  return (file) => {
    const [, before, folder, rest] = INSTALLED_FILE.exec(file) ?? [];
    return folder === undefined ? file : before + (firstOf.get(folder) ?? folder) + rest;
  };
}

/** Puts the part of the API's description in that is used: the whole is 400 KB, which are parsed at each start. */
const trimDescriptions = {
  name: 'trim-descriptions',
  setup({ onLoad }) {
    onLoad({ filter: /@google-cloud\/bigtable\/build\/protos\/protos\.json$/ }, ({ path }) => ({
      contents: JSON.stringify(trimApiDescription(JSON.parse(readFileSync(path, 'utf8')))),
      loader: 'json',
    }));
  },
};

/**
 * Modules of Google's client that nothing here calls, of 3 MB, and what is bundled in their place: a polyfill of what Node
 * has, static code for messages that the client encodes by reflection, and what sends its own metrics, which are off.
 */
const LEFT_OUT = [
  [/web-streams-polyfill\/dist\/ponyfill[^/]*\.js$/, 'module.exports = {};'],
  [/@google-cloud\/bigtable\/build\/protos\/protos\.js$/, 'module.exports = {};'],
  [/google-gax\/build\/protos\/(iam_service|locations|operations)\.js$/, 'module.exports = {};'],
  [
    /@google-cloud\/bigtable\/build\/src\/client-side-metrics\/gcp-metrics-handler\.js$/,
    "exports.GCPMetricsHandler = class { constructor() { throw new Error('left out of the bundle'); } };",
  ],
];

const leaveOut = {
  name: 'leave-out',
  setup({ onLoad }) {
    for (const [filter, contents] of LEFT_OUT)
      onLoad({ filter }, () => ({ contents, loader: 'js' }));
  },
};

/** What Google's client of Bigtable reads from its own folder when it is loaded. */
const RESPONSE_PARAMS = 'google/bigtable/v2/response_params.proto';

/** Has the client of Bigtable read that file beside its bundle. */
const besideTheBundle = {
  name: 'beside-the-bundle',
  setup({ onLoad }) {
    const filter = /@google-cloud\/bigtable\/build\/src\/client-side-metrics\/.*\.js$/;
    onLoad({ filter }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        `../../protos/${RESPONSE_PARAMS}`,
        RESPONSE_PARAMS,
      ),
      loader: 'js',
    }));
  },
};

const OPTIONS = {
  absWorkingDir: root,
  outdir: dist,
  bundle: true,
  platform: 'node',
  // Not `module`: what is required is the CommonJS code of a package, of which one copy is shared.
  conditions: [],
  format: 'cjs',
  target: 'node20.18',
  // Names stay, for the frames of a stack trace.
  minifyWhitespace: true,
  minifySyntax: true,
  sourcemap: 'linked',
  sourcesContent: false,
  // All licences stand in one file.
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

/**
 * Packages that no push waits for: shorter names make their files a third smaller. That costs CPU, for esbuild then sets
 * the name of each function as it is made: in gRPC, of which a call makes dozens, that was a quarter of a push.
 */
const SMALL = ['opentelemetry', 're2js', 'google-auth-library'].map((name) => `packages/${name}`);

/** Bundles our own modules, and adds the packages that they leave to files of their own to `packages`. */
export function bundleEntries(packages = new Set()) {
  return build({ ...OPTIONS, entryPoints: ENTRIES, plugins: [splitPackages(packages)] });
}

export async function bundle() {
  rmSync(dist, { recursive: true, force: true });
  const packages = new Set(SHARED);
  const entries = await bundleEntries(packages);
  const named = [...packages].map((name) => [fileOf(name), name]);
  const entryPoints = {
    ...GENERATED,
    ...Object.fromEntries(Object.keys(TOGETHER).map((key) => [`packages/${key}`, key])),
    [GOOGLE_PROTOBUF.file]: GOOGLE_PROTOBUF.path,
    ...Object.fromEntries(named),
  };
  const plugins = [
    bundleTogether(packages),
    sharePackages(packages),
    trimDescriptions,
    leaveOut,
    besideTheBundle,
  ];
  const bundles = await Promise.all(
    [true, false].map((small) => {
      const own = Object.entries(entryPoints).filter(([file]) => SMALL.includes(file) === small);
      const names = { minifyIdentifiers: small, keepNames: small };
      return build({ ...OPTIONS, ...names, entryPoints: Object.fromEntries(own), plugins });
    }),
  );
  const protos = 'node_modules/@google-cloud/bigtable/build/protos';
  const params = join(dist, 'packages', RESPONSE_PARAMS);
  cpSync(join(root, protos, RESPONSE_PARAMS), params);
  cpSync(join(root, 'build/src/cli/demo/messages.jsonl'), join(dist, 'messages.jsonl'));
  writeEntries(root);
  const page = await bundleViewer();
  const metafiles = [entries, ...bundles].map(({ metafile }) => metafile);
  const notices = thirdPartyNotices(root, [...metafiles, page]);
  writeFileSync(join(dist, 'THIRD_PARTY_NOTICES.txt'), notices);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle();
