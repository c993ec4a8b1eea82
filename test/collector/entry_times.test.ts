import { EntryTimes } from '../../src/collector/entry_times.js';
import type { EntryResult } from '../../src/collector/entry_result.js';

test('entry times: an entry is recorded when it ends, with its type, times and result', async () => {
  let nowMs = 7;
  const times = new EntryTimes(() => nowMs);
  const result: EntryResult = { path: 'p/+/n', outcome: 'stored', logs: 2 };
  let end: ((result: EntryResult) => void) | undefined;
  const followed = times.follow('TEXT', new Promise((resolve) => (end = resolve)));
  expect(times.ended).toEqual([]);
  nowMs = 9;
  end!(result);
  await expect(followed).resolves.toBe(result);
  expect(times.ended).toEqual([{ streamType: 'TEXT', startMs: 7, endMs: 9, result }]);
});
