import { setImmediate } from 'node:timers/promises';
import { CollectorError } from '../../../src/common/errors.js';
import { type FetchedKeys, KeySet } from '../../../src/push/auth/key_set.js';
import { makeKey } from './issuer.js';

const MINUTE = 60_000;
const { publicKey } = makeKey('a');
const { signal } = new AbortController();

/** A key set whose clock and server a test moves. */
class Rig {
  nowMs = 1_000_000;
  fetches = 0;
  ids: string[] = ['a'];
  maxAgeMs = 10 * MINUTE;
  failure: Error | undefined;
  /** Fetches wait for it. */
  gate: Promise<void> = Promise.resolve();
  readonly keys = new KeySet(
    () => this.fetch(),
    () => this.nowMs,
  );

  async knows(id: string): Promise<boolean> {
    return (await this.keys.find(id, signal)) !== undefined;
  }

  private async fetch(): Promise<FetchedKeys> {
    this.fetches++;
    await this.gate;
    if (this.failure !== undefined) throw this.failure;
    return { keys: new Map(this.ids.map((id) => [id, publicKey])), maxAgeMs: this.maxAgeMs };
  }
}

let rig: Rig;

beforeEach(() => {
  rig = new Rig();
});

describe('the keys', () => {
  test('are fetched once while they may be kept, and again after that', async () => {
    expect(rig.fetches).toBe(0);
    for (let at = 0; at < 3; at++) expect(await rig.knows('a')).toBe(true);
    rig.nowMs += rig.maxAgeMs - 1;
    await rig.knows('a');
    expect(rig.fetches).toBe(1);
    rig.nowMs += 1;
    await rig.knows('a');
    expect(rig.fetches).toBe(2);
  });

  test.each([
    ['for no time', 0, MINUTE],
    ['for ever', 10 ** 12, 24 * 60 * MINUTE],
  ])('that may be kept %s are kept a bounded time', async (_name, maxAgeMs, kept) => {
    rig.maxAgeMs = maxAgeMs;
    await rig.knows('a');
    expect(rig.keys.freshUntilMs - rig.nowMs).toBe(kept);
  });

  test('are fetched one at a time, however many ask', async () => {
    let open: () => void = () => undefined;
    rig.gate = new Promise((resolve) => (open = resolve));
    const asked = Array.from({ length: 100 }, (_, at) => rig.knows(at % 2 ? 'a' : 'b'));
    await setImmediate();
    open();
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(50);
    expect(rig.fetches).toBe(1);
  });

  test('are fetched anew for an id that is not known, but once a minute at most', async () => {
    await rig.knows('a');
    for (let second = 0; second < 600; second++) {
      rig.nowMs += 999;
      for (let at = 0; at < 10; at++) await rig.knows(`invented-${second}-${at}`);
    }
    expect(rig.fetches).toBeLessThanOrEqual(11);
    expect(rig.fetches).toBeGreaterThan(5);
  });

  test('that are new are found within a minute, also in a flood of invented ids', async () => {
    await rig.knows('a');
    await rig.knows('invented');
    rig.ids = ['a', 'new'];
    rig.nowMs += MINUTE;
    expect(await rig.knows('invented')).toBe(false);
    expect(await rig.knows('new')).toBe(true);
  });

  test('that are taken back are not known any more', async () => {
    await rig.knows('a');
    rig.ids = ['b'];
    rig.nowMs += rig.maxAgeMs;
    expect(await rig.knows('a')).toBe(false);
  });

  test('that cannot be fetched are an error that brings the push again, and says why', async () => {
    rig.failure = new Error('fetch failed (ECONNREFUSED)');
    const failed = rig.keys.find('a', signal);
    await expect(failed).rejects.toMatchObject({ code: 'KEYS_UNREACHABLE', retryable: true });
    await expect(failed).rejects.toThrow('ECONNREFUSED');
  });

  test('that cannot be fetched are tried every few seconds, not at every push', async () => {
    rig.failure = new Error('away');
    for (let at = 0; at < 60; at++) {
      await expect(rig.keys.find('a', signal)).rejects.toThrow(CollectorError);
      rig.nowMs += 1000;
    }
    expect(rig.fetches).toBe(12);
    rig.failure = undefined;
    rig.nowMs += 5000;
    expect(await rig.knows('a')).toBe(true);
  });

  test('go on being used when one that is not known cannot be fetched', async () => {
    await rig.knows('a');
    rig.failure = new Error('away');
    rig.nowMs += MINUTE;
    await expect(rig.keys.find('b', signal)).rejects.toThrow('away');
    expect(await rig.knows('a')).toBe(true);
  });

  test('are not waited for by a push that is given up; the others get theirs', async () => {
    let open: () => void = () => undefined;
    rig.gate = new Promise((resolve) => (open = resolve));
    const controller = new AbortController();
    const left = rig.keys.find('a', controller.signal);
    const stays = rig.knows('a');
    controller.abort(new CollectorError('DEADLINE'));
    await expect(left).rejects.toMatchObject({ code: 'DEADLINE' });
    open();
    expect(await stays).toBe(true);
  });
});
