import { statSync } from 'node:fs';
import { join } from 'node:path';
import { buildMessage } from '../../src/testing/message.js';
import { Random } from '../../src/testing/random.js';
import { functionOfSuite } from './function.js';
import { readStored } from './stored.js';

const MiB = 1024 * 1024;

/** The smallest that the setting takes. */
const MAX_BYTES = 64 * MiB;

/** How many times that is pushed; the full size is for `LOAD=full npx jest e2e/retention`. */
const TIMES = process.env.LOAD === 'full' ? 10 : 2;
const AT_ONCE = 4;

describe('the function, with DATA_MAX_BYTES', () => {
  const { collect, dir } = functionOfSuite('start', { DATA_MAX_BYTES: String(MAX_BYTES) });

  test(
    `keeps its file below it while ${TIMES} times as much is pushed, and what is still written whole`,
    async () => {
      const random = new Random(TIMES);
      const took: number[] = [];
      let written = 0;
      let pushes = 0;
      let largest = 0;
      const work = async () => {
        while (written < TIMES * MAX_BYTES) {
          const push = pushes++;
          const logs = Array.from({ length: 20 }, () =>
            Buffer.alloc(random.between(1, 100_000), 'x'),
          );
          written += logs.reduce((sum, { length }) => sum + length, 0);
          const streams = logs.map((log, n) => ({
            name: `s/${n}`,
            type: 'binary' as const,
            logs: [log],
            terminalIndex: 0,
          }));
          const live = { name: 'live', logs: ['log'], index: push };
          const data = buildMessage({ project: 'p', prefix: `p/${push}`, streams });
          const begun = performance.now();
          expect((await collect().push(data)).status).toBe(204);
          took.push(performance.now() - begun);
          const kept = buildMessage({ project: 'p', prefix: 'live', streams: [live] });
          expect((await collect().push(kept)).status).toBe(204);
          largest = Math.max(largest, statSync(join(dir, 'data.mdb')).size);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      const at = (part: number) => took.sort((a, b) => a - b)[Math.floor(part * took.length)]!;
      console.info(
        `pushed ${Math.round(written / MiB)} MiB in ${took.length} bundles, file at most ${Math.round(largest / MiB)} MiB, ` +
          `a push ${Math.round(at(0.5))} ms (median), ${Math.round(at(0.99))} ms (99th percentile)`,
      );
      expect(largest).toBeLessThan(MAX_BYTES);
      await readStored(dir, async (stored) => {
        expect((await stored.logs('p', 'live/+/live')).length).toBe(pushes);
        expect(stored.paths().length).toBeLessThan(pushes * 20);
      });
    },
    10 * 60_000,
  );
});
