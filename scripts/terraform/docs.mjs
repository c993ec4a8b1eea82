// Writes the tables of deploy/terraform/README.md from the variables and outputs of the module. With --check it only says
// whether they are up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { readFiles } from './module.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'deploy', 'terraform');
const readme = join(folder, 'README.md');

function declared(files, kind) {
  const all = Object.values(files).flatMap((blocks) => Object.entries(blocks[kind] ?? {}));
  return all
    .map(([name, [block]]) => ({ name, ...block }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** On one line, as a table needs it. */
function typeOf({ type }) {
  return type
    .replace(/^\$\{(.*)\}$/s, '$1')
    .replace(/\{\s+/g, '{ ')
    .replace(/\s+\}/g, ' }')
    .replace(/\s*\n\s*/g, ', ')
    .replace(/\s+= /g, ' = ');
}

function defaultOf(variable) {
  return 'default' in variable ? `\`${JSON.stringify(variable.default)}\`` : 'required';
}

function table(head, rows) {
  const lines = [head, head.map(() => '-'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function put(text, name, content) {
  const place = new RegExp(`(<!-- ${name} -->).*(<!-- /${name} -->)`, 's');
  return text.replace(place, (_all, begin, end) => `${begin}\n\n${content}\n\n${end}`);
}

const files = await readFiles(folder);
const variables = declared(files, 'variable').map((one) => [
  `\`${one.name}\``,
  `\`${typeOf(one)}\``,
  defaultOf(one),
  one.description,
]);
const outputs = declared(files, 'output').map((one) => [`\`${one.name}\``, one.description]);

const before = readFileSync(readme, 'utf8');
const tables = [
  ['variables', table(['variable', 'type', 'default', 'what'], variables)],
  ['outputs', table(['output', 'what'], outputs)],
];
const written = tables.reduce((text, [name, content]) => put(text, name, content), before);
const after = await format(written, { ...(await resolveConfig(readme)), filepath: readme });
if (!process.argv.includes('--check')) writeFileSync(readme, after);
else if (before !== after) {
  console.error(
    'deploy/terraform/README.md is not what the module says: run `npm run terraform:docs` and commit the result',
  );
  process.exitCode = 1;
}
