import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { endOf } from '../e2e/ending.js';

/** What a run of Terraform has printed, and how it has ended. */
export interface TerraformResult {
  readonly status: number | null;
  readonly out: string;
}

/** Runs Terraform in a folder, without a configuration. @param env leads it to a provider, where it needs one */
export async function terraform(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<TerraformResult> {
  const { PATH } = process.env;
  const own = { PATH, HOME: folder, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' };
  const child = spawn('terraform', args, { cwd: folder, env: { ...own, ...env }, timeout: 30_000 });
  const { code, out, err } = await endOf(child);
  return { status: code, out: out + err };
}

/** Tests that need Terraform: skipped where there is none. */
export function describeWithTerraform(name: string, body: () => void): void {
  const folders = (process.env.PATH ?? '').split(delimiter);
  if (folders.some((folder) => existsSync(join(folder, 'terraform')))) describe(name, body);
  else describe.skip(`${name}: skipped, for there is no terraform`, body);
}
