import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readMeasured, readPrices, type Prices, type Workload } from '../../bench/cost/inputs.js';
import {
  CALLS_PER_REQUEST,
  INSTANCE,
  marginalCost,
  MONTH_SECONDS,
  monthlyCost,
  needs,
} from '../../bench/cost/model.js';
import { workloadNames } from '../../bench/workloads.js';
import { BATCH_LIMITS } from '../../src/coordinator/prpc/remote.js';
import { folderOfSuite } from '../e2e/function.js';

const ROOT = join(__dirname, '../../..');
const USAGE = { messagesPerStream: 10, daysKept: 1 };

/** A message that is easy to compute with: 60 ms of CPU, which are 0.1 s at the target. */
const MESSAGE: Workload = {
  what: 'a test',
  streams: 50,
  logs: 50,
  messageBytes: 500_000,
  bundleBytes: 1_000_000,
  cpuMicroseconds: 60_000,
};

/** Everything costs a dollar. */
const DOLLARS: Prices = {
  date: '2026-01-01',
  region: 'r',
  currency: 'USD',
  prices: {
    vcpuSecond: dollar(),
    gibSecond: dollar(),
    millionRequests: dollar(),
    pubsubTib: dollar(),
    bigtableNodeHour: dollar(),
    bigtableGibMonth: dollar(),
  },
};

function dollar(): Prices['prices']['vcpuSecond'] {
  return { price: 1, unit: 'u', source: 'https://example.com' };
}

function cost(...args: string[]): { status: number | null; out: string; err: string } {
  const main = join(ROOT, 'build/bench/cost/main.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: ROOT });
  return { status, out: stdout.toString(), err: stderr.toString() };
}

describe('the cost of messages', () => {
  test('is, for a million: instances by CPU, requests, bytes twice, nodes by bytes, storage by days', () => {
    const million = marginalCost(MESSAGE, 1e6, USAGE, DOLLARS);
    // 0.1 s of an instance each, of which a CPU and a GiB are paid.
    expect(million.compute).toBeCloseTo(2 * 0.1 * 1e6);
    expect(million.requests).toBeCloseTo(1);
    expect(million.pubsub).toBeCloseTo((2 * 1e6 * 500_040) / 2 ** 40);
    // 1 MB of 14 MB/s, at 0.7.
    expect(million.nodes).toBeCloseTo(1e6 / 14 / 0.7 / 3600);
    expect(million.storage).toBeCloseTo((1e12 / 2 ** 30) * (86_400 / MONTH_SECONDS));
  });

  test('is the sum of its parts', () => {
    const { total, ...parts } = marginalCost(MESSAGE, 5, USAGE, DOLLARS);
    expect(total).toBeCloseTo(Object.values(parts).reduce((sum, part) => sum + part));
  });

  test('counts a small message as 1,000 bytes of Pub/Sub', () => {
    const small = { ...MESSAGE, messageBytes: 10 };
    const { pubsub } = marginalCost(small, 2 ** 40, USAGE, DOLLARS);
    expect(pubsub).toBeCloseTo(2000);
  });

  test('pays for whole nodes at a rate, one at least', () => {
    expect(monthlyCost(MESSAGE, 0.001, USAGE, DOLLARS).nodes).toBeCloseTo(MONTH_SECONDS / 3600);
  });

  test('pays for 0.1 s of an instance a message at a low rate, and for all of its time at a high one', () => {
    const quick = { ...MESSAGE, cpuMicroseconds: 1 };
    const low = monthlyCost(quick, 0.5, USAGE, DOLLARS).compute;
    expect(low).toBeCloseTo(2 * 0.1 * 0.5 * MONTH_SECONDS);
    const high = monthlyCost(quick, 100, USAGE, DOLLARS).compute;
    expect(high).toBeCloseTo(2 * needs(quick, 100, USAGE).instances * MONTH_SECONDS);
  });

  test('grows with the days that rows are kept, in storage alone, as long as nodes hold them', () => {
    const one = marginalCost(MESSAGE, 1, USAGE, DOLLARS);
    const two = marginalCost(MESSAGE, 1, { ...USAGE, daysKept: 2 }, DOLLARS);
    expect(two).toEqual({ ...one, storage: 2 * one.storage, total: expect.any(Number) as number });
  });
});

describe('what a rate of messages needs', () => {
  test('is instances by CPU, at 60 % of each', () => {
    expect(needs(MESSAGE, 100, USAGE).instances).toBe(10);
  });

  test('is instances by concurrency where a message takes little CPU', () => {
    const quick = { ...MESSAGE, cpuMicroseconds: 1, messageBytes: 500, bundleBytes: 600 };
    // 50 ms each, of 24 at once.
    expect(needs(quick, 4800, USAGE).instances).toBe(11);
  });

  test('is instances by the bytes under way where messages are large', () => {
    const large = { ...MESSAGE, cpuMicroseconds: 1, bundleBytes: 10_000_000 };
    expect(needs(large, 1000, USAGE).instances).toBe(Math.ceil((50.001 * 1e7) / 2 ** 27));
  });

  test('is a row a stream and message', () => {
    expect(needs(MESSAGE, 7, USAGE).rowsPerSecond).toBe(350);
  });

  test('is nodes by rows, by bytes, or by what is kept, whichever asks for more', () => {
    const of = (change: Partial<Workload>, daysKept = 0.001) =>
      needs({ ...MESSAGE, ...change }, 1, { ...USAGE, daysKept }).nodes;
    expect(of({ streams: 98_000, bundleBytes: 1 })).toBe(10);
    expect(of({ streams: 1, bundleBytes: 98_000_000 })).toBe(10);
    expect(of({ streams: 1, bundleBytes: 2 ** 20 }, 424)).toBe(10);
  });

  test('is a registration a stream for each instance that sees it, and one end', () => {
    const one = needs(MESSAGE, 1, USAGE);
    expect(one.instances).toBe(1);
    expect(one.callsPerSecond).toBeCloseTo(0.1 * 50 * (1 + 1));
    const ten = needs(MESSAGE, 100, USAGE);
    expect(ten.callsPerSecond).toBeCloseTo(10 * 50 * (10 + 1));
  });

  test('is no more registrations than messages that bring logs of the stream', () => {
    const { callsPerSecond } = needs(MESSAGE, 100, { ...USAGE, messagesPerStream: 2 });
    expect(callsPerSecond).toBeCloseTo(50 * 50 * (2 + 1));
  });

  test('is requests to the Coordinator of up to 20 calls, at most those of each message alone', () => {
    const { callsPerSecond, requestsPerSecond } = needs(MESSAGE, 1, USAGE);
    expect(requestsPerSecond[0]).toBeCloseTo(callsPerSecond / 20);
    // 50 new streams are three requests, and so are their ends.
    expect(requestsPerSecond[1]).toBeCloseTo(0.1 * 3 * 2);
  });
});

describe('what the cost is computed from', () => {
  test('is an instance as function.yaml asks for', () => {
    const flags = parse(readFileSync(join(ROOT, 'function.yaml'), 'utf8')) as Record<
      string,
      string
    >;
    expect(flags).toMatchObject({
      '--cpu': String(INSTANCE.vcpus),
      '--memory': `${INSTANCE.memoryGib}Gi`,
      '--concurrency': String(INSTANCE.concurrency),
    });
  });

  test('is Batches of as many calls as the Coordinator is sent', () => {
    expect(CALLS_PER_REQUEST).toBe(BATCH_LIMITS.maxItems);
  });

  test('is the CPU of the messages that npm run bench measures', () => {
    expect(Object.keys(readMeasured().workloads)).toEqual(workloadNames());
  });

  test('is prices with a source each', () => {
    expect(Object.values(readPrices().prices).map(({ source }) => new URL(source).host)).toEqual(
      Array(6).fill('cloud.google.com'),
    );
  });
});

describe('npm run cost', () => {
  const folder = folderOfSuite();

  test('has written the tables of docs/cost.md', () => {
    expect(cost('--check')).toEqual({ status: 0, out: '', err: '' });
  });

  test('computes rates, messages and usage that are asked for', () => {
    const { status, out } = cost('--rate', '250,5', '--workload', 'typical', '--days-kept', '3');
    expect(status).toBe(0);
    const [needed] = out.split('\n\n');
    expect(needed).toMatch(/^message .*\ntypical +250 .*\ntypical +5 /);
    expect(out).not.toContain('wide');
  });

  test('takes other prices', () => {
    const file = join(folder, 'prices.json');
    writeFileSync(
      file,
      JSON.stringify({
        ...DOLLARS,
        prices: { ...DOLLARS.prices, millionRequests: { ...dollar(), price: 1e6 } },
      }),
    );
    expect(cost('--prices', file, '--workload', 'tiny').out).toContain('$1,000,000');
  });

  test('tells about its options', () => {
    const { status, out } = cost('--help');
    expect(status).toBe(0);
    for (const option of ['--rate', '--workload', '--prices', '--write', '--check']) {
      expect(out).toContain(`  ${option}`);
    }
  });

  test.each([
    [['--rate', 'x'], "--rate is to be a number above 0, and is 'x'"],
    [['--rate', '1,0'], "--rate is to be a number above 0, and is '0'"],
    [['--days-kept', '-1'], 'argument is ambiguous'],
    [['--messages-per-stream', ''], "--messages-per-stream is to be a number above 0, and is ''"],
    [['--workload', 'none'], "there is no workload 'none'; there are tiny, typical"],
    [['--prices', '/no/such/file'], '/no/such/file cannot be read as JSON'],
    [['--prices', 'package.json'], 'package.json: date'],
    [['--write', '--rate', '1'], '--write and --check take no other option'],
    [['--speed', '1'], "Unknown option '--speed'"],
  ])('says what is wrong with %j', (args, message) => {
    const { status, out, err } = cost(...args);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain(message);
  });
});
