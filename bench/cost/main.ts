import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readMeasured, readPrices, type Measured } from './inputs.js';
import {
  assumptionsTable,
  DEFAULT_RATES,
  DEFAULT_USAGE,
  type Inputs,
  millionTable,
  monthTable,
  needsTable,
  pricesTable,
  type Table,
  terabyteTable,
  toMarkdown,
  workloadsTable,
} from './tables.js';

const HELP = `npm run cost -- [--rate N,…] [--workload NAME,…] [--messages-per-stream N] [--days-kept N] [--prices FILE]
npm run cost -- --write | --check

What messages cost on Google Cloud, and what they need: from list prices, and the CPU that a message has been measured to
take. docs/cost.md says what is counted.
  --rate N,…               messages a second (default: ${DEFAULT_RATES.join(',')})
  --workload NAME,…        only these messages (default: all)
  --messages-per-stream N  the messages that bring logs of a stream (default: ${DEFAULT_USAGE.messagesPerStream})
  --days-kept N            the days that rows stay in Bigtable until they are archived (default: ${DEFAULT_USAGE.daysKept})
  --prices FILE            other prices (default: bench/cost/prices.json)
  --write                  writes the tables of docs/cost.md
  --check                  fails where they are not what --write would write
`;

const OPTIONS = {
  rate: { type: 'string' },
  workload: { type: 'string' },
  'messages-per-stream': { type: 'string' },
  'days-kept': { type: 'string' },
  prices: { type: 'string' },
  write: { type: 'boolean' },
  check: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const DOCUMENT = join(__dirname, '../../../docs/cost.md');

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: OPTIONS });
  if (values.help === true) {
    process.stdout.write(HELP);
    return;
  }
  if (values.write === true || values.check === true) {
    if (args.length > 1) throw new Error('--write and --check take no other option');
    await update(values.check === true);
    return;
  }
  const rates = list(values.rate)?.map((rate) => positive('--rate', rate)) ?? DEFAULT_RATES;
  const { messagesPerStream, daysKept } = DEFAULT_USAGE;
  const inputs: Inputs = {
    prices: readPrices(values.prices),
    measured: select(readMeasured(), list(values.workload)),
    usage: {
      messagesPerStream: positive(
        '--messages-per-stream',
        values['messages-per-stream'] ?? messagesPerStream,
      ),
      daysKept: positive('--days-kept', values['days-kept'] ?? daysKept),
    },
  };
  const tables = [needsTable(inputs, rates), monthTable(inputs, rates), millionTable(inputs)];
  process.stdout.write(tables.map(toText).join('\n'));
}

function list(text: string | undefined): string[] | undefined {
  return text?.split(',');
}

function positive(option: string, value: string | number): number {
  const parsed = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
  if (Number.isFinite(parsed) && parsed > 0) return parsed;
  throw new Error(`${option} is to be a number above 0, and is '${value}'`);
}

function select(measured: Measured, names: readonly string[] | undefined): Measured {
  if (names === undefined) return measured;
  const known = Object.keys(measured.workloads);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new Error(`there is no workload '${unknown}'; there are ${known.join(', ')}`);
  }
  const workloads = Object.fromEntries(names.map((name) => [name, measured.workloads[name]!]));
  return { ...measured, workloads };
}

/** In columns, the first to the left and the others to the right. */
function toText({ head, rows }: Table): string {
  const lines = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...lines.map((cells) => cells[i]!.length)));
  const padded = lines.map((cells) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))),
  );
  return padded.map((cells) => `${cells.join('  ')}\n`).join('');
}

/** Writes the tables of the document, or fails where they are stale. */
async function update(checkOnly: boolean): Promise<void> {
  const inputs = { prices: readPrices(), measured: readMeasured(), usage: DEFAULT_USAGE };
  const tables: Readonly<Record<string, Table>> = {
    prices: pricesTable(inputs),
    assumptions: assumptionsTable(),
    workloads: workloadsTable(inputs),
    million: millionTable(inputs),
    terabyte: terabyteTable(inputs),
    needs: needsTable(inputs, DEFAULT_RATES),
    month: monthTable(inputs, DEFAULT_RATES),
  };
  const before = readFileSync(DOCUMENT, 'utf8');
  const { format, resolveConfig } = await import('prettier');
  const written = Object.entries(tables).reduce(put, withDates(before, inputs));
  const options = { ...(await resolveConfig(DOCUMENT)), filepath: DOCUMENT };
  const after = await format(written, options);
  if (!checkOnly) writeFileSync(DOCUMENT, after);
  else if (before !== after) {
    throw new Error('docs/cost.md is stale: run `npm run cost -- --write` and commit the result');
  }
}

function put(text: string, [name, table]: [string, Table]): string {
  const place = new RegExp(`(<!-- ${name} -->).*(<!-- /${name} -->)`, 's');
  if (!place.test(text)) throw new Error(`docs/cost.md has no place for the table ${name}`);
  return text.replace(
    place,
    (_all, begin: string, end: string) => `${begin}\n\n${toMarkdown(table)}\n\n${end}`,
  );
}

/** Says when prices and CPU were taken. */
function withDates(text: string, { prices, measured }: Inputs): string {
  return text
    .replace(/(<!-- priced -->).*(<!-- \/priced -->)/, `$1${prices.region}, ${prices.date}$2`)
    .replace(
      /(<!-- measured -->).*(<!-- \/measured -->)/,
      `$1\`${measured.command}\`, ${measured.date}; ${measured.machine}$2`,
    );
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
