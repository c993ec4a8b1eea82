/**
 * Whether a stream's whole path, `PROJECT/PREFIX/+/NAME`, matches a glob: `*` is one component, `**` any number of
 * them, also none; within a component, `*` stands for any characters. A glob without `*` means the stream of that
 * path, and all under it.
 */
export function matchesGlob(glob: string, path: string): boolean {
  const patterns = glob.replace(/^\/+|\/+$/g, '').split('/');
  const components = path.split('/');
  if (!glob.includes('*')) return patterns.every((pattern, at) => components[at] === pattern);

  // reached[n]: the patterns so far match the first n components.
  let reached = components.map(() => false);
  reached.unshift(true);
  for (const pattern of patterns) reached = step(pattern, components, reached);
  return reached[components.length]!;
}

function step(
  pattern: string,
  components: readonly string[],
  reached: readonly boolean[],
): boolean[] {
  if (pattern === '**') {
    const first = reached.indexOf(true);
    return reached.map((_, at) => first >= 0 && at >= first);
  }
  const expression = new RegExp(`^${pattern.split(/\*+/).map(escape).join('[^]*')}$`);
  return reached.map((_, at) => at > 0 && reached[at - 1]! && expression.test(components[at - 1]!));
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
