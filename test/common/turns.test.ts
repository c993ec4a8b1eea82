import { Turns } from '../../src/common/turns.js';
import { CollectorError } from '../../src/common/errors.js';

const TURN_MS = 10;

test('long work: the event loop has a turn after TURN_MS, and not before', async () => {
  let now = 0;
  const turns = new Turns(undefined, () => now);
  now = TURN_MS - 1;
  expect(turns.next()).toBeUndefined();
  now = TURN_MS;
  let others = 0;
  setImmediate(() => others++);
  const turn = turns.next();
  // What others do meanwhile is no work of this.
  now = 500;
  await turn;
  expect(others).toBe(1);
  expect(turns.next()).toBeUndefined();
  now = 505;
  expect(turns.workedMs).toBe(TURN_MS + 5);
});

test('long work: an aborted signal ends it at the next turn, with the reason', async () => {
  let now = 0;
  const controller = new AbortController();
  const turns = new Turns(controller.signal, () => now);
  const reason = new CollectorError('DEADLINE');
  controller.abort(reason);
  expect(turns.next()).toBeUndefined();
  now = TURN_MS;
  await expect(turns.next()).rejects.toBe(reason);
});
