import { join } from 'node:path';
import { temporaryFolder } from '../e2e/function.js';
import { calledFunctions, FUNCTIONS } from './check_functions.js';
import { ReferenceCheck } from './check_references.js';
import { checkSchema } from './check_schema.js';
import { type Mistake, MISSPELLED, REFERENCE_MISTAKES, SCHEMA_MISTAKES } from './mistakes.js';
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
  const folder = temporaryFolder();
  const mistakes = [...SCHEMA_MISTAKES, ...REFERENCE_MISTAKES, MISSPELLED];
  let original: Deployment;
  let mutated: ReadonlyMap<Mistake, Deployment>;

  beforeAll(() => {
    const read = readMutated(folder.path, mistakes);
    original = read.original;
    mutated = new Map(mistakes.map((mistake, i) => [mistake, read.mutated[i]!]));
  });

  afterAll(() => {
    folder.remove();
  });

  test("has what the provider's schema has, and all that it asks for", () => {
    expect(Object.keys(original.module.resources).length).toBeGreaterThan(15);
    expect(checkSchema(original.module, SCHEMA)).toEqual([]);
  });

  test('refers to what is declared, also in its example, and declares nothing else', () => {
    expect(checkReferences(original)).toEqual([]);
  });

  test('calls functions of Terraform alone', () => {
    expect(calledFunctions(original.module)).toEqual([...FUNCTIONS].sort());
  });

  test('would fail that with a function that is misspelled', () => {
    const misspelled = mutated.get(MISSPELLED)!.module;
    expect(calledFunctions(misspelled)).toContain('json_encode');
  });

  test('is what its example leads to', () => {
    const { source } = original.example.modules.logdog_collector!;
    expect(join(EXAMPLE, source as string)).toBe(MODULE);
  });

  test('asks for a version of the provider that the schema is of', () => {
    const { source, version } = SCHEMA.provider;
    const [major, minor] = version.split('.');
    for (const { terraform } of [original.module, original.example]) {
      const provider = { source, version: `~> ${major!}.${minor!}` };
      expect(terraform.required_providers).toEqual([{ google: provider }]);
    }
  });

  test('describes every variable and output, and gives every variable a type', () => {
    const { variables, outputs } = original.module;
    const vague = Object.entries(variables).filter(([, { type, description }]) => {
      return typeof type !== 'string' || typeof description !== 'string';
    });
    const unexplained = Object.entries(outputs).filter(([, one]) => one.description === undefined);
    expect([...vague, ...unexplained].map(([name]) => name)).toEqual([]);
  });

  test('uses every resource type of the schema that is kept for the tests', () => {
    expect(Object.keys(SCHEMA.resource)).toEqual(Object.keys(original.module.resources).sort());
    expect(Object.keys(SCHEMA.data)).toEqual(Object.keys(original.module.data).sort());
  });

  test.each(titled(SCHEMA_MISTAKES))('would fail these tests with %s', (_, mistake) => {
    expect(checkSchema(mutated.get(mistake)!.module, SCHEMA)).toContain(mistake.problem);
  });

  test.each(titled(REFERENCE_MISTAKES))('would fail these tests with %s', (_, mistake) => {
    expect(checkReferences(mutated.get(mistake)!)).toContain(mistake.problem);
  });
});

describeWithTerraform('Terraform', () => {
  const folder = temporaryFolder();

  afterAll(() => {
    folder.remove();
  });

  test('has the functions that these tests know', async () => {
    const { out } = await terraform(folder.path, ['metadata', 'functions', '-json']);
    const { function_signatures: signatures } = JSON.parse(out) as {
      function_signatures: Record<string, unknown>;
    };
    expect([...FUNCTIONS].filter((name) => !(name in signatures))).toEqual([]);
  });
});
