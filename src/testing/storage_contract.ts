import assert from 'node:assert/strict';
import { CollectorError, type ErrorCode } from '../common/errors.js';
import type { Storage, StreamRequest } from '../storage/storage.js';
import { Contract, type ContractCase } from './contract.js';
import { Random } from './random.js';
import { addOverlapCases, addReadCases } from './storage_read.js';
import { addExpungeCases, addPutCases, type StorageKind } from './storage_write.js';
import {
  codeOf,
  collect,
  indicesOf,
  LOG_BYTES,
  logsAt,
  NEIGHBOURS,
  type OpenStorage,
  put,
  read,
  type StorageCases,
  STREAM,
  texts,
} from './storage_cases.js';

/** What the rules of a storage depend on. */
export interface StorageContractOptions extends StorageKind {
  /** The seed of the random case. Default: the time. */
  readonly seed?: number;
}

/**
 * Returns the rules of `Storage` as test cases, for any test runner: `for (const { name, run } of cases) test(name, run)`.
 */
export function storageContract(
  open: OpenStorage,
  options: StorageContractOptions = {},
): ContractCase[] {
  const contract: StorageCases = new Contract(async (settings) => {
    const opened = await open(settings);
    const { storage: tested } = opened;
    return { tested, reopen: () => opened.reopen(), end: () => opened.close() };
  });
  addPutCases(contract, options);
  addReadCases(contract);
  addOverlapCases(contract);
  addExpungeCases(contract, options);
  addSignalCases(contract);
  addRandomCase(contract, options.seed ?? Date.now() % 1_000_000_000);
  return contract.cases;
}

function addSignalCases(contract: StorageCases): void {
  const calls: [string, (storage: Storage, signal: AbortSignal) => Promise<unknown>][] = [
    ['put', (storage, signal) => put(storage, 0, 1, STREAM, signal)],
    ['get', (storage, signal) => collect(storage.get(STREAM, { signal }))],
    ['tail', (storage, signal) => storage.tail(STREAM, { signal })],
    ['expunge', (storage, signal) => storage.expunge(STREAM, { signal })],
  ];
  const reasons: [string, unknown, ErrorCode][] = [
    ['its reason, if that is from the catalogue', new CollectorError('DEADLINE'), 'DEADLINE'],
    ['CANCELLED', undefined, 'CANCELLED'],
  ];
  for (const [method, call] of calls) {
    for (const [what, reason, code] of reasons) {
      contract.add(
        `${method}: a signal that is aborted makes it reject with ${what}`,
        async (storage) => {
          await put(storage, 0, 1);
          assert.equal(await codeOf(call(storage, AbortSignal.abort(reason))), code);
        },
      );
    }
  }
}

function addRandomCase(contract: StorageCases, seed: number): void {
  contract.addWith(
    { maxRowSize: 4 * LOG_BYTES },
    `random puts, cuts and expunges read as a model says (seed ${seed})`,
    async (storage) => {
      const random = new Random(seed);
      const model = new StorageModel();
      const streams = [STREAM, ...NEIGHBOURS.slice(0, 2)];
      for (let step = 0; step < 150; step++) {
        const stream = random.pick(streams);
        if (random.oneIn(40)) {
          await storage.expunge(stream, {});
          model.expunge(stream);
        } else {
          const [index, count] = [random.below(60), random.between(1, 15)];
          await put(storage, index, count, stream);
          model.put(stream, index, count);
        }
        const [index, limit] = [BigInt(random.below(70)), random.between(0, 30)];
        const keysOnly = random.oneIn(3);
        const checked = random.pick(streams);
        const got = await read(storage, { index, limit, keysOnly }, checked);
        const where = `step ${step}, get ${index} ${limit} ${keysOnly}`;
        assert.deepEqual([where, ...indicesOf(got)], [where, ...model.get(checked, index, limit)]);
        if (!keysOnly) assert.deepEqual(texts(got), logsAt(indicesOf(got)));
        const tail = await storage.tail(checked, {});
        assert.deepEqual([where, tail?.index], [where, model.tail(checked)]);
      }
    },
  );
}

/** Which logs each stream has: the oracle of the storages' property test. */
class StorageModel {
  private readonly streams = new Map<string, Set<bigint>>();

  put(stream: StreamRequest, index: number, count: number): void {
    const logs = this.logs(stream);
    for (let i = 0; i < count; i++) logs.add(BigInt(index + i));
    this.streams.set(keyOf(stream), logs);
  }

  get(stream: StreamRequest, index: bigint, limit: number): bigint[] {
    return [...this.logs(stream)]
      .filter((log) => log >= index)
      .sort((one, other) => Number(one - other))
      .slice(0, limit);
  }

  tail(stream: StreamRequest): bigint | undefined {
    const logs = this.logs(stream);
    let next = 0n;
    while (logs.has(next)) next++;
    return next === 0n ? undefined : next - 1n;
  }

  expunge(stream: StreamRequest): void {
    this.streams.delete(keyOf(stream));
  }

  private logs(stream: StreamRequest): Set<bigint> {
    return this.streams.get(keyOf(stream)) ?? new Set();
  }
}

function keyOf({ project, path }: StreamRequest): string {
  return `${project}/${path}`;
}
