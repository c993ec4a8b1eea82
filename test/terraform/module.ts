import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../../..');
export const MODULE = join(ROOT, 'deploy/terraform');
export const EXAMPLE = join(MODULE, 'examples/basic');

/** A value of HCL. An expression is a text with `${…}`; a nested block is a list of its occurrences. */
export type Value = string | number | boolean | null | readonly Value[] | Block;

export interface Block {
  readonly [name: string]: Value;
}

/** Blocks of one kind, by name, as in `variable`; each has been written once. */
export type Named = Readonly<Record<string, Block>>;

export interface Module {
  readonly variables: Named;
  readonly outputs: Named;
  readonly modules: Named;
  readonly locals: Block;
  readonly terraform: Block;
  /** By type, then by name. */
  readonly resources: Readonly<Record<string, Named>>;
  readonly data: Readonly<Record<string, Named>>;
  /** What each expression refers to: `var.name`, `google_pubsub_topic.bundles.0.id`. */
  readonly references: Readonly<Record<string, readonly string[]>>;
}

type Occurrences = readonly Block[];

/** One file as the parser gives it. */
interface File {
  readonly variable?: Readonly<Record<string, Occurrences>>;
  readonly output?: Readonly<Record<string, Occurrences>>;
  readonly module?: Readonly<Record<string, Occurrences>>;
  readonly locals?: Occurrences;
  readonly terraform?: Occurrences;
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Occurrences>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, Occurrences>>>>;
}

interface Parsed {
  readonly files: Readonly<Record<string, File>>;
  readonly references: Module['references'];
}

/**
 * Reads modules, in one process: the parser is WebAssembly, which takes most of a second to start.
 *
 * @throws Error with the place of a syntax error, or the name of what is declared twice
 */
export function readModules(folders: readonly string[]): Module[] {
  const script = join(ROOT, 'scripts/terraform/module.mjs');
  const options = { encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const text = execFileSync(process.execPath, [script, ...folders], options);
  return (JSON.parse(text) as Parsed[]).map(toModule);
}

function toModule({ files, references }: Parsed): Module {
  const all = Object.values(files);
  return {
    variables: merge(all.map(({ variable }) => variable)),
    outputs: merge(all.map(({ output }) => output)),
    modules: merge(all.map(({ module }) => module)),
    locals: once(all.flatMap(({ locals }) => locals ?? []).map((block) => Object.entries(block))),
    terraform: once(
      all.flatMap(({ terraform }) => terraform ?? []).map((block) => Object.entries(block)),
    ),
    resources: mergeTypes(all.map(({ resource }) => resource)),
    data: mergeTypes(all.map(({ data }) => data)),
    references,
  };
}

function mergeTypes(files: readonly File['resource'][]): Module['resources'] {
  const types = new Set(files.flatMap((types) => Object.keys(types ?? {})));
  return Object.fromEntries(
    [...types].map((type) => [type, merge(files.map((file) => file?.[type]))]),
  );
}

function merge(files: readonly (Readonly<Record<string, Occurrences>> | undefined)[]): Named {
  const entries = files.map((file) =>
    Object.entries(file ?? {}).flatMap(([name, blocks]) =>
      blocks.map((block): [string, Block] => [name, block]),
    ),
  );
  return once(entries);
}

function once<T>(files: readonly (readonly (readonly [string, T])[])[]): Record<string, T> {
  const merged: Record<string, T> = {};
  for (const [name, value] of files.flat()) {
    if (name in merged) throw new Error(`${name} is declared twice`);
    merged[name] = value;
  }
  return merged;
}

/** Whether it is a block or an object, and not a list. */
export function isBlock(value: Value | undefined): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The occurrences of a nested block, or none where it is not one. */
export function blocksOf(value: Value | undefined): Block[] {
  return Array.isArray(value) ? (value as readonly Value[]).filter(isBlock) : [];
}
