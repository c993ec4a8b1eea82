// Gathers the licences of the packages that are bundled: who distributes a bundle distributes them.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const LICENCE = /^(licen[cs]e|notice|copying)/i;

/**
 * Returns the notices of all packages that a bundle has files of, each text once, under the names of its packages.
 *
 * @param root the folder that the names of the inputs are relative to
 * @param metafiles what esbuild tells of what it has bundled
 */
export function thirdPartyNotices(root, metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(inputs.flatMap((input) => PACKAGE.exec(input)?.[0] ?? []));
  const names = new Map();
  for (const folder of folders) {
    const { name, text } = noticeOf(join(root, folder));
    names.set(text, [...new Set([...(names.get(text) ?? []), name])].sort());
  }
  const notices = [...names].map(([text, of]) => `${of.join('\n')}\n\n${text}\n`);
  return notices.sort().join(`\n${'-'.repeat(80)}\n\n`);
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => LICENCE.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return { name: `${name} ${version} (${license})`, text: texts.join('\n\n') };
}
