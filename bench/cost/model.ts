import { SETTINGS } from '../../src/service/settings.js';
import type { Prices, Workload } from './inputs.js';

/** What the platform does, and what function.yaml has it do. Each is a row of docs/cost.md. */
export const ASSUMPTIONS = {
  cpuTarget: [0.6, 'of an instance, CPU at which Cloud Run starts another one'],
  concurrencyTarget: [
    0.6,
    'of the concurrency of function.yaml, pushes at once at which it does, too',
  ],
  waitSeconds: [0.05, 's that a push waits for Bigtable and the Coordinator, besides its CPU'],
  billedSeconds: [0.1, 's to which the time of an instance with requests is rounded up'],
  pubsubMinimumBytes: [1000, 'bytes that a message counts at least'],
  pubsubExtraBytes: [40, 'bytes that a message counts for its id and time'],
  nodeRowsPerSecond: [
    14_000,
    'rows/s of 1 KB that a Bigtable node with SSD writes, as Google says',
  ],
  nodeBytesPerSecond: [14_000_000, 'bytes/s that this makes'],
  nodeTarget: [0.7, 'of that, and of its storage, that a node should have to do'],
  nodeStorageBytes: [5 * 2 ** 40, 'bytes on SSD that a node holds'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

/** function.yaml; a test compares them. */
export const INSTANCE = {
  vcpus: 1,
  memoryGib: 1,
  concurrency: 40,
} as const;

/** The bounds of an instance that large messages reach. */
const IN_FLIGHT_BYTES_MAX = Number(SETTINGS.maxInFlightBytes.default);
const UNPACKED_BYTES_MAX = Number(SETTINGS.maxUnpackedBytes.default);

/** The calls that one request to the Coordinator takes at most; a test compares it. */
export const CALLS_PER_REQUEST = 20;

/** As clouds count: 730 hours. */
export const MONTH_SECONDS = 2_628_000;
const DAY_SECONDS = 86_400;
const GIB = 2 ** 30;
const TIB = 2 ** 40;

/** What the messages say and do not show. */
export interface Usage {
  /** How many messages bring logs of a stream, from its first to its last. */
  readonly messagesPerStream: number;
  /** How long rows stay in Bigtable until they are archived. */
  readonly daysKept: number;
}

/** What a rate of messages needs. */
export interface Needs {
  readonly instances: number;
  readonly nodes: number;
  readonly rowsPerSecond: number;
  /** Registrations and ends of streams. */
  readonly callsPerSecond: number;
  /** The requests that they come in: all grouped, and grouped within a message alone. */
  readonly requestsPerSecond: readonly [least: number, most: number];
}

/** US dollars. */
export interface Cost {
  readonly compute: number;
  readonly requests: number;
  readonly pubsub: number;
  readonly nodes: number;
  readonly storage: number;
  readonly total: number;
}

const assumed = Object.fromEntries(
  Object.entries(ASSUMPTIONS).map(([name, [value]]) => [name, value]),
) as Readonly<Record<keyof typeof ASSUMPTIONS, number>>;

/** The instances that a message a second takes up: the most of CPU, concurrency, and the bytes under way. */
function instancesPerRate({ cpuMicroseconds, messageBytes, bundleBytes }: Workload): number {
  const cpu = cpuMicroseconds / 1e6;
  const seconds = assumed.waitSeconds + cpu;
  return Math.max(
    cpu / (INSTANCE.vcpus * assumed.cpuTarget),
    seconds / (INSTANCE.concurrency * assumed.concurrencyTarget),
    (seconds * messageBytes) / IN_FLIGHT_BYTES_MAX,
    (seconds * bundleBytes) / UNPACKED_BYTES_MAX,
  );
}

/** The nodes that a message a second takes up. */
function nodesPerRate({ streams, bundleBytes }: Workload, { daysKept }: Usage): number {
  const busy = Math.max(
    streams / assumed.nodeRowsPerSecond,
    bundleBytes / assumed.nodeBytesPerSecond,
    (bundleBytes * DAY_SECONDS * daysKept) / assumed.nodeStorageBytes,
  );
  return busy / assumed.nodeTarget;
}

/** Tells what a rate of messages needs. @param rate messages a second */
export function needs(workload: Workload, rate: number, usage: Usage): Needs {
  const instances = Math.max(1, Math.ceil(rate * instancesPerRate(workload)));
  // Each instance that sees a stream registers it once; its end is sent once.
  const seenBy = Math.min(instances, usage.messagesPerStream);
  const { streams } = workload;
  const began = rate / usage.messagesPerStream;
  const callsPerSecond = began * streams * (seenBy + 1);
  const grouped = began * Math.ceil(streams / CALLS_PER_REQUEST) * (seenBy + 1);
  return {
    instances,
    nodes: Math.max(1, Math.ceil(rate * nodesPerRate(workload, usage))),
    rowsPerSecond: rate * streams,
    callsPerSecond,
    requestsPerSecond: [callsPerSecond / CALLS_PER_REQUEST, grouped],
  };
}

/** Tells what a month of a rate costs, with whole nodes. @param rate messages a second */
export function monthlyCost(workload: Workload, rate: number, usage: Usage, prices: Prices): Cost {
  const { instances, nodes } = needs(workload, rate, usage);
  const seconds = assumed.waitSeconds + workload.cpuMicroseconds / 1e6;
  const rounded = Math.ceil(seconds / assumed.billedSeconds) * assumed.billedSeconds;
  // While requests overlap, an instance is billed once.
  const instanceSeconds = Math.min(instances, rate * rounded) * MONTH_SECONDS;
  return cost(
    workload,
    rate * MONTH_SECONDS,
    instanceSeconds,
    nodes * MONTH_SECONDS,
    usage,
    prices,
  );
}

/**
 * Tells what messages cost of a deployment that is used to its targets: instances and nodes by their parts, as at high
 * rates, where rounding to whole ones does not matter.
 */
export function marginalCost(
  workload: Workload,
  messages: number,
  usage: Usage,
  prices: Prices,
): Cost {
  const instanceSeconds = messages * instancesPerRate(workload);
  const nodeSeconds = messages * nodesPerRate(workload, usage);
  return cost(workload, messages, instanceSeconds, nodeSeconds, usage, prices);
}

function cost(
  { messageBytes, bundleBytes }: Workload,
  messages: number,
  instanceSeconds: number,
  nodeSeconds: number,
  { daysKept }: Usage,
  { prices }: Prices,
): Cost {
  const { vcpus, memoryGib } = INSTANCE;
  const counted = Math.max(assumed.pubsubMinimumBytes, messageBytes + assumed.pubsubExtraBytes);
  const storedGibMonths = (messages * bundleBytes * daysKept * DAY_SECONDS) / MONTH_SECONDS / GIB;
  const parts = {
    compute:
      instanceSeconds * (vcpus * prices.vcpuSecond.price + memoryGib * prices.gibSecond.price),
    requests: (messages / 1e6) * prices.millionRequests.price,
    // Published, and delivered.
    pubsub: ((2 * messages * counted) / TIB) * prices.pubsubTib.price,
    nodes: (nodeSeconds / 3600) * prices.bigtableNodeHour.price,
    storage: storedGibMonths * prices.bigtableGibMonth.price,
  };
  return { ...parts, total: Object.values(parts).reduce((sum, part) => sum + part, 0) };
}
