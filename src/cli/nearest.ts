/** How many letters a word may differ in from the one that was meant: one in three. */
const LETTERS_PER_MISTAKE = 3;

/** Returns `; did you mean 'send'?` for a word that is nearly one of those that are known; nothing where none is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = known
    .map((candidate) => ({ candidate, mistakes: distance(word, candidate) }))
    .filter(({ mistakes }) => mistakes <= Math.ceil(word.length / LETTERS_PER_MISTAKE))
    .sort((a, b) => a.mistakes - b.mistakes)[0];
  return near === undefined ? '' : `; did you mean '${near.candidate}'?`;
}

/** How many letters are to be put in, left out, changed or swapped with the next (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = swaps ? rows[i - 2]![j - 2]! + 1 : Infinity;
      row.push(Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, changed, swapped));
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
