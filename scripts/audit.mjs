// Fails where npm knows of a weakness, of level high or above, in what a deployment installs.
// A registry that cannot be asked, because it has no audits, is told apart: that is said, and is no failure.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const LEVEL = 'high';

/** Not found, not allowed, not implemented: there is nothing to ask. Whatever else may pass, and fails. */
const NO_ENDPOINT = [404, 405, 501];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const args = ['audit', '--omit=dev', `--audit-level=${LEVEL}`, '--json'];
const { status, stdout, stderr, error } = spawnSync('npm', args, { cwd: root, encoding: 'utf8' });

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

const report = parse(stdout);
if (report.auditReportVersion !== undefined) {
  const counts = Object.entries(report.metadata.vulnerabilities).map(
    ([level, n]) => `${n} ${level}`,
  );
  console.log(`npm audit: ${counts.join(', ')}`);
  for (const { name, severity } of Object.values(report.vulnerabilities)) {
    console.log(`  ${severity}: ${name}`);
  }
  if (status !== 0) console.error(`npm audit: there are findings of level ${LEVEL} or above`);
  process.exitCode = status === 0 ? 0 : 1;
} else if (NO_ENDPOINT.includes(report.statusCode)) {
  console.warn(
    `npm audit: the registry could not be asked, so nothing is known: ${report.message}`,
  );
} else {
  console.error(`npm audit failed: ${error?.message ?? report.message ?? (stderr || stdout)}`);
  process.exitCode = 1;
}
