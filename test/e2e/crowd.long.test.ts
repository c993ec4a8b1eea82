import { crowd, hash, LargestBundles } from './crowd.js';
import { functionOfSuite } from './function.js';
import { readStored } from './stored.js';

const MiB = 1024 * 1024;
const INSTANCE_BYTES = 1024 * MiB;

const PUSHES = 80;
/** Of as many prefixes. The full size, no two pushes the same, is for `LOAD=full npx jest e2e/crowd`. */
const BUNDLES = process.env.LOAD === 'full' ? PUSHES : 10;

describe('serve, with the heap of an instance of 1 GiB', () => {
  const { collect, dir } = functionOfSuite('serve', {
    NODE_OPTIONS: '--max-old-space-size=512',
  });

  test(
    `takes ${PUSHES} of the largest pushes at once: sheds what is too much, and stores all in the end`,
    async () => {
      const bundles = new LargestBundles();
      const bodies = await bundles.bodies(BUNDLES);
      const copies = Array.from({ length: PUSHES / BUNDLES }, () => bodies);
      const report = await crowd(collect(), copies.flat());
      console.info(JSON.stringify({ bodyBytes: bodies[0]!.length, ...report }));
      expect(report.answers).toMatchObject({ 204: PUSHES, 429: expect.any(Number) as number });
      expect(report.peakBytes).toBeLessThanOrEqual(INSTANCE_BYTES);
      expect(await collect().end('SIGTERM')).toBe(0);

      const [hashes, paths] = await readStored(dir, (stored) => [
        [...stored.rows().values()].map(hash),
        stored.paths(),
      ]);
      const expected = bundles.rowHashes().flatMap((row) => Array<string>(BUNDLES).fill(row));
      expect(hashes.sort()).toEqual(expected.sort());
      expect(new Set(paths).size).toBe(expected.length);
    },
    5 * 60_000,
  );
});
