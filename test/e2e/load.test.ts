import { buildMessage, serializedLogs } from '../../src/testing/message.js';
import { CANARY, CANARY_LOG, expectNoCanary } from './canary.js';
import { functionOfSuite } from './function.js';
import { readStored } from './stored.js';

/** The full size is for `LOAD=full npx jest e2e/load`. */
const LOAD =
  process.env.LOAD === 'full'
    ? { pushes: 1000, nameChars: 20, cacheSize: 10_000, heapMiB: 64 }
    : { pushes: 40, nameChars: 4000, cacheSize: 1000, heapMiB: 48 };
const STREAMS_A_PUSH = 100;
const AT_ONCE = 8;

describe('the function under load', () => {
  // The states of the whole load (0.6 kB and two names each) do not fit: Node ends where the cache keeps them.
  const { collect, dir } = functionOfSuite('functions-framework', {
    STATE_CACHE_SIZE: String(LOAD.cacheSize),
    NODE_OPTIONS: `--max-old-space-size=${LOAD.heapMiB}`,
  });

  afterAll(() => {
    expectNoCanary(collect().output);
  });

  test('takes 200 concurrent pushes of one bundle: all acked, each stream once, no row twice', async () => {
    const streams = Array.from({ length: 20 }, (_, position) => ({
      name: `stream/${position}`,
      logs: [CANARY_LOG, `log of ${position}`],
      terminalIndex: 1,
    }));
    const data = buildMessage({ project: 'load', prefix: 'same', secret: CANARY, streams });
    const replies = await Promise.all(Array.from({ length: 200 }, () => collect().push(data)));
    expect(replies.filter(({ status }) => status !== 204)).toEqual([]);
    await readStored(dir, async (stored) => {
      expect(stored.rows().size).toBe(streams.length);
      expect(stored.paths().length).toBe(streams.length);
      for (const stream of streams) {
        const logs = await stored.logs('load', `same/+/${stream.name}`);
        expect(logs).toEqual(serializedLogs(stream));
      }
    });
  });

  test('waits for the disk a few times for a bundle, and not for each of its streams', async () => {
    const commits = () => readStored(dir, (stored) => stored.commits());
    const before = await commits();
    const streams = Array.from({ length: 1000 }, (_, position) => ({
      name: `stream/${position}`,
      logs: ['one'],
      terminalIndex: 0,
    }));
    const data = buildMessage({ project: 'load', prefix: 'wide', secret: CANARY, streams });
    expect((await collect().push(data)).status).toBe(204);
    expect((await commits()) - before).toBeLessThan(30);
  });

  test(
    `takes ${LOAD.pushes * STREAMS_A_PUSH} streams with a cache of ${LOAD.cacheSize}, in a heap that holds no more`,
    async () => {
      let next = 0;
      const work = async () => {
        while (next < LOAD.pushes) {
          expect((await collect().push(manyStreams(next++))).status).toBe(204);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      const rows = await readStored(dir, (stored) => stored.rows().size);
      expect(rows).toBe(20 + 1000 + LOAD.pushes * STREAMS_A_PUSH);
    },
    10 * 60_000,
  );
});

function manyStreams(push: number): Buffer {
  const streams = Array.from({ length: STREAMS_A_PUSH }, (_, position) => ({
    name: `${position}/`.padEnd(LOAD.nameChars, 'x'),
    logs: [`${CANARY_LOG} ${push} ${position}`],
  }));
  return buildMessage({ project: 'load', prefix: `many/${push}`, secret: CANARY, streams });
}
