// Writes the README's table of settings from src/service/settings.ts, as it is built.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const readme = join(root, 'README.md');
const { SETTINGS } = createRequire(import.meta.url)('../build/src/service/settings.js');

const rows = Object.values(SETTINGS).map(
  ({ name, default: value, help, expects }) =>
    `| \`${name}\` | \`${value}\` | ${help} | ${expects} |`,
);
const table = ['| name | default | what | values |', '| - | - | - | - |', ...rows].join('\n');
const written = readFileSync(readme, 'utf8').replace(
  /(<!-- settings -->).*(<!-- \/settings -->)/s,
  (_all, begin, end) => `${begin}\n\n${table}\n\n${end}`,
);
const options = { ...(await resolveConfig(readme)), filepath: readme };
writeFileSync(readme, await format(written, options));
