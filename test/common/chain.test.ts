import { Chain } from '../../src/common/chain.js';

describe('a chain', () => {
  test('iterates over its items in the order of addition', () => {
    const chain = new Chain<number>();
    for (const item of [1, 2, 3]) chain.add(item);
    expect([...chain]).toEqual([1, 2, 3]);
    expect(chain.size).toBe(3);
  });

  test.each([
    ['first', 0, [2, 3]],
    ['middle', 1, [1, 3]],
    ['last', 2, [1, 2]],
  ])('has the other items, and accepts more, after its %s item is removed', (_, at, left) => {
    const chain = new Chain<number>();
    const links = [1, 2, 3].map((item) => chain.add(item));
    chain.remove(links[at]!);
    expect([...chain]).toEqual(left);
    chain.add(4);
    expect([...chain]).toEqual([...left, 4]);
    expect(chain.size).toBe(3);
  });

  test('is empty after all items are removed, also during iteration', () => {
    const chain = new Chain<number>();
    const links = new Map([1, 2, 3].map((item) => [item, chain.add(item)]));
    for (const item of chain) chain.remove(links.get(item)!);
    expect([[...chain], chain.size, chain.head]).toEqual([[], 0, undefined]);
  });

  test('a removed link refers to no other', () => {
    const chain = new Chain<number>();
    const [, link] = [1, 2, 3].map((item) => chain.add(item));
    chain.remove(link!);
    expect(link).toEqual({ item: 2, before: undefined, after: undefined });
  });
});
