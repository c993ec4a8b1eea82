/**
 * Returns whether no other process reads a store.
 *
 * @param list lmdb's, with a line for each transaction: the number of its process first
 */
export function isOnlyReader(list: string): boolean {
  const processes = list.match(/^ *\d+/gm) ?? [];
  return processes.every((number) => Number(number) === process.pid);
}
