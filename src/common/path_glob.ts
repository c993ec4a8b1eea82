/** What a glob's wildcards mean. */
export interface GlobRules {
  /** The fewest characters that a `*` inside a component stands for. */
  readonly leastChars: 0 | 1;
}

/**
 * A glob over names whose components are separated by slashes: a component `**` stands for any number of components, also
 * none; every other run of `*` stands for characters within one component.
 *
 * Both levels match the parts between wildcards from left to right, each as early as possible, and never go back. Inside
 * a component the time is linear in the component, whatever the glob; a name takes at most its length times the number of
 * components that stand between two `**`.
 */
export class PathGlob {
  /** The components between `**`: one run more than there are of those. */
  private readonly runs: readonly (readonly ComponentPattern[])[];

  constructor(glob: string, rules: GlobRules) {
    const runs: ComponentPattern[][] = [[]];
    for (const component of glob.split('/')) {
      if (component === '**') runs.push([]);
      else runs.at(-1)!.push(new ComponentPattern(component, rules.leastChars));
    }
    this.runs = runs;
  }

  /** The most steps that it takes to match a name. */
  costOf(name: string): number {
    return name.length * Math.max(...this.runs.map(({ length }) => length), 1);
  }

  matches(name: string): boolean {
    const components = name.split('/');
    const [first, ...others] = this.runs;
    const last = others.pop();
    if (last === undefined) {
      return first!.length === components.length && matchesAt(first!, components, 0);
    }
    const end = components.length - last.length;
    let at = first!.length;
    if (at > end || !matchesAt(first!, components, 0) || !matchesAt(last, components, end)) {
      return false;
    }
    for (const run of others) {
      while (at + run.length <= end && !matchesAt(run, components, at)) at++;
      at += run.length;
    }
    return at <= end;
  }
}

function matchesAt(
  run: readonly ComponentPattern[],
  components: readonly string[],
  at: number,
): boolean {
  return run.every((pattern, index) => pattern.matches(components[at + index]!));
}

class ComponentPattern {
  private readonly first: string;
  private readonly middle: readonly Literal[];
  /** What stands behind the last wildcard; undefined where there is none. */
  private readonly last: string | undefined;
  private readonly leastLength: number;

  constructor(
    pattern: string,
    private readonly leastChars: number,
  ) {
    const [first = '', ...others] = pattern.split(/\*+/);
    this.leastLength = first.length + others.reduce((sum, { length }) => sum + length, 0);
    this.leastLength += others.length * leastChars;
    this.first = first;
    this.last = others.pop();
    this.middle = others.map((text) => new Literal(text));
  }

  matches(component: string): boolean {
    const { first, last, leastChars } = this;
    if (last === undefined) return component === first;
    if (component.length < this.leastLength) return false;
    if (!component.startsWith(first) || !component.endsWith(last)) return false;
    let at = first.length;
    for (const literal of this.middle) {
      at = literal.endIn(component, at + leastChars);
      if (at < 0) return false;
    }
    return at + leastChars <= component.length - last.length;
  }
}

/** A text that is searched for in linear time, also where both repeat themselves (Knuth, Morris, Pratt). */
class Literal {
  /** For each length of a beginning of the text: the length of its longest border. */
  private readonly borders: Uint16Array | Uint32Array;

  constructor(private readonly text: string) {
    const borders = new (text.length < 0x10000 ? Uint16Array : Uint32Array)(text.length + 1);
    for (let at = 1, matched = 0; at < text.length; at++) {
      matched = this.extend(borders, matched, text.charCodeAt(at));
      borders[at + 1] = matched;
    }
    this.borders = borders;
  }

  /** The end of the first occurrence that begins at `from` or later; -1 where there is none. */
  endIn(component: string, from: number): number {
    let matched = 0;
    for (let at = from; at < component.length; at++) {
      matched = this.extend(this.borders, matched, component.charCodeAt(at));
      if (matched === this.text.length) return at + 1;
    }
    return -1;
  }

  /** How much of the text is matched with one more character. */
  private extend(borders: Uint16Array | Uint32Array, matched: number, char: number): number {
    const { text } = this;
    while (matched > 0 && text.charCodeAt(matched) !== char) matched = borders[matched]!;
    return text.charCodeAt(matched) === char ? matched + 1 : 0;
  }
}
