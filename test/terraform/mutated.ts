import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLE, MODULE, readModules, type Module } from './module.js';

/** A change to one file of the module, or of its example: one place that is replaced. */
export interface Mutation {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The module and its example. */
export interface Deployment {
  readonly module: Module;
  readonly example: Module;
}

/** Reads the module with its example as they are, and a copy for each mutation, which is made in `folder`. */
export function readMutated(
  folder: string,
  mutations: readonly Mutation[],
): { readonly original: Deployment; readonly mutated: Deployment[] } {
  const copies = mutations.map((mutation, i) => mutate(join(folder, String(i)), mutation));
  const folders = [MODULE, ...copies].flatMap((copy) => [copy, join(copy, 'examples/basic')]);
  const modules = readModules(folders);
  const deployments = [MODULE, ...copies].map((_, i) => ({
    module: modules[2 * i]!,
    example: modules[2 * i + 1]!,
  }));
  return { original: deployments[0]!, mutated: deployments.slice(1) };
}

function mutate(copy: string, { file, from, to }: Mutation): string {
  cpSync(MODULE, copy, { recursive: true });
  const text = readFileSync(join(copy, file), 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} has not exactly one: ${from}`);
  writeFileSync(
    join(copy, file),
    text.replace(from, () => to),
  );
  return copy;
}

/** Reads the module and its example as they are. */
export function readDeployment(): Deployment {
  const [module, example] = readModules([MODULE, EXAMPLE]);
  return { module: module!, example: example! };
}
