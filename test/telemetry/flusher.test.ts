import { Flusher } from '../../src/telemetry/flusher.js';

/** A send that a test ends. */
interface Send {
  end(): void;
  fail(why: Error): void;
}

/** A flusher with a clock and sends of the test's own. */
class Rig {
  nowMs = 5000;
  readonly sends: Send[] = [];
  readonly told: unknown[] = [];
  readonly flusher = new Flusher({
    intervalMs: 1000,
    now: () => this.nowMs,
    onSent: (failure) => this.told.push(failure),
    send: () =>
      new Promise((end, fail) => {
        this.sends.push({ end, fail });
      }),
  });

  /** Flushes, and ends what that sends. */
  async flushed(): Promise<void> {
    const waiting = this.flusher.flush();
    this.sends.at(-1)?.end();
    await waiting;
  }
}

describe('a flush of metrics and traces', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  test('is sent once per interval from the start, and not more often', async () => {
    const rig = new Rig();
    for (const [passedMs, sends] of [
      [0, 0],
      [999, 0],
      [1, 1],
      [0, 1],
      [999, 1],
      [1, 2],
      [60_000, 3],
    ] as const) {
      rig.nowMs += passedMs;
      await rig.flushed();
      expect(rig.sends).toHaveLength(sends);
    }
    expect(rig.told).toEqual([undefined, undefined, undefined]);
  });

  test('is awaited by the caller that starts it', async () => {
    const rig = new Rig();
    rig.nowMs += 1000;
    const order: string[] = [];
    const waiting = rig.flusher.flush()!.then(() => order.push('flushed'));
    await new Promise(setImmediate);
    order.push('sent');
    rig.sends[0]!.end();
    await waiting;
    expect(order).toEqual(['sent', 'flushed']);
  });

  test('is awaited for half a second at most, and not by callers while it is under way', async () => {
    jest.useFakeTimers();
    const rig = new Rig();
    rig.nowMs += 1000;
    let done = false;
    const waiting = rig.flusher.flush()!.then(() => (done = true));
    await jest.advanceTimersByTimeAsync(499);
    expect(done).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    await waiting;
    rig.nowMs += 29_999;
    expect(rig.flusher.flush()).toBeUndefined();
    expect(rig.sends).toHaveLength(1);
  });

  test('is sent again if an earlier send never ends', () => {
    const rig = new Rig();
    rig.nowMs += 1000;
    void rig.flusher.flush();
    rig.nowMs += 30_000;
    void rig.flusher.flush();
    expect(rig.sends).toHaveLength(2);
    for (const send of rig.sends) send.end();
  });

  test('rejects for no caller if it cannot be sent: only the failure is reported', async () => {
    const rig = new Rig();
    rig.nowMs += 1000;
    const waiting = rig.flusher.flush();
    const why = new Error('away');
    rig.sends[0]!.fail(why);
    await waiting;
    expect(rig.told).toEqual([why]);
  });

  test('is sent early if too much is held, and then no caller waits', () => {
    const rig = new Rig();
    expect(rig.flusher.flush(true)).toBeUndefined();
    expect(rig.flusher.flush(true)).toBeUndefined();
    expect(rig.sends).toHaveLength(1);
  });

  test('is sent at the end of the process, after the one under way', async () => {
    const rig = new Rig();
    rig.nowMs += 1000;
    const first = rig.flusher.flush();
    const closed = rig.flusher.close();
    await new Promise(setImmediate);
    expect(rig.sends).toHaveLength(1);
    rig.sends[0]!.end();
    await first;
    await new Promise(setImmediate);
    expect(rig.sends).toHaveLength(2);
    rig.sends[1]!.end();
    await closed;
  });

  test('delays the end of the process for half a second at most', async () => {
    jest.useFakeTimers();
    const rig = new Rig();
    const closed = rig.flusher.close();
    await jest.advanceTimersByTimeAsync(500);
    await closed;
    expect(rig.sends).toHaveLength(1);
  });
});
