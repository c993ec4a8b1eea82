import { MIN_PACED_BYTES, Pace } from '../../src/collector/pace.js';
import { CollectorError } from '../../src/common/errors.js';

const MAX_STREAMS = 10;
const PACED_MS = 100;
const LARGE = MIN_PACED_BYTES;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
});
afterEach(() => {
  jest.useRealTimers();
});

/** Notes which messages may be unpacked, in order. */
function setUp() {
  const pace = new Pace(MAX_STREAMS, PACED_MS);
  const unpacked: string[] = [];
  const wait = (name: string, bytes = LARGE) => {
    const turn = pace.wait(bytes, undefined);
    if (turn === undefined) unpacked.push(name);
    else void turn.then(() => unpacked.push(name));
  };
  return { pace, unpacked, wait };
}

const settled = () => jest.advanceTimersByTimeAsync(0);

describe('the pace of messages', () => {
  test('delays none while the streams under way are few', () => {
    const { pace, unpacked, wait } = setUp();
    pace.begin(MIN_PACED_BYTES, MAX_STREAMS - 1);
    wait('a');
    expect(unpacked).toEqual(['a']);
  });

  test('delays a large message until enough streams have ended, in order, one at a time', async () => {
    const { pace, unpacked, wait } = setUp();
    const first = pace.begin(MIN_PACED_BYTES, MAX_STREAMS);
    wait('a');
    wait('b');
    wait('c');
    await settled();
    expect(unpacked).toEqual([]);
    pace.end(MIN_PACED_BYTES, first);
    await settled();
    expect(unpacked).toEqual(['a']);
    // What it has may be little.
    const second = pace.begin(MIN_PACED_BYTES, 1);
    await settled();
    expect(unpacked).toEqual(['a', 'b']);
    pace.begin(MIN_PACED_BYTES, MAX_STREAMS);
    pace.end(MIN_PACED_BYTES, second);
    await settled();
    expect(unpacked).toEqual(['a', 'b']);
  });

  test('never delays a small message', () => {
    const { pace, unpacked, wait } = setUp();
    pace.begin(MIN_PACED_BYTES, MAX_STREAMS);
    wait('small', LARGE - 1);
    expect(unpacked).toEqual(['small']);
  });

  test('goes on where a message cannot be unpacked', async () => {
    const { pace, unpacked, wait } = setUp();
    const first = pace.begin(MIN_PACED_BYTES, MAX_STREAMS);
    wait('broken');
    wait('b');
    pace.end(MIN_PACED_BYTES, first);
    pace.end(MIN_PACED_BYTES, undefined);
    await settled();
    expect(unpacked).toEqual(['broken', 'b']);
  });

  test('delays none by streams that hang, once their message is slow', async () => {
    const { pace, unpacked, wait } = setUp();
    const hanging = pace.begin(MIN_PACED_BYTES, MAX_STREAMS);
    wait('a');
    await jest.advanceTimersByTimeAsync(PACED_MS + 1);
    expect(unpacked).toEqual(['a']);
    // They were no longer counted, and their end changes nothing.
    pace.begin(MIN_PACED_BYTES, MAX_STREAMS);
    pace.end(MIN_PACED_BYTES, hanging);
    wait('b');
    await settled();
    expect(unpacked).toEqual(['a']);
  });

  test('lets a message go whose signal is aborted, with its reason', async () => {
    const { pace, unpacked, wait } = setUp();
    const first = pace.begin(MIN_PACED_BYTES, MAX_STREAMS);
    const controller = new AbortController();
    const turn = pace.wait(LARGE, controller.signal);
    wait('b');
    const late = new CollectorError('DEADLINE');
    controller.abort(late);
    await expect(turn).rejects.toBe(late);
    await expect(pace.wait(LARGE, controller.signal)).rejects.toBe(late);
    pace.end(MIN_PACED_BYTES, first);
    await settled();
    expect(unpacked).toEqual(['b']);
  });
});
