import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODULE, ROOT } from './module.js';

describe("the Terraform module's README", () => {
  const readme = readFileSync(join(MODULE, 'README.md'), 'utf8');

  test('its tables are those that npm run terraform:docs writes', () => {
    const script = join(ROOT, 'scripts/terraform/docs.mjs');
    const { status, stderr } = spawnSync(process.execPath, [script, '--check']);
    expect({ status, err: stderr.toString() }).toEqual({ status: 0, err: '' });
  });

  test('each file of resources has a line that says what it is for', () => {
    const apart = ['locals.tf', 'outputs.tf', 'variables.tf', 'versions.tf'];
    const files = readdirSync(MODULE).filter((name) => name.endsWith('.tf'));
    const named = [...readme.matchAll(/^\| `(\w+\.tf)`/gm)].map(([, name]) => name!);
    expect(named.sort()).toEqual(files.filter((name) => !apart.includes(name)).sort());
  });
});
