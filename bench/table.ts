/** A line of a table: the first cell to the left, the others to the right. */
export function row(cells: readonly (string | number)[]): string {
  return cells
    .map((cell) => (typeof cell === 'number' ? cell.toFixed(cell < 100 ? 2 : 0) : cell))
    .map((cell, at) => (at === 0 ? cell.padEnd(10) : cell.padStart(14)))
    .join('');
}
