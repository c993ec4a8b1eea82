import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a run of Terraform has printed, and how it has ended. */
export interface TerraformResult {
  readonly status: number | null;
  readonly out: string;
}

/** Runs Terraform in a folder. It has no configuration, and nothing to install: what is run needs no provider. */
export function terraform(folder: string, ...args: string[]): TerraformResult {
  const { PATH } = process.env;
  const env = { PATH, HOME: folder, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' };
  const { status, stdout, stderr } = spawnSync('terraform', args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { status, out: stdout + stderr };
}

/** Tests that need Terraform: skipped where there is none. */
export function describeWithTerraform(name: string, body: () => void): void {
  const folders = (process.env.PATH ?? '').split(delimiter);
  if (folders.some((folder) => existsSync(join(folder, 'terraform')))) describe(name, body);
  else describe.skip(`${name}: skipped, for there is no terraform`, body);
}
