import { CachedCoordinator } from '../../../src/coordinator/cache.js';
import type { Coordinator, LogStreamState } from '../../../src/coordinator/coordinator.js';
import { openRemote } from '../../../src/coordinator/prpc/open.js';
import { BATCH_LIMITS } from '../../../src/coordinator/prpc/remote.js';
import { logpb } from '../../../src/proto/gen/logpb.js';
import { FakeCoordinator } from '../../fakes/coordinator.js';
import { registrationOf, terminationOf } from '../../../src/testing/coordinator_requests.js';
import { turn } from '../requests.js';
import type { HttpRequest, HttpServer } from '../../fakes/http_server.js';
import { descriptorOf, entriesOf, methodOf, servePrpc } from '../../fakes/coordinator_server.js';

/** Holds requests back until a round of them has come, and answers them together: latency without a clock. */
class Rounds {
  private readonly held: (() => void)[] = [];
  rounds = 0;
  underWayMax = 0;

  constructor(
    private readonly size: number,
    private left: number,
  ) {}

  readonly hold = (): Promise<void> =>
    new Promise((resolve) => {
      this.held.push(resolve);
      this.underWayMax = Math.max(this.underWayMax, this.held.length);
      if (this.held.length < Math.min(this.size, this.left)) return;
      this.left -= this.held.length;
      this.rounds++;
      void this.answer();
    });

  private async answer(): Promise<void> {
    // Whatever else is under way shows by then.
    for (let turns = 0; turns < 20; turns++) await turn();
    for (const answer of this.held.splice(0)) answer();
  }
}

let server: HttpServer;
let inner: FakeCoordinator;
let hold: () => Promise<void>;
let remote: Coordinator;
const warnings: string[] = [];

beforeEach(async () => {
  inner = new FakeCoordinator();
  hold = () => Promise.resolve();
  server = await servePrpc(inner, () => hold());
  const warn = (message: string) => warnings.push(message);
  remote = openRemote({ host: server.host, insecure: false, warn });
});

afterEach(async () => {
  await remote.close();
  await server.stop();
  expect(warnings).toEqual([]);
});

function register(coordinator: Coordinator, path: string): Promise<LogStreamState> {
  const state = coordinator.registerStream(registrationOf({ path }), descriptorOf(path), {});
  return Promise.resolve(state);
}

function callsOf(request: HttpRequest): number {
  return entriesOf(methodOf(request), request.body).length;
}

test('500 new streams cost at most 5 round trips, with at most 8 Batches under way', async () => {
  const batches = 500 / BATCH_LIMITS.maxItems;
  const rounds = new Rounds(8, batches);
  hold = rounds.hold;
  const paths = Array.from({ length: 500 }, (_, i) => `p/+/${i}`);
  // No Batch is slow, however busy the machine is.
  const limits = { ...BATCH_LIMITS, maxSlowBatches: 0 };
  const steady = openRemote({ host: server.host, insecure: false, limits });
  const states = await Promise.all(paths.map((path) => register(steady, path)));
  await steady.close();
  expect(states.map(({ path }) => path)).toEqual(paths);
  expect(new Set(states.map(({ id }) => id)).size).toBe(500);
  expect(rounds.rounds).toBe(4);
  expect(rounds.underWayMax).toBe(8);
  expect(server.requests.map(callsOf)).toEqual(Array(batches).fill(20));
});

test('1,000 registrations of one new stream, through the cache, are one call', async () => {
  const cached = new CachedCoordinator(remote, { size: 1000, expirationMs: 60_000 });
  const calls = Array.from({ length: 1000 }, () => register(cached, 'p/+/one'));
  const states = await Promise.all(calls);
  expect(new Set(states).size).toBe(1);
  expect(inner.count('registerStream')).toBe(1);
  expect(server.requests.map(({ path }) => path)).toEqual(['/prpc/logdog.Services/RegisterStream']);
});

test('a Batch stays under 9 MB, and what is larger goes alone', async () => {
  const padded = (name: string, bytes: number) => {
    const path = `p/+/${name}`;
    const descriptor = { prefix: 'p', name, contentType: 'x'.repeat(bytes) };
    const desc = logpb.LogStreamDescriptor.encode(descriptor).finish();
    return Promise.resolve(remote.registerStream(registrationOf({ path }), desc, {}));
  };
  const sizes = [4_000_000, 4_000_000, 4_000_000, 9_500_000, 10, 10];
  await Promise.all(sizes.map((bytes, i) => padded(`${i}`, bytes)));
  // Where these Batches are slow, their small calls go once more by themselves.
  expect(server.requests.map(callsOf).filter((calls) => calls > 1)).toEqual([2, 2]);
  for (const request of server.requests) {
    if (callsOf(request) > 1) expect(request.body.length).toBeLessThan(9_000_000);
  }
  expect(BATCH_LIMITS.maxBytes).toBeLessThan(9_000_000);
});

test.each([0n, 1n, -1n, 2n ** 31n, 2n ** 32n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)])(
  'an index of %d goes and comes back exactly',
  async (terminalIndex) => {
    const path = 'p/+/one';
    const registration = registrationOf({ path, terminalIndex });
    const state = await remote.registerStream(registration, descriptorOf(path), {});
    expect(state).toMatchObject({ terminalIndex });
    await remote.terminateStream(terminationOf({ terminalIndex }), {});
    expect(inner.calls).toMatchObject([
      { registration: { terminalIndex } },
      { request: { terminalIndex } },
    ]);
  },
);

test('remote Coordinator: two registrations that hang: new streams of other messages do not wait for them', async () => {
  let calls = 0;
  const held: (() => void)[] = [];
  hold = () =>
    ++calls > 2 ? Promise.resolve() : new Promise<void>((resolve) => held.push(resolve));
  const hanging: Promise<LogStreamState>[] = [];
  for (const path of ['prefix/+/hangs/1', 'prefix/+/hangs/2']) {
    hanging.push(register(remote, path));
    while (held.length < hanging.length) await turn();
  }
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: 50 }, (_, at) => register(remote, `prefix/+/other/${at}`)),
  );
  expect(performance.now() - begun).toBeLessThan(5000);
  expect(held).toHaveLength(2);
  for (const answer of held) answer();
  await Promise.all(hanging);
});
