import type { Defect } from './defects.js';

/** The source with the defect in it. @throws Error where what it replaces does not stand there exactly once */
export function plant({ name, file, find, replace }: Defect, source: string): string {
  const [before, after, ...more] = source.split(find);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(
      `defect "${name}": its text stands in src/${file} ${more.length === 0 ? 'not at all' : 'more than once'}`,
    );
  }
  return before + replace + after;
}
