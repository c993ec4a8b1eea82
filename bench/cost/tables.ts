import type { Measured, Prices } from './inputs.js';
import { ASSUMPTIONS, marginalCost, monthlyCost, needs, type Cost, type Usage } from './model.js';

/** A table: its head, and its rows. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Inputs {
  readonly prices: Prices;
  readonly measured: Measured;
  readonly usage: Usage;
}

/** What docs/cost.md computes where nothing else is asked for. */
export const DEFAULT_USAGE: Usage = { messagesPerStream: 10, daysKept: 1 };
export const DEFAULT_RATES: readonly number[] = [1, 100, 10_000];

const COSTS = ['function', 'requests', 'Pub/Sub', 'nodes', 'storage', 'total'];

/** The prices, each with its unit and its source. */
export function pricesTable({ prices }: Inputs): Table {
  const rows = Object.values(prices.prices).map(({ price, unit, source }) => [
    `$${price}`,
    unit,
    source,
  ]);
  return { head: ['price', 'for a', 'source'], rows };
}

/** What is assumed, as the model has it. */
export function assumptionsTable(): Table {
  const rows = Object.values(ASSUMPTIONS).map(([value, what]) => [number(value), what]);
  return { head: ['value', 'what'], rows };
}

/** The messages: their sizes, and what they cost in CPU. */
export function workloadsTable({ measured }: Inputs): Table {
  const rows = Object.entries(measured.workloads).map(([name, one]) => [
    name,
    one.what,
    number(one.streams),
    number(one.logs),
    number(one.messageBytes),
    number(one.bundleBytes),
    number(one.cpuMicroseconds),
  ]);
  const head = [
    'message',
    'what',
    'streams, and rows',
    'logs',
    'bytes',
    'bytes, inflated',
    'CPU µs',
  ];
  return { head, rows };
}

/** What a million messages cost, of a deployment that is used to its targets. */
export function millionTable({ measured, usage, prices }: Inputs): Table {
  const rows = Object.entries(measured.workloads).map(([name, one]) => [
    name,
    ...dollars(marginalCost(one, 1e6, usage, prices)),
  ]);
  return { head: ['a million of', ...COSTS], rows };
}

/** What a terabyte of logs costs, inflated. */
export function terabyteTable({ measured, usage, prices }: Inputs): Table {
  const rows = Object.entries(measured.workloads).map(([name, one]) => [
    name,
    number(Math.round(1e12 / one.bundleBytes)),
    ...dollars(marginalCost(one, 1e12 / one.bundleBytes, usage, prices)),
  ]);
  return { head: ['a terabyte in', 'messages', ...COSTS], rows };
}

/** What a rate of messages needs. */
export function needsTable({ measured, usage }: Inputs, rates: readonly number[]): Table {
  const rows = Object.entries(measured.workloads).flatMap(([name, one]) =>
    rates.map((rate) => {
      const needed = needs(one, rate, usage);
      const requests = needed.requestsPerSecond.map(rounded);
      return [
        name,
        number(rate),
        rounded((rate * one.messageBytes) / 1e6),
        number(needed.instances),
        number(needed.nodes),
        number(needed.rowsPerSecond),
        rounded(needed.callsPerSecond),
        [...new Set(requests)].join(' to '),
      ];
    }),
  );
  const calls = ['Coordinator calls/s', 'in requests/s'];
  const head = ['message', 'messages/s', 'MB/s', 'instances', 'nodes', 'rows/s', ...calls];
  return { head, rows };
}

/** What a month of a rate costs. */
export function monthTable(inputs: Inputs, rates: readonly number[]): Table {
  const { measured, usage, prices } = inputs;
  const rows = Object.entries(measured.workloads).flatMap(([name, one]) =>
    rates.map((rate) => [name, number(rate), ...dollars(monthlyCost(one, rate, usage, prices))]),
  );
  return { head: ['message', 'messages/s', ...COSTS], rows };
}

function dollars(cost: Cost): string[] {
  const { compute, requests, pubsub, nodes, storage, total } = cost;
  return [compute, requests, pubsub, nodes, storage, total].map(
    (sum) => `$${sum < 100 ? sum.toFixed(2) : number(Math.round(sum))}`,
  );
}

/** To two digits behind the point, or to two digits that matter. */
function rounded(value: number): string {
  if (value >= 100) return number(Math.round(value));
  return number(value < 0.1 ? Number(value.toPrecision(2)) : Number(value.toFixed(2)));
}

function number(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

/** As Markdown. */
export function toMarkdown({ head, rows }: Table): string {
  const aligned = head.map((_, i) =>
    rows.every((row) => /^[$\d]/.test(row[i] ?? '')) ? '-:' : '-',
  );
  const lines = [head, aligned, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return lines.join('\n');
}
