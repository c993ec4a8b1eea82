import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { blocksOf, isBlock, ROOT, type Block, type Value } from './module.js';

/** A command of docs/operations.md, with the guide's names put in. */
export interface Command {
  /** What is not a flag, behind the command itself. */
  readonly args: readonly string[];
  /** A flag without a value has the empty text. */
  readonly flags: Readonly<Record<string, string>>;
}

const WORD = /(?:[^\s"']|"[^"]*"|'[^']*')+/g;
const WHOLE_QUOTED = /^(--[\w-]+=)?(["'])([^]*)\2$/;

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The commands of docs/operations.md. */
export class Guide {
  readonly #lines = read('docs/operations.md')
    .replaceAll(/ \\\n +/g, ' ')
    .split('\n');
  /** What the guide exports, by name. */
  readonly names: Readonly<Record<string, string>>;

  constructor() {
    const names: Record<string, string> = {};
    for (const line of this.#lines.filter((one) => one.startsWith('export '))) {
      for (const [, name, value] of line.matchAll(/\b([A-Z]+)=([^\s#]+)/g)) {
        names[name!] = fill(value!, names);
      }
    }
    this.names = names;
  }

  /** Finds the one line that has a pattern. @throws Error where there is none, or more than one */
  match(pattern: RegExp): RegExpExecArray {
    const matches = this.#lines.map((line) => pattern.exec(line)).filter((match) => match !== null);
    if (matches.length !== 1) throw new Error(`${matches.length} lines have: ${pattern.source}`);
    return matches[0]!;
  }

  /** Finds the one command that begins so. @throws Error where there is none, or more than one */
  command(beginning: string): Command {
    const lines = this.#lines.filter((line) => line.startsWith(`${beginning} `));
    if (lines.length !== 1) throw new Error(`${lines.length} commands begin with: ${beginning}`);
    const words = fill(lines[0]!.slice(beginning.length), this.names).match(WORD) ?? [];
    const bare = words.map((word) => word.replace(WHOLE_QUOTED, '$1$3'));
    const flags = bare.filter((word) => word.startsWith('--')).map((flag) => flag.split('='));
    return {
      args: bare.filter((word) => !word.startsWith('--')),
      flags: Object.fromEntries(flags.map(([name, ...value]) => [name!, value.join('=')])),
    };
  }
}

function fill(text: string, names: Readonly<Record<string, string>>): string {
  return text.replace(/\$([A-Z]+)/g, (all, name: string) => names[name] ?? all);
}

/** The flags of function.yaml, with the names that the guide puts in. */
export function readFlags({ names }: Guide): Block {
  const text = read('function.yaml')
    .replaceAll('my-project', names.PROJECT!)
    .replaceAll('my-instance', names.INSTANCE!);
  return parse(text) as Block;
}

/** A policy of docs/alerts. */
export function readAlert(name: string): Block {
  return parse(read(`docs/alerts/${name}.yaml`)) as Block;
}

/** A member of an object; `a.b` is one of the object, or of the first of the list, that `a` is. Null where there is none. */
export function valueAt(object: Block, path: string): Value {
  let value: Value = object;
  for (const part of path.split('.')) {
    const block: Block | undefined = isBlock(value) ? value : blocksOf(value)[0];
    value = block?.[part] ?? null;
  }
  return value;
}

/** `7d` is `604800s`, as the services have it. */
export function seconds(duration: string): string {
  const [, days] = /^(\d+)d$/.exec(duration) ?? [];
  return days === undefined ? duration : `${86_400 * Number(days)}s`;
}
