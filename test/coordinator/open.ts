import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Environment, openEnvironment } from '../../src/local/environment.js';

/** A directory of a test's own, and an environment in it. */
export interface TestEnvironment {
  readonly dir: string;
  readonly environment: Environment;
  readonly destroy: () => Promise<void>;
}

export function openTestEnvironment(): TestEnvironment {
  const dir = mkdtempSync(join(tmpdir(), 'coordinator-test-'));
  const environment = openEnvironment(dir);
  const destroy = async () => {
    await environment.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { dir, environment, destroy };
}
