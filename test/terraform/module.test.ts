import { join } from 'node:path';
import { folderOfSuite } from '../e2e/function.js';
import { calledFunctions, FUNCTIONS } from './check_functions.js';
import { checkOrder } from './check_order.js';
import { ReferenceCheck } from './check_references.js';
import { checkSchema } from './check_schema.js';
import {
  type Mistake,
  MISSPELLED,
  ORDER_MISTAKES,
  REFERENCE_MISTAKES,
  SCHEMA_MISTAKES,
} from './mistakes.js';
import { EXAMPLE, MODULE } from './module.js';
import { type Deployment, readMutated } from './mutated.js';
import { readSchema } from './schema.js';
import { describeWithTerraform, terraform } from './terraform.js';

const SCHEMA = readSchema();

function checkReferences({ module, example }: Deployment): string[] {
  const own = new ReferenceCheck(module, SCHEMA).run();
  return [...own, ...new ReferenceCheck(example, SCHEMA, { logdog_collector: module }).run()];
}

function titled(mistakes: readonly Mistake[]): [string, Mistake][] {
  return mistakes.map((mistake) => [mistake.title, mistake]);
}

describe('the Terraform module', () => {
  const folder = folderOfSuite();
  const mistakes = [...SCHEMA_MISTAKES, ...REFERENCE_MISTAKES, ...ORDER_MISTAKES, MISSPELLED];
  let original: Deployment;
  let mutated: ReadonlyMap<Mistake, Deployment>;

  beforeAll(() => {
    const read = readMutated(folder, mistakes);
    original = read.original;
    mutated = new Map(mistakes.map((mistake, i) => [mistake, read.mutated[i]!]));
  });

  test("uses no attribute that the provider's schema lacks, and sets each required one", () => {
    expect(Object.keys(original.module.resources).length).toBeGreaterThan(15);
    expect(checkSchema(original.module, SCHEMA)).toEqual([]);
  });

  test('refers only to what is declared, and declares nothing unused, also in its example', () => {
    expect(checkReferences(original)).toEqual([]);
  });

  test('makes nothing before the services are enabled, nor before what a push needs', () => {
    expect(checkOrder(original.module)).toEqual([]);
  });

  test('calls only functions that Terraform has', () => {
    expect(calledFunctions(original.module)).toEqual([...FUNCTIONS].sort());
  });

  test('with a misspelled function is reported by the check of functions', () => {
    const misspelled = mutated.get(MISSPELLED)!.module;
    expect(calledFunctions(misspelled)).toContain('json_encode');
  });

  test('is the module that its example uses', () => {
    const { source } = original.example.modules.logdog_collector!;
    expect(join(EXAMPLE, source as string)).toBe(MODULE);
  });

  test('requires the version of the provider that the kept schema is of', () => {
    const { source, version } = SCHEMA.provider;
    const [major, minor] = version.split('.');
    for (const { terraform } of [original.module, original.example]) {
      const provider = { source, version: `~> ${major!}.${minor!}` };
      expect(terraform.required_providers).toEqual([{ google: provider }]);
    }
  });

  test('has a description for every variable and output, and a type for every variable', () => {
    const { variables, outputs } = original.module;
    const vague = Object.entries(variables).filter(([, { type, description }]) => {
      return typeof type !== 'string' || typeof description !== 'string';
    });
    const unexplained = Object.entries(outputs).filter(([, one]) => one.description === undefined);
    expect([...vague, ...unexplained].map(([name]) => name)).toEqual([]);
  });

  test('uses exactly the resource types that the kept schema has', () => {
    expect(Object.keys(SCHEMA.resource)).toEqual(Object.keys(original.module.resources).sort());
    expect(Object.keys(SCHEMA.data)).toEqual(Object.keys(original.module.data).sort());
  });

  test.each(titled(SCHEMA_MISTAKES))(
    'with %s is reported by the check against the schema',
    (_, mistake) => {
      expect(checkSchema(mutated.get(mistake)!.module, SCHEMA)).toContain(mistake.problem);
    },
  );

  test.each(titled(REFERENCE_MISTAKES))(
    'with %s is reported by the check of references',
    (_, mistake) => {
      expect(checkReferences(mutated.get(mistake)!)).toContain(mistake.problem);
    },
  );

  test.each(titled(ORDER_MISTAKES))('with %s is reported by the check of order', (_, mistake) => {
    expect(checkOrder(mutated.get(mistake)!.module)).toContain(mistake.problem);
  });
});

describeWithTerraform('Terraform', () => {
  const folder = folderOfSuite();

  test('has every function that the check of functions accepts', async () => {
    const { out } = await terraform(folder, ['metadata', 'functions', '-json']);
    const { function_signatures: signatures } = JSON.parse(out) as {
      function_signatures: Record<string, unknown>;
    };
    expect([...FUNCTIONS].filter((name) => !(name in signatures))).toEqual([]);
  });
});
