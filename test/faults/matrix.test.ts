import { isDeepStrictEqual } from 'node:util';
import { LmdbStorage } from '../../src/local/lmdb.js';
import { openTestEnvironment, type TestEnvironment } from '../coordinator/open.js';
import { CALLS, type Cell, makeCells, nameOf } from './cells.js';
import { expectedOf } from './expected.js';
import { Rig } from './rig.js';

/** Cells that are tried at once: most of them wait for a server of this process. */
const AT_ONCE = 16;

const cells = makeCells();
const verdicts: Record<string, number> = {};

/** What is wrong with a cell; nothing where it is right. */
async function judge(cell: Cell, rig: Rig): Promise<string[]> {
  const wrong: string[] = [];
  const expected = expectedOf(cell);
  if (!cell.first) await rig.warmUp();
  rig.fail();
  const pushed = rig.push();
  if (cell.fault.kind === 'hang') await rig.giveUp(expected.stored);
  const answer = await pushed;
  if (rig.struck === 0) wrong.push('the fault does not strike');
  rig.mend();
  if (!isDeepStrictEqual(answer, expected.answer)) {
    wrong.push(`answers ${JSON.stringify(answer)}, and not ${JSON.stringify(expected.answer)}`);
  }
  if (!(await rig.areStored(expected.stored))) wrong.push('leaves an entry out');
  if (answer.status === 200 && !rig.isKept()) wrong.push('acks what is refused and not kept');
  const later = await rig.push();
  if (!isDeepStrictEqual(later, expected.later)) {
    wrong.push(`remembers it: then answers ${JSON.stringify(later)}`);
  }
  if (!(await rig.areStored(expected.storedLater))) wrong.push('acks what is not stored');
  if (!rig.isKept()) wrong.push('then acks what is refused and not kept');
  if (!rig.areEnded(expected.storedLater)) {
    wrong.push('acks what is not registered, or not terminated');
  }
  const { status = 0 } = expected.answer;
  verdicts[status] = (verdicts[status] ?? 0) + 1;
  return wrong.map((what) => `${nameOf(cell)}: ${what}`);
}

describe('fault matrix', () => {
  let opened: TestEnvironment;
  let lmdb: LmdbStorage;

  beforeAll(() => {
    opened = openTestEnvironment();
    lmdb = new LmdbStorage({ environment: opened.environment });
  });

  afterAll(async () => {
    await lmdb.close();
    await opened.destroy();
    console.info(`fault matrix: ${cells.length} cells, by answer: ${JSON.stringify(verdicts)}`);
  });

  test.each(CALLS)(
    'each fault of %s: the table of acks holds, nothing of it is cached, and no other entry is affected',
    async (call) => {
      const left = cells.map((cell, id) => ({ cell, id })).filter(({ cell }) => cell.call === call);
      const wrong: string[] = [];
      const work = async () => {
        for (let next = left.pop(); next !== undefined; next = left.pop()) {
          const rig = await Rig.open(next.cell, next.id, lmdb, opened.environment);
          wrong.push(...(await judge(next.cell, rig)));
          await rig.close();
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      expect(wrong).toEqual([]);
    },
    180_000,
  );

  test('has at least 600 different cells', () => {
    expect(cells.length).toBeGreaterThanOrEqual(600);
    expect(new Set(cells.map(nameOf)).size).toBe(cells.length);
  });
});
