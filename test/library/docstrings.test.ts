import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './project.js';

const TYPES = join(ROOT, 'build/lib/types');
const ENTRIES = [
  'index',
  'library/collector',
  'library/coordinator',
  'library/storage',
  'library/local',
  'library/testing',
].map((entry) => join(TYPES, `${entry}.d.ts`));

const program = ts.createProgram(ENTRIES, {
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  typeRoots: [join(ROOT, 'node_modules/@types')],
  types: ['node'],
});
const checker = program.getTypeChecker();

function isDocumented(symbol: ts.Symbol): boolean {
  return symbol.getDocumentationComment(checker).length > 0;
}

/** What an entry exports, by its name there. */
function exportsOf(entry: string): [string, ts.Symbol][] {
  const module = checker.getSymbolAtLocation(program.getSourceFile(entry)!)!;
  return checker.getExportsOfModule(module).map((symbol) => {
    const alias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    return [symbol.name, alias ? checker.getAliasedSymbol(symbol) : symbol];
  });
}

/** The public members that an interface or a class declares itself. */
function membersOf(symbol: ts.Symbol): ts.Symbol[] {
  return (symbol.declarations ?? []).flatMap((declaration) => {
    if (!ts.isInterfaceDeclaration(declaration) && !ts.isClassDeclaration(declaration)) return [];
    return declaration.members.flatMap((member: ts.Declaration & { name?: ts.Node }) => {
      const hidden = ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private;
      const named = member.name && checker.getSymbolAtLocation(member.name);
      return named === undefined || hidden !== 0 ? [] : [named];
    });
  });
}

/** Texts that are written out, as `'done'`, say themselves what they are. */
function saysItself(member: ts.Symbol): boolean {
  const type = checker.getTypeOfSymbol(member);
  const all = type.isUnion() ? type.types : [type];
  return all.every((one) => one.isStringLiteral());
}

/** What a class takes from an interface that it implements is documented there. */
function isInherited(member: ts.Symbol, owner: ts.Symbol): boolean {
  const declared = owner.declarations?.find(ts.isClassDeclaration);
  const bases = (declared?.heritageClauses ?? []).flatMap(({ types }) => types);
  return bases.some((base) => {
    const found = checker.getTypeAtLocation(base).getProperty(member.name);
    return found !== undefined && isDocumented(found);
  });
}

describe('the declarations of the library', () => {
  test('have a docstring for every exported name', () => {
    const names = ENTRIES.flatMap(exportsOf);
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter(([, symbol]) => !isDocumented(symbol)).map(([name]) => name)).toEqual([]);
  });

  test('have a docstring for every member of what is exported', () => {
    const bare = ENTRIES.flatMap(exportsOf).flatMap(([name, symbol]) =>
      membersOf(symbol)
        .filter((member) => !isDocumented(member) && !saysItself(member))
        .filter((member) => !isInherited(member, symbol))
        .map((member) => `${name}.${member.name}`),
    );
    expect([...new Set(bare)].sort()).toEqual([]);
  });
});
