// Reads a Terraform module: its blocks as JSON, as HashiCorp's own parser of HCL gives them. Run as a program, it prints them
// for each folder that is named, with the references of each expression.
import { getReferencesInExpression, parse } from '@cdktn/hcl2json';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Reads every *.tf of a folder, each as its blocks by kind. @throws Error that names file and line of a syntax error */
export async function readFiles(folder) {
  const files = {};
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.tf')) continue;
    files[name] = await parse(name, readFileSync(join(folder, name), 'utf8'));
  }
  return files;
}

/** Adds each text of a value to `texts`, at whatever depth. */
function collectTexts(value, texts) {
  if (typeof value === 'string') texts.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      texts.add(key);
      collectTexts(member, texts);
    }
  }
}

/** Where a template's `${` that begins at `from` ends: braces and quotes nest. */
function endOfInterpolation(text, from) {
  const open = [];
  for (let at = from; at < text.length; at++) {
    const inQuotes = open.at(-1) === '"';
    const character = text[at];
    if (inQuotes && character === '\\') at++;
    else if (character === '"' && inQuotes) open.pop();
    else if (character === '"') open.push('"');
    else if (character === '{' && (!inQuotes || text[at - 1] === '$')) open.push('{');
    else if (character === '}' && !inQuotes && open.pop() && open.length === 0) return at + 1;
  }
  throw new Error(`an interpolation does not end: ${text}`);
}

/**
 * The `${…}` of a text, also those within one another, which the parser does not look into everywhere. The text around them
 * has its quotes unescaped, and is no source that could be parsed.
 */
function interpolations(text) {
  const found = [];
  for (let at = text.indexOf('${'); at >= 0; at = text.indexOf('${', at + 2)) {
    found.push(text.slice(at, endOfInterpolation(text, at)));
  }
  return found;
}

/** The names that `for` expressions of a text give to what they go through. */
function iterators(text) {
  const names = [...text.matchAll(/\bfor (\w+)(?:, (\w+))? in\b/g)].flatMap(([, ...each]) => each);
  return new Set(names.filter((name) => name !== undefined));
}

/** The references of each expression of a module, as `{ '${var.a}': ['var.a'] }`. */
async function readReferences(files) {
  const texts = new Set();
  collectTexts(files, texts);
  const references = {};
  for (const text of texts) {
    const found = [];
    for (const part of interpolations(text)) found.push(...(await referencesOf(part)));
    const own = iterators(text);
    const others = found.filter((reference) => !own.has(reference.split('.')[0]));
    if (others.length > 0) references[text] = [...new Set(others)];
  }
  return references;
}

/** Modules that are variants of one another have most expressions in common. */
const known = new Map();

async function referencesOf(part) {
  if (!known.has(part)) {
    const found = await getReferencesInExpression('expression', part);
    known.set(
      part,
      found.map(({ value }) => value),
    );
  }
  return known.get(part);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const modules = [];
  for (const folder of process.argv.slice(2)) {
    const files = await readFiles(folder);
    modules.push({ files, references: await readReferences(files) });
  }
  process.stdout.write(JSON.stringify(modules));
}
