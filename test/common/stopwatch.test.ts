import { Stopwatch } from '../../src/common/stopwatch.js';

describe('the times of a message', () => {
  let nowMs = 100;
  const at = (ms: number) => (nowMs = ms);

  test('are attributed to the stage that ends them, without a gap', () => {
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
});
