/**
 * Returns how many items of a list come up to a value, with it, by halving.
 *
 * @param valueAt the items' values, ascending
 */
export function countUpTo(count: number, valueAt: (at: number) => number, value: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
