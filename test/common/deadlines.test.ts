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
    deadlines.start('one');
    jest.advanceTimersByTime(MS - 1);
    expect(late).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(late).toEqual(['one']);
    jest.advanceTimersByTime(10 * MS);
    expect(late).toEqual(['one']);
  });

  test('items that begin at different times are each late at their own', () => {
    deadlines.start('one');
    jest.advanceTimersByTime(300);
    deadlines.start('two');
    jest.advanceTimersByTime(MS - 300);
    expect(late).toEqual(['one']);
    jest.advanceTimersByTime(299);
    expect(late).toEqual(['one']);
    jest.advanceTimersByTime(1);
    expect(late).toEqual(['one', 'two']);
  });

  test('a stopped item is never late, and does not hold up the next one', () => {
    const one = deadlines.start('one');
    jest.advanceTimersByTime(300);
    deadlines.start('two');
    deadlines.stop(one);
    deadlines.stop(one);
    jest.advanceTimersByTime(MS - 1);
    expect(late).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(late).toEqual(['two']);
  });

  test('many items need one timer, and none is left where all were stopped and the time is up', () => {
    const many = Array.from({ length: 100 }, (_, at) => deadlines.start(String(at)));
    expect(jest.getTimerCount()).toBe(1);
    for (const running of many) deadlines.stop(running);
    jest.advanceTimersByTime(MS);
    expect(jest.getTimerCount()).toBe(0);
    expect(late).toEqual([]);
  });
});
