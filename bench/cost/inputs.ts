import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

/** As sources: the build copies no data. */
const FOLDER = join(__dirname, '../../../bench/cost');

const date = v.pipe(v.string(), v.isoDate());
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const price = v.strictObject({
  price: amount,
  unit: v.string(),
  source: v.pipe(v.string(), v.url()),
});

const PRICES = v.strictObject({
  date,
  region: v.string(),
  currency: v.literal('USD'),
  prices: v.strictObject({
    vcpuSecond: price,
    gibSecond: price,
    millionRequests: price,
    pubsubTib: price,
    bigtableNodeHour: price,
    bigtableGibMonth: price,
  }),
});

const MEASURED = v.strictObject({
  date,
  command: v.string(),
  machine: v.string(),
  workloads: v.record(
    v.string(),
    v.strictObject({
      what: v.string(),
      streams: count,
      logs: count,
      /** The message as it is published. */
      messageBytes: count,
      /** The bundle in it, inflated: what becomes rows. */
      bundleBytes: count,
      /** Of the function's process, for one message. */
      cpuMicroseconds: v.pipe(v.number(), v.minValue(1)),
    }),
  ),
});

/** List prices, with their date and where they are from. */
export type Prices = v.InferOutput<typeof PRICES>;
/** What messages cost in CPU, with the command that measured it. */
export type Measured = v.InferOutput<typeof MEASURED>;
export type Workload = Measured['workloads'][string];

/** Reads list prices. @param path default: those that docs/cost.md has. @throws Error that names the file and the member */
export function readPrices(path = join(FOLDER, 'prices.json')): Prices {
  return read(path, PRICES);
}

/** Reads what has been measured. @throws Error that names the file and the member */
export function readMeasured(): Measured {
  return read(join(FOLDER, 'measured.json'), MEASURED);
}

function read<T>(path: string, schema: v.GenericSchema<unknown, T>): T {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} cannot be read as JSON: ${(error as Error).message}`, {
      cause: error,
    });
  }
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`${path}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
}
