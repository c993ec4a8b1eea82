import type { Module } from './module.js';

/** Those of Terraform that the module calls; what makes types is among them. */
export const FUNCTIONS: ReadonlySet<string> = new Set([
  ...[
    'alltrue',
    'anytrue',
    'can',
    'contains',
    'distinct',
    'fileexists',
    'filesha256',
    'floor',
    'format',
  ],
  ...[
    'join',
    'jsonencode',
    'keys',
    'length',
    'merge',
    'regex',
    'setintersection',
    'startswith',
    'toset',
    'try',
  ],
]);

/** What makes types of variables. */
const TYPES = new Set(['list', 'map', 'object', 'optional', 'set']);

const CALL = /\b([a-z][a-z0-9_]*)\(/g;
/** The content of a text is no call; one with an expression in it is left. */
const PLAIN_TEXT = /"(?:[^"\\$]|\\.|\$(?!\{))*"/g;

/** Finds the functions that a module calls. */
export function calledFunctions(module: Module): string[] {
  const expressions = textsOf(module).filter((text) => text.includes('${'));
  const calls = expressions.flatMap((text) => [
    ...text.replaceAll(PLAIN_TEXT, '""').matchAll(CALL),
  ]);
  const names = calls.map(([, name]) => name!).filter((name) => !TYPES.has(name));
  return [...new Set(names)].sort();
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
