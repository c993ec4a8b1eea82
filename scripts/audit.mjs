// Fails where npm knows of a weakness, of level high or above, in what production runs: what a deployment installs, and
// what is bundled. A registry that cannot be asked, because it has no audits, is told apart: that is said, and is no failure.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const LEVELS = ['info', 'low', 'moderate', 'high', 'critical'];
const FAILING = ['high', 'critical'];

/** Not found, not allowed, not implemented: there is nothing to ask. Whatever else may pass, and fails. */
const NO_ENDPOINT = [404, 405, 501];

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Returns the packages that production code imports, bundled or not. */
function importedPackages() {
  const names = new Set();
  for (const name of readdirSync(join(root, 'src'), { recursive: true })) {
    if (!/\.tsx?$/.test(name)) continue;
    const text = readFileSync(join(root, 'src', name), 'utf8');
    for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
      const [packageName] = /^(@[^/]+\/)?[^./][^/:]*/.exec(fileName) ?? [];
      if (packageName !== undefined) names.add(packageName);
    }
  }
  return names;
}

/** Returns the folders of packages, and of all that they depend on, as the lock file names them. */
function closure(names) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const folders = new Set();
  const visit = (from, name) => {
    for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
      const folder = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
      if (packages[folder] === undefined) {
        if (at === '') return;
        continue;
      }
      if (folders.has(folder)) return;
      folders.add(folder);
      const { dependencies, optionalDependencies } = packages[folder];
      for (const one of Object.keys({ ...dependencies, ...optionalDependencies }))
        visit(folder, one);
      return;
    }
  };
  for (const name of names) visit('', name);
  return folders;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

const { stdout, stderr, error } = spawnSync('npm', ['audit', '--json'], {
  cwd: root,
  encoding: 'utf8',
});
const report = parse(stdout);
if (report.auditReportVersion !== undefined) {
  const run = closure(importedPackages());
  const found = Object.values(report.vulnerabilities).filter(({ nodes }) =>
    nodes.some((folder) => run.has(folder)),
  );
  const counts = LEVELS.map((level) => {
    return `${found.filter(({ severity }) => severity === level).length} ${level}`;
  });
  console.log(`npm audit: ${counts.join(', ')}`);
  for (const { name, severity } of found) console.log(`  ${severity}: ${name}`);
  const failed = found.some(({ severity }) => FAILING.includes(severity));
  if (failed) console.error('npm audit: there are findings of level high or above');
  process.exitCode = failed ? 1 : 0;
} else if (NO_ENDPOINT.includes(report.statusCode)) {
  console.warn(
    `npm audit: the registry could not be asked, so nothing is known: ${report.message}`,
  );
} else {
  console.error(`npm audit failed: ${error?.message ?? report.message ?? (stderr || stdout)}`);
  process.exitCode = 1;
}
