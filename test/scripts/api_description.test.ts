import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type INamespace, Root, type Enum, Type } from 'protobufjs';

const ROOT = join(__dirname, '../../..');
const PROTOS = join(ROOT, 'node_modules/@google-cloud/bigtable/build/protos/protos.json');
const SERVICE = 'google.bigtable.v2.Bigtable';
const METHODS = ['ReadRows', 'MutateRow', 'MutateRows', 'CheckAndMutateRow'];
/** 20 KB today; the whole has 400 KB. */
const MAX_BYTES = 25_000;

const text = readFileSync(PROTOS, 'utf8');
const trimmedText = trim();
const whole = Root.fromJSON(JSON.parse(text) as INamespace).resolveAll();
const trimmed = Root.fromJSON(JSON.parse(trimmedText) as INamespace).resolveAll();

/** As the bundle has it; the script is an ES module, which jest does not load. */
function trim(): string {
  const script = `
    import { trimApiDescription } from ${JSON.stringify(join(ROOT, 'scripts/api_description.mjs'))};
    import { readFileSync } from 'node:fs';
    const whole = JSON.parse(readFileSync(${JSON.stringify(PROTOS)}, 'utf8'));
    process.stdout.write(JSON.stringify(trimApiDescription(whole)));
  `;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
}

/** The types that a message reaches, itself included. */
function reached(type: Type | Enum, found = new Set<Type | Enum>()): Set<Type | Enum> {
  if (found.has(type)) return found;
  found.add(type);
  if (type instanceof Type) {
    for (const { resolvedType } of type.fieldsArray) if (resolvedType) reached(resolvedType, found);
  }
  return found;
}

/** Without what is nested: that has a name of its own. */
function describeType(type: Type | Enum): object {
  return { ...type.toJSON(), nested: undefined };
}

describe('trimmed API description', () => {
  test.each(METHODS)('%s has all types of its request and its answer, unchanged', (name) => {
    const method = whole.lookupService(SERVICE).methods[name]!;
    const kept = trimmed.lookupService(SERVICE).methods[name]!;
    expect(kept.toJSON()).toEqual(method.toJSON());
    const types = [method.resolvedRequestType!, method.resolvedResponseType!].flatMap((type) => [
      ...reached(type),
    ]);
    expect(types.length).toBeGreaterThan(2);
    for (const type of types) {
      expect([type.fullName, describeType(trimmed.lookupTypeOrEnum(type.fullName))]).toEqual([
        type.fullName,
        describeType(type),
      ]);
    }
  });

  test('has no other method, and no type that none of them reaches', () => {
    expect(Object.keys(trimmed.lookupService(SERVICE).methods).sort()).toEqual([...METHODS].sort());
    expect(trimmedText).not.toMatch(/ExecuteQuery|ReadChangeStream|"admin"|FileDescriptorProto/);
    expect(trimmedText.length).toBeLessThan(MAX_BYTES);
  });
});
