import type { EntryResult } from '../../src/collector/result.js';
import { Stopwatch } from '../../src/common/stopwatch.js';

describe('the times of a message', () => {
  let nowMs = 100;
  const at = (ms: number) => (nowMs = ms);

  test('give each stretch to the stage that ended it, and leave none out', () => {
    const times = new Stopwatch(() => nowMs);
    for (const [ms, stage] of [
      [103, 'receive'],
      [108, 'register'],
      [110, 'store'],
      [111, 'register'],
    ] as const) {
      at(ms);
      times.lap(stage);
    }
    expect(times.stageMs('receive')).toBe(3);
    expect(times.stageMs('register')).toBe(6);
    expect(times.stageMs('store')).toBe(2);
    expect(times.stageMs('end')).toBeUndefined();
    times.stop();
    at(500);
    expect(times.totalMs()).toBe(11);
  });

  test('tell of an entry when it has ended', async () => {
    at(7);
    const times = new Stopwatch(() => nowMs);
    const result: EntryResult = { path: 'p/+/n', outcome: 'stored', logs: 2 };
    let end: ((outcome: { result: EntryResult }) => void) | undefined;
    const followed = times.follow(
      'TEXT',
      new Promise<{ result: EntryResult }>((resolve) => (end = resolve)),
    );
    expect(times.entries).toEqual([]);
    at(9);
    end!({ result });
    await followed;
    expect(times.entries).toEqual([{ streamType: 'TEXT', startMs: 7, endMs: 9, result }]);
  });
});
