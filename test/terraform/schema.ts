import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './module.js';

/** What a block may have. */
export interface BlockSchema {
  /** A type, as `string` or `map(string)`; followed by `, required` where it must be set. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What can be read and not set. */
  readonly computed: readonly string[];
  readonly blocks: Readonly<Record<string, NestedSchema>>;
}

export interface NestedSchema extends BlockSchema {
  readonly min: number;
  /** Null where there is no bound. */
  readonly max: number | null;
}

/** The provider's schema, as `npm run terraform:schema` writes it. */
export interface Schema {
  readonly package: string;
  readonly provider: { readonly source: string; readonly version: string };
  readonly resource: Readonly<Record<string, BlockSchema>>;
  readonly data: Readonly<Record<string, BlockSchema>>;
}

export function readSchema(): Schema {
  const path = join(ROOT, 'test/terraform/data/google_schema.json');
  return JSON.parse(readFileSync(path, 'utf8')) as Schema;
}
