// Writes the tables of settings from src/service/settings.ts, as it is built: the README's, of those that a deployment
// decides, and that of docs/settings.md, of all.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { SETTINGS } = createRequire(import.meta.url)('../build/src/service/settings.js');
const { shownDefault } = createRequire(import.meta.url)('../build/src/service/setting.js');
const settings = Object.values(SETTINGS);

await write(
  'README.md',
  ['name', 'default', 'what'],
  settings
    .filter(({ common }) => common === true)
    .map(({ name, default: value, help }) => [`\`${name}\``, code(value), help]),
);
await write(
  'docs/settings.md',
  ['name', 'default', 'what', 'values'],
  settings.map((setting) => [
    `\`${setting.name}\``,
    code(shownDefault(setting)),
    setting.help,
    setting.expects,
  ]),
);

/** Puts a table between the marks of a document. */
async function write(document, head, rows) {
  const file = join(root, document);
  const lines = [head, head.map(() => '-'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const text = readFileSync(file, 'utf8').replace(
    /(<!-- settings -->).*(<!-- \/settings -->)/s,
    (_all, begin, end) => `${begin}\n\n${lines.join('\n')}\n\n${end}`,
  );
  const options = { ...(await resolveConfig(file)), filepath: file };
  writeFileSync(file, await format(text, options));
}

function code(value) {
  return value === '' ? '' : `\`${value}\``;
}
