import { randomInt } from 'node:crypto';
import { CachedCoordinator } from '../../src/coordinator/cache.js';
import { NOT_TERMINATED } from '../../src/coordinator/coordinator.js';
import { coordinatorError } from '../../src/common/errors.js';
import { Random } from '../../src/testing/random.js';
import { FakeCoordinator } from '../fakes/coordinator.js';
import {
  DESCRIPTOR,
  registrationOf,
  terminationOf,
} from '../../src/testing/coordinator_requests.js';
import { gate, turn } from './requests.js';

const PATHS = ['p/+/a', 'p/+/b', 'p/+/c'];
const STEPS = 300;
const TERMINAL_INDEX = 7n;
/** A version that the Coordinator refuses. */
const REFUSED_VERSION = '2';
const REFUSAL = coordinatorError('InvalidArgument', 'the version is not 1');
const EXPIRATION_MS = 1000;

/** A Coordinator whose answers come late, in any order, some as they were when asked for, and some as failures. */
class LateCoordinator {
  readonly pending: (() => void)[] = [];
  readonly ended = new Set<string>();
  /** Registrations under way that a caller waits for, by all that they ask. */
  readonly signals = new Map<string, AbortSignal>();
  sharedBadly = false;

  constructor(private readonly random: Random) {}

  readonly fake = new FakeCoordinator({
    register: async ({ path, protoVersion, terminalIndex }, { signal }) => {
      const question = `${path} ${protoVersion} ${terminalIndex}`;
      if (this.signals.get(question)?.aborted === false) this.sharedBadly = true;
      this.signals.set(question, signal!);
      const register = () => {
        if (terminalIndex === TERMINAL_INDEX) this.ended.add(path);
        return this.stateOf(path);
      };
      const refused = protoVersion === REFUSED_VERSION;
      const early = !refused && this.random.oneIn(2) ? register() : undefined;
      await this.wait().finally(() => {
        if (this.signals.get(question) === signal) this.signals.delete(question);
      });
      if (refused) throw REFUSAL;
      return early ?? register();
    },
    terminate: async ({ path }) => {
      if (this.random.oneIn(2)) this.ended.add(path);
      await this.wait();
      this.ended.add(path);
    },
  });

  private stateOf(path: string) {
    return { terminalIndex: this.ended.has(path) ? TERMINAL_INDEX : NOT_TERMINATED };
  }

  private wait(): Promise<void> {
    const { promise, open, fail } = gate();
    const failure = coordinatorError('Unavailable', 'down');
    this.pending.push(
      this.random.oneIn(5)
        ? () => {
            fail(failure);
          }
        : open,
    );
    return promise;
  }
}

const seed = Number(process.env.SEED ?? randomInt(2 ** 31));

test(`state cache under random calls: a known end stays known, calls are shared, and refusals are not (seed ${seed})`, async () => {
  const random = new Random(seed);
  for (let round = 0; round < 20; round++) await runRound(random);
});

async function runRound(random: Random): Promise<void> {
  const inner = new LateCoordinator(random);
  const clock = { now: 1 };
  const options = { size: 2, expirationMs: EXPIRATION_MS, now: () => clock.now };
  const cache = new CachedCoordinator(inner.fake, options);
  const told = new Set<string>();
  const forgotten: string[] = [];
  let refusedBadly = 0;
  const controllers: AbortController[] = [];
  const calls: Promise<void>[] = [];

  const signal = () => {
    if (random.oneIn(4)) return undefined;
    const controller = new AbortController();
    controllers.push(controller);
    return controller.signal;
  };
  const register = async (path: string) => {
    const known = told.has(path);
    const protoVersion = random.oneIn(4) ? REFUSED_VERSION : '1';
    const end = random.oneIn(8) ? TERMINAL_INDEX : NOT_TERMINATED;
    const registration = registrationOf({ path, protoVersion, terminalIndex: end });
    const call = cache.registerStream(registration, DESCRIPTOR, { signal: signal() });
    const { terminalIndex } = await Promise.resolve(call).catch((thrown: unknown) => {
      if (thrown === REFUSAL && protoVersion === '1') refusedBadly++;
      throw thrown;
    });
    if (known && terminalIndex !== TERMINAL_INDEX) forgotten.push(path);
    if (terminalIndex === TERMINAL_INDEX) told.add(path);
  };
  const terminate = async (path: string) => {
    const request = terminationOf({ path, terminalIndex: TERMINAL_INDEX });
    await cache.terminateStream(request, { signal: signal() });
    told.add(path);
  };
  const release = () => {
    inner.pending.splice(random.below(inner.pending.length), 1)[0]?.();
  };
  const abort = () => controllers.splice(random.below(controllers.length), 1)[0]?.abort();
  const grow = () => (clock.now += random.below(EXPIRATION_MS));
  const start = (call: (path: string) => Promise<void>) => {
    calls.push(call(random.pick(PATHS)).catch(() => undefined));
  };

  for (let step = 0; step < STEPS; step++) {
    const kind = random.below(20);
    if (kind < 8) start(register);
    else if (kind < 9) start(terminate);
    else if (kind < 16) release();
    else if (kind < 19) abort();
    else grow();
    await turn();
  }
  while (inner.pending.length > 0) {
    release();
    await turn();
  }
  await Promise.all(calls);
  await cache.close();
  expect({ forgotten, sharedBadly: inner.sharedBadly, refusedBadly }).toEqual({
    forgotten: [],
    sharedBadly: false,
    refusedBadly: 0,
  });
}
