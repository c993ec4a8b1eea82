import { isDeepStrictEqual } from 'node:util';
import { rowKeyPrefix } from '../../src/storage/row_key.js';
import type { Storage } from '../../src/storage/storage.js';
import { recordsOf } from '../../src/testing/records.js';
import type { GetLine, ReadsLine, RowLine, TailLine } from './reads_line.js';
import {
  type Log,
  type LogRow,
  referenceGet,
  referenceTail,
  rowsOf,
  wholeGet,
  wholeTail,
} from './reads_model.js';

/** A store for one line, empty at first. */
export interface GoldenStore {
  readonly storage: Storage;
  /** All rows of the store, ordered by key. */
  rows(): Promise<RowLine[]>;
  /** Puts a row there past the storage. */
  plant(row: RowLine): Promise<void>;
  close(): Promise<void>;
}

export type OpenGoldenStore = (options: { maxRowSize?: number }) => Promise<GoldenStore>;

export interface GoldenOutcome {
  readonly name: string;
  readonly differences: readonly string[];
  /** The departures of the design by whose rules expectations of the line were rewritten. */
  readonly departures: readonly number[];
}

/** Runs a line of a `reads` file: what is put must give the line's rows, and those must be read as the line says. */
export async function runReadsLine(line: ReadsLine, open: OpenGoldenStore): Promise<GoldenOutcome> {
  const { maxRowSize } = line;
  const store = await open(maxRowSize === undefined ? {} : { maxRowSize });
  try {
    const run = new ReadsRun(line, store);
    await run.run();
    return {
      name: line.name,
      differences: run.differences,
      departures: [...run.departures].sort((one, other) => one - other),
    };
  } finally {
    await store.close();
  }
}

class ReadsRun {
  readonly differences: string[] = [];
  readonly departures = new Set<number>();
  private readonly prefix: string;
  private readonly streamRows: readonly LogRow[];

  constructor(
    private readonly line: ReadsLine,
    private readonly store: GoldenStore,
  ) {
    this.prefix = rowKeyPrefix(line.project, line.path);
    this.streamRows = rowsOf(this.prefix, line.rows);
  }

  async run(): Promise<void> {
    const { line, store } = this;
    for (const row of line.rows) if (!row.key.startsWith(`${this.prefix}~`)) await store.plant(row);
    for (const put of line.puts ?? []) await this.put(put.index, put.values);
    const rows = [...line.rows].sort((one, other) => (one.key < other.key ? -1 : 1));
    this.compare('rows', await store.rows(), rows);
    for (const get of line.gets) await this.get(get);
    await this.tail();
  }

  private async put(index: number, values: readonly string[]): Promise<void> {
    const { project, path } = this.line;
    const records = recordsOf(values);
    const request = { project, path, index: BigInt(index), count: values.length, records };
    await this.store.storage.put(request, {});
  }

  private async get(get: GetLine): Promise<void> {
    const { project, path } = this.line;
    const keysOnly = get.keysOnly ?? false;
    const limit = get.limit === 0 ? undefined : get.limit;
    const request = { project, path, index: BigInt(get.index), keysOnly };
    const logs: Log[] = [];
    const got = this.store.storage.get(limit === undefined ? request : { ...request, limit }, {});
    for await (const { index, data } of got)
      logs.push({ index: Number(index), text: Buffer.from(data).toString() });
    const answer = (logs: readonly Log[]) => ({
      indices: logs.slice(0, limit).map(({ index }) => index),
      got: keysOnly ? [] : logs.slice(0, limit).map(({ text }) => text),
    });
    const expected = this.rewrite(
      12,
      { indices: get.indices ?? [], got: get.got ?? [] },
      answer(referenceGet(this.streamRows, get.index)),
      answer(wholeGet(this.streamRows, get.index)),
    );
    if (keysOnly && logs.some(({ text }) => text !== ''))
      this.differences.push('keys only, but data');
    this.compare(
      `get from ${get.index}, limit ${get.limit}, keysOnly ${keysOnly}`,
      answer(logs),
      expected,
    );
  }

  private async tail(): Promise<void> {
    const { project, path, tail } = this.line;
    const found = await this.store.storage.tail({ project, path }, {});
    const answer = (log: Log | undefined): TailLine | null =>
      log === undefined ? null : { index: log.index, value: log.text };
    const expected = this.rewrite(
      11,
      tail,
      answer(referenceTail(this.streamRows)),
      answer(wholeTail(this.streamRows)),
    );
    const text = found === undefined ? '' : Buffer.from(found.data).toString();
    const ours = found && { index: Number(found.index), text };
    this.compare('tail', answer(ours), expected);
  }

  /** The expectation by a departure's rule, but only of a line that says what the reference does. */
  private rewrite<T>(departure: number, expected: T, reference: T, departed: T): T {
    if (!isDeepStrictEqual(expected, reference) || isDeepStrictEqual(reference, departed))
      return expected;
    this.departures.add(departure);
    return departed;
  }

  private compare(what: string, ours: unknown, expected: unknown): void {
    if (isDeepStrictEqual(ours, expected)) return;
    this.differences.push(`${what}: ${brief(ours)} instead of ${brief(expected)}`);
  }
}

function brief(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= 300 ? text : `${text.slice(0, 300)}… (${text.length} characters)`;
}
