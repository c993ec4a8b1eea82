import { cellTime } from '../../../src/storage/bigtable/cell_time.js';
import { SERVER_TIME } from '../../../src/storage/bigtable/table.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW_MS = Date.UTC(2026, 5, 1);

beforeEach(() => {
  jest.useFakeTimers({ now: NOW_MS });
});
afterEach(() => {
  jest.useRealTimers();
});

test.each<[string, number | undefined, number]>([
  ['an unknown time', undefined, SERVER_TIME],
  ['the beginning of Unix time', 0, SERVER_TIME],
  ['a time before Unix time', -1, SERVER_TIME],
  ['a millisecond before 2000', Date.UTC(2000, 0, 1) - 1, SERVER_TIME],
  ['the beginning of 2000', Date.UTC(2000, 0, 1), Date.UTC(2000, 0, 1) * 1000],
  ['a time with milliseconds', 1_700_000_000_123, 1_700_000_000_123_000],
  ['the present', NOW_MS, NOW_MS * 1000],
  ['a time a day ahead', NOW_MS + DAY_MS, (NOW_MS + DAY_MS) * 1000],
  ['a time a millisecond more than a day ahead', NOW_MS + DAY_MS + 1, SERVER_TIME],
  ['the end of the year 9999', Date.UTC(9999, 11, 31), SERVER_TIME],
])(
  'cell time: %s (%p ms): %p µs, -1 for the time of the server',
  (_, timestampMs, timestampMicros) => {
    expect(cellTime(timestampMs)).toBe(timestampMicros);
  },
);
