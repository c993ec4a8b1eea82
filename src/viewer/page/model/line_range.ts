/** A range of lines as a link names it, counted from 1, with both ends. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Reads `#L120` or `#L120-L130`, in either order; undefined where it is neither. */
export function parseHash(hash: string): LineRange | undefined {
  const [, one, other] = /^#L(\d{1,15})(?:-L?(\d{1,15}))?$/.exec(hash) ?? [];
  if (one === undefined) return undefined;
  const [from, to] = [Number(one), Number(other ?? one)];
  if (from < 1 || to < 1) return undefined;
  return { first: Math.min(from, to), last: Math.max(from, to) };
}

export function hasLine(range: LineRange | undefined, line: number): boolean {
  return range !== undefined && range.first <= line && line <= range.last;
}

export function formatHash({ first, last }: LineRange): string {
  return first === last ? `#L${first}` : `#L${first}-L${last}`;
}
