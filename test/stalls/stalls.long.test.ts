import { CALL_CASES } from './calls.js';
import { measureAll, type StallResult } from './measure.js';
import { messageCases } from './messages.js';

/** The clocks and the memory of a process are read from `/proc`. */
const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux(
  'worst messages and calls: each is answered within the bounds of time, CPU and memory',
  async () => {
    const cases = [...messageCases(), ...CALL_CASES].filter(({ short }) => short === true);
    expect(cases.length).toBeGreaterThan(5);
    const results: StallResult[] = [];
    for await (const result of measureAll(cases)) results.push(result);
    expect(results.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  },
  5 * 60_000,
);
