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

  test('report an item at its time, not before, and once', () => {
    deadlines.start('one');
    jest.advanceTimersByTime(MS - 1);
    expect(late).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(late).toEqual(['one']);
    jest.advanceTimersByTime(10 * MS);
    expect(late).toEqual(['one']);
  });

  test('report items that began at different times each at its own time', () => {
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

  test('never report a stopped item, and do not delay the next one', () => {
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

  test('need one timer for many items, and leave none when all are stopped', () => {
    const many = Array.from({ length: 100 }, (_, at) => deadlines.start(String(at)));
    expect(jest.getTimerCount()).toBe(1);
    for (const running of many) deadlines.stop(running);
    jest.advanceTimersByTime(MS);
    expect(jest.getTimerCount()).toBe(0);
    expect(late).toEqual([]);
  });
});
