import { Deadlines } from '../../src/common/deadlines.js';

const MS = 1000;

describe('deadlines', () => {
  let late: string[];
  let deadlines: Deadlines<string>;

  beforeEach(() => {
    jest.useFakeTimers();
    late = [];
    deadlines = new Deadlines(MS, (item) => late.push(item));
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  test('an item is late at its time, not before, and once', () => {
    deadlines.add('one');
    jest.advanceTimersByTime(MS - 1);
    expect(late).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(late).toEqual(['one']);
    jest.advanceTimersByTime(10 * MS);
    expect(late).toEqual(['one']);
  });

  test('items that are added at different times are each late at their own', () => {
    deadlines.add('one');
    jest.advanceTimersByTime(300);
    deadlines.add('two');
    jest.advanceTimersByTime(MS - 300);
    expect(late).toEqual(['one']);
    jest.advanceTimersByTime(299);
    expect(late).toEqual(['one']);
    jest.advanceTimersByTime(1);
    expect(late).toEqual(['one', 'two']);
  });

  test('a deleted item is never late, and does not hold up the next one', () => {
    deadlines.add('one');
    jest.advanceTimersByTime(300);
    deadlines.add('two');
    deadlines.delete('one');
    jest.advanceTimersByTime(MS - 1);
    expect(late).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(late).toEqual(['two']);
  });

  test('an item that is added again has its whole time again', () => {
    deadlines.add('one');
    jest.advanceTimersByTime(MS - 1);
    deadlines.add('one');
    jest.advanceTimersByTime(MS - 1);
    expect(late).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(late).toEqual(['one']);
  });

  test('many items need one timer, and none is left where all were deleted and the time is up', () => {
    for (let at = 0; at < 100; at++) deadlines.add(String(at));
    expect(jest.getTimerCount()).toBe(1);
    for (let at = 0; at < 100; at++) deadlines.delete(String(at));
    jest.advanceTimersByTime(MS);
    expect(jest.getTimerCount()).toBe(0);
    expect(late).toEqual([]);
  });
});
