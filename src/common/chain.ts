/** The place of an item in a chain. */
export interface Link<T> {
  readonly item: T;
  before: Link<T> | undefined;
  after: Link<T> | undefined;
}

/**
 * A doubly linked list, in the order of addition.
 *
 * Hot: a Set that always has some items replaces its table again and again, and V8 has each old table refer to the next
 * one: once one of them has left the young generation, all that the Set ever held stays until the whole heap is collected.
 */
export class Chain<T> {
  private first: Link<T> | undefined;
  private last: Link<T> | undefined;
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Adds an item at the end. */
  add(item: T): Link<T> {
    const link: Link<T> = { item, before: this.last, after: undefined };
    if (this.last === undefined) this.first = link;
    else this.last.after = link;
    this.last = link;
    this.count++;
    return link;
  }

  /** Removes what is in this chain: only once. */
  remove(link: Link<T>): void {
    const { before, after } = link;
    if (before === undefined) this.first = after;
    else before.after = after;
    if (after === undefined) this.last = before;
    else after.before = before;
    // Garbage that has left the young generation must not keep its neighbours.
    link.before = link.after = undefined;
    this.count--;
  }

  get head(): Link<T> | undefined {
    return this.first;
  }

  /** All items; each may be removed when it is reached. */
  *[Symbol.iterator](): Generator<T, void, void> {
    for (let link = this.first; link !== undefined;) {
      const { item, after }: Link<T> = link;
      yield item;
      link = after;
    }
  }
}
