import type { KeyObject } from 'node:crypto';
import { CollectorError, messageOf } from '../../common/errors.js';
import { SingleFlight } from '../../common/single_flight.js';

/** Public keys by their ids, and for how long they may be kept. */
export interface FetchedKeys {
  readonly keys: ReadonlyMap<string, KeyObject>;
  readonly maxAgeMs: number;
}

/** Keys are kept at least so long, or every push could fetch them, and at most so long, or one taken back would stay. */
const AGE_MS_MIN = 60_000;
const AGE_MS_MAX = 24 * 3_600_000;

/** Not fetched again before: an id that is not known must not let a caller make us fetch. */
const AFTER_SUCCESS_MS = AGE_MS_MIN;
const AFTER_FAILURE_MS = 5_000;

/**
 * The keys that tokens are signed with, kept as long as their server says, fetched one at a time and not too often.
 *
 * The remote key set of `jose` bounds neither the size of the answer nor the time of its body, uses no proxy, fetches for
 * every push after a failure, and keeps keys for a time of its own.
 */
export class KeySet {
  private keys: FetchedKeys['keys'] = new Map<string, KeyObject>();
  private freshUntil = 0;
  private notBefore = 0;
  private readonly renewals = new SingleFlight<void>(false);

  /** @param fetch ends by itself, and rejects with an error whose message says why */
  constructor(
    private readonly fetch: () => Promise<FetchedKeys>,
    private readonly now: () => number = Date.now,
  ) {}

  /** Until when the keys are kept, in milliseconds since 1970. */
  get freshUntilMs(): number {
    return this.freshUntil;
  }

  /**
   * The key of an id; undefined where there is none.
   *
   * @throws CollectorError KEYS_UNREACHABLE, or the signal's reason
   */
  async find(id: string, signal: AbortSignal): Promise<KeyObject | undefined> {
    const stale = this.now() >= this.freshUntil;
    if (stale || !this.keys.has(id)) {
      if (this.renewals.has('keys') || this.now() >= this.notBefore) {
        await this.renewals.join('keys', signal, () => this.renew());
      } else if (stale) {
        throw unreachable('the last try was moments ago');
      }
    }
    return this.keys.get(id);
  }

  private async renew(): Promise<void> {
    try {
      const { keys, maxAgeMs } = await this.fetch();
      this.keys = keys;
      const ageMs = Math.min(Math.max(maxAgeMs, AGE_MS_MIN), AGE_MS_MAX);
      this.freshUntil = this.now() + ageMs;
      this.notBefore = this.now() + AFTER_SUCCESS_MS;
    } catch (thrown) {
      this.notBefore = this.now() + AFTER_FAILURE_MS;
      throw unreachable(messageOf(thrown), thrown);
    }
  }
}

function unreachable(why: string, cause?: unknown): CollectorError {
  const advice = 'the function must reach www.googleapis.com';
  const detail = `the keys that verify tokens are unavailable: ${why}; ${advice}`;
  return new CollectorError('KEYS_UNREACHABLE', detail, { cause });
}
