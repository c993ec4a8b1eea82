import { blocksOf, isBlock, type Block, type Module, type Named, type Value } from './module.js';
import type { BlockSchema, Schema } from './schema.js';

/** Where an expression stands: what it may refer to, besides what the module declares. */
interface Scope {
  readonly place: string;
  /** `each`, `count`, and the names that dynamic blocks give to what they go through. */
  readonly names: readonly string[];
}

/** Resolves every reference of a module, and finds what is declared and never used. */
export class ReferenceCheck {
  readonly #used = new Set<string>();
  readonly #problems: string[] = [];

  /** @param called the outputs and inputs of the modules that this one calls, by name */
  constructor(
    private readonly module: Module,
    private readonly schema: Schema,
    private readonly called: Readonly<Record<string, Module>> = {},
  ) {}

  /** @returns what is wrong, with its place */
  run(): string[] {
    const { variables, outputs, modules, locals, resources, data } = this.module;
    for (const [name, block] of Object.entries(variables)) {
      const scope = { place: `variable ${name}`, names: [] };
      this.#check(without(block, 'type'), scope, `var.${name}`);
    }
    this.#check(locals, { place: 'locals', names: [] });
    this.#checkAll(outputs, 'output ');
    this.#checkAll(modules, 'module ');
    for (const [type, named] of Object.entries(resources)) this.#checkAll(named, `${type}.`);
    for (const [type, named] of Object.entries(data)) this.#checkAll(named, `data.${type}.`);
    this.#checkInputs();
    const declared = [
      ...Object.keys(variables).map((name) => `var.${name}`),
      ...Object.keys(locals).map((name) => `local.${name}`),
    ];
    const unused = declared.filter((name) => !this.#used.has(name));
    return [...this.#problems, ...unused.map((name) => `${name}: nothing refers to it`)];
  }

  #checkAll(named: Named, kind: string): void {
    for (const [name, block] of Object.entries(named)) {
      const names = [
        ...('for_each' in block ? ['each'] : []),
        ...('count' in block ? ['count'] : []),
      ];
      const { count, for_each: forEach, ...rest } = block;
      const place = `${kind}${name}`;
      this.#check([count ?? null, forEach ?? null], { place, names: [] });
      this.#check(rest, { place, names });
    }
  }

  /** @param itself what does not count as a use */
  #check(value: Value, scope: Scope, itself?: string): void {
    if (typeof value === 'string') {
      for (const reference of this.module.references[value] ?? []) {
        const [root, name] = reference.split('.');
        if (`${root!}.${name!}` !== itself) this.#used.add(`${root!}.${name!}`);
        const problem = this.#resolve(reference.split('.'), scope);
        if (problem !== undefined) this.#problems.push(`${scope.place}: ${reference}: ${problem}`);
      }
    } else if (Array.isArray(value)) {
      for (const member of value as readonly Value[]) this.#check(member, scope, itself);
    } else if (isBlock(value)) {
      const { dynamic, ...rest } = value;
      for (const member of Object.values(rest)) this.#check(member, scope, itself);
      if (isBlock(dynamic)) this.#checkDynamic(dynamic, scope);
    }
  }

  #checkDynamic(dynamic: Block, scope: Scope): void {
    for (const [label, blocks] of Object.entries(dynamic)) {
      for (const { for_each: forEach, content } of blocksOf(blocks)) {
        this.#check(forEach ?? null, scope);
        this.#check(content ?? null, { ...scope, names: [...scope.names, label] });
      }
    }
  }

  #resolve([root, name, ...rest]: string[], scope: Scope): string | undefined {
    const { variables, locals, resources, data } = this.module;
    if (scope.names.includes(root!)) return undefined;
    switch (root) {
      case 'var':
        return resolveVariable(variables[name!], rest);
      case 'local':
        return locals[name!] === undefined ? 'there is no such local' : undefined;
      case 'path':
        return ['module', 'root', 'cwd'].includes(name!) ? undefined : 'there is no such path';
      case 'module':
        return this.#resolveOutput(name!, rest);
      case 'each':
      case 'count':
        return `it has no ${root === 'each' ? 'for_each' : 'count'}`;
      case 'data':
        return resolveResource(data[name!]?.[rest[0]!], this.schema.data[name!], rest.slice(1));
      default:
        return resolveResource(resources[root!]?.[name!], this.schema.resource[root!], rest);
    }
  }

  #resolveOutput(name: string, [output]: string[]): string | undefined {
    if (!(name in this.module.modules)) return 'there is no such module';
    const outputs = this.called[name]?.outputs ?? {};
    return output === undefined || output in outputs ? undefined : 'there is no such output';
  }

  #checkInputs(): void {
    for (const [name, call] of Object.entries(this.module.modules)) {
      const inputs = without(call, 'source');
      const variables = this.called[name]?.variables ?? {};
      const unknown = Object.keys(inputs).filter((input) => !(input in variables));
      const missing = Object.entries(variables)
        .filter(([input, variable]) => !('default' in variable) && !(input in inputs))
        .map(([input]) => input);
      this.#problems.push(
        ...unknown.map((input) => `module ${name}: ${input}: there is no such variable`),
        ...missing.map((input) => `module ${name}: ${input} is missing`),
      );
    }
  }
}

function without(block: Block, name: string): Block {
  return Object.fromEntries(Object.entries(block).filter(([key]) => key !== name));
}

function resolveVariable(variable: Block | undefined, [member]: string[]): string | undefined {
  if (variable === undefined) return 'there is no such variable';
  const { type } = variable;
  if (member === undefined || typeof type !== 'string' || !type.startsWith('${object(')) return;
  return new RegExp(`\\b${member} +=`).test(type) ? undefined : `it has no ${member}`;
}

function resolveResource(
  resource: Block | undefined,
  schema: BlockSchema | undefined,
  path: readonly string[],
): string | undefined {
  if (resource === undefined || schema === undefined) return 'there is no such resource';
  // As a whole, in depends_on.
  if (path.length === 0) return undefined;
  const several = 'count' in resource || 'for_each' in resource;
  const indexed = /^(\d+|".*")$/.test(path[0]!);
  if (several !== indexed) return several ? 'it needs an index' : 'it has no index';
  if (indexed && !hasIndex(resource, path[0]!)) return `there is none with the index ${path[0]!}`;
  return resolveAttribute(schema, indexed ? path.slice(1) : path);
}

/** Whether a resource with a count of one or none, or one for each member of an object, may have an index. */
function hasIndex({ count, for_each: forEach }: Block, index: string): boolean {
  if (isBlock(forEach)) return index.replaceAll('"', '') in forEach;
  if (count === undefined) return index.startsWith('"');
  return index === '0';
}

function resolveAttribute(schema: BlockSchema, path: readonly string[]): string | undefined {
  const [name, ...rest] = path.filter((part) => !/^\d+$/.test(part));
  if (name === undefined) return undefined;
  const nested = schema.blocks[name];
  if (nested !== undefined) return resolveAttribute(nested, rest);
  const known = name in schema.attributes || schema.computed.includes(name);
  return known ? undefined : `it has no attribute ${name}`;
}
