// Writes test/terraform/data/google_schema.json: what the Google provider knows of the resource types that the module uses,
// as @cdktf/provider-google declares them. That package has 32 MB, so it is fetched for this alone, into a temporary folder.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { readFiles } from './module.mjs';

const PACKAGE = '@cdktf/provider-google@16.12.1';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const target = join(root, 'test', 'terraform', 'data', 'google_schema.json');

/** The types of attributes, by the package's kind and class of storage. */
const TYPES = {
  'simple string': 'string',
  'simple number': 'number',
  'simple boolean': 'bool',
  'list stringList': 'list(string)',
  'list numberList': 'list(number)',
  'set stringList': 'set(string)',
  'map stringMap': 'map(string)',
};

/** Calls `visit` with each node below a node. */
function walk(node, visit) {
  ts.forEachChild(node, (child) => {
    visit(child);
    walk(child, visit);
  });
}

/** The members of the object that `attrs` is declared as below a node, each by its own name, with its texts. */
function readAttrs(node, source) {
  const members = {};
  walk(node, (child) => {
    if (!ts.isVariableDeclaration(child) || child.name.getText(source) !== 'attrs') return;
    for (const { name, initializer } of child.initializer.properties) {
      members[name.getText(source)] = Object.fromEntries(
        initializer.properties.map((one) => [one.name.getText(source), one.initializer]),
      );
    }
  });
  return members;
}

/** Attributes that a class has getters for: those that can be referred to. */
function readGetters(node, source) {
  const names = new Set();
  walk(node, (child) => {
    const [, name] = /^this\.get\w+Attribute\('(\w+)'\)$/.exec(child.getText(source)) ?? [];
    if (name !== undefined) names.add(name);
    const [, list] = /^new \w+\(this, "(\w+)", (?:true|false)\)$/.exec(child.getText(source)) ?? [];
    if (list !== undefined) names.add(list);
  });
  return [...names];
}

/** What the files of one resource type declare: the attributes of each struct, its getters, and what its interface asks for. */
function readDeclarations(folder) {
  const structs = new Map();
  const getters = new Map();
  const optional = new Map();
  const js = parseFile(join(folder, 'index.js'));
  walk(js, (node) => {
    if (ts.isFunctionDeclaration(node) && node.name.text.endsWith('ToHclTerraform')) {
      const name = node.name.text.replace(/ToHclTerraform$/, '');
      structs.set(name[0].toUpperCase() + name.slice(1), readAttrs(node, js));
    }
    if (ts.isClassDeclaration(node)) {
      getters.set(node.name.text, readGetters(node, js));
      const method = node.members.find(
        (one) => one.name?.getText(js) === 'synthesizeHclAttributes',
      );
      if (method) structs.set(`${node.name.text}Config`, readAttrs(method, js));
    }
  });
  walk(parseFile(join(folder, 'index.d.ts')), (node) => {
    if (!ts.isInterfaceDeclaration(node)) return;
    const source = node.getSourceFile();
    const properties = node.members.map((one) => [
      one.name.getText(source),
      { required: one.questionToken === undefined, type: one.type.getText(source) },
    ]);
    optional.set(node.name.text, new Map(properties));
  });
  return { js, structs, getters, optional };
}

function parseFile(path) {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
}

/** What a struct, or a resource's whole configuration, may have. */
function describe(declarations, struct, output) {
  const { js, structs, getters, optional } = declarations;
  const attributes = {};
  const blocks = {};
  for (const [name, { value, isBlock, type, storageClassType }] of Object.entries(
    structs.get(struct) ?? {},
  )) {
    const [, property] = /(?:struct\.|this\._)(\w+)/.exec(value.getText(js));
    const { required, type: declared } = optional.get(struct).get(property);
    if (isBlock.getText(js) === 'true') {
      const inner = storageClassType.text.replace(/List$/, '');
      const max = declared.includes('[]') ? null : 1;
      blocks[name] = {
        min: required ? 1 : 0,
        max,
        ...describe(declarations, inner, `${inner}OutputReference`),
      };
    } else {
      const known = TYPES[`${type.text} ${storageClassType.text}`];
      attributes[name] = `${known ?? 'any'}${required ? ', required' : ''}`;
    }
  }
  const own = new Set([...Object.keys(attributes), ...Object.keys(blocks)]);
  const computed = (getters.get(output) ?? []).filter((name) => !own.has(name));
  return { attributes, computed, blocks };
}

/** `google_pubsub_topic` is in the folder `pubsub-topic`, and a data source in `data-google-project`. */
function folderOf(kind, type) {
  const name = kind === 'data' ? `data_${type}` : type.replace(/^google_/, '');
  return name.replaceAll('_', '-');
}

function describeType(lib, kind, type) {
  const declarations = readDeclarations(join(lib, folderOf(kind, type)));
  const config = [...declarations.structs.keys()].find(
    (name) => name.endsWith('Config') && declarations.getters.has(name.replace(/Config$/, '')),
  );
  return describe(declarations, config, config.replace(/Config$/, ''));
}

function typesOf(files, kind) {
  const types = Object.values(files).flatMap((blocks) => Object.keys(blocks[kind] ?? {}));
  return [...new Set(types)].sort();
}

const files = await readFiles(join(root, 'deploy', 'terraform'));
const scratch = mkdtempSync(join(tmpdir(), 'provider-'));
try {
  execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: scratch });
  execFileSync('sh', ['-c', 'tar xzf *.tgz'], { cwd: scratch });
  const lib = join(scratch, 'package', 'lib');
  const readme = readFileSync(join(scratch, 'package', 'README.md'), 'utf8');
  const [, provider] = /hashicorp\/google provider version ([\d.]+)/.exec(readme);
  const described = (kind) =>
    Object.fromEntries(typesOf(files, kind).map((type) => [type, describeType(lib, kind, type)]));
  const schema = {
    package: PACKAGE,
    provider: { source: 'hashicorp/google', version: provider },
    resource: described('resource'),
    data: described('data'),
  };
  writeFileSync(target, `${JSON.stringify(schema)}\n`);
} finally {
  rmSync(scratch, { recursive: true });
}
