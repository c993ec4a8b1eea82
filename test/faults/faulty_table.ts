import { untilAborted } from '../../src/common/abort.js';
import { CollectorError } from '../../src/common/errors.js';
import { RpcError } from '../../src/storage/bigtable/rpc_error.js';
import type {
  AttemptOptions,
  BigtableTable,
  KeyedRow,
  KeyRange,
  RowWrite,
} from '../../src/storage/bigtable/table.js';
import { MemoryTable } from '../storage/bigtable/memory_table.js';
import { type Call, type Cell, isHit } from './cells.js';

/** A table that goes wrong as a cell says, while it is told to. */
export class FaultyTable implements BigtableTable {
  readonly memory = new MemoryTable();
  struck = 0;
  private cell: Cell | undefined;
  private prefixes: readonly string[] = [];

  /** @param prefixes of the rows of the bundle's entries, in its order */
  begin(cell: Cell | undefined, prefixes: readonly string[]): void {
    this.cell = cell;
    this.prefixes = prefixes;
  }

  putRow(row: RowWrite, options: AttemptOptions): Promise<void> {
    const hit = this.isHit(row.key, 'CheckAndMutateRow');
    return this.strike(hit, options, () => this.memory.putRow(row));
  }

  setRow(row: RowWrite, options: AttemptOptions): Promise<void> {
    const hit = this.isHit(row.key, 'MutateRow of a group');
    return this.strike(hit, options, () => this.memory.setRow(row));
  }

  setRows(
    rows: readonly RowWrite[],
    options: AttemptOptions,
    settle: (index: number, error: RpcError | undefined) => void,
  ): Promise<void> {
    const garbled = this.cell?.call === 'MutateRows of a group' ? this.cell.fault.kind : undefined;
    if (garbled === 'garbage') {
      this.struck++;
      // Statuses of rows that are not in the call, and none of those that are.
      for (const index of [-1, rows.length, NaN]) settle(index, undefined);
      return Promise.resolve();
    }
    const whole = this.cell?.call === 'MutateRows of a group';
    return this.strike(whole, options, (failing) =>
      this.memory.setRows(rows, options, (index) => {
        if (!failing) this.settleRow(rows[index]!.key, index, settle);
      }),
    );
  }

  readRows(range: KeyRange, keysOnly: boolean): AsyncGenerator<KeyedRow, void, void> {
    return this.memory.readRows(range, keysOnly);
  }

  deleteRows(keys: readonly string[]): Promise<void> {
    return this.memory.deleteRows(keys);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private isHit(key: string, ...calls: Call[]): boolean {
    const { cell } = this;
    if (cell === undefined || !calls.includes(cell.call)) return false;
    return isHit(
      cell.position,
      this.prefixes.findIndex((prefix) => key.startsWith(prefix)),
    );
  }

  /** A row's own status. What has failed before its effect is taken back. */
  private settleRow(
    key: string,
    index: number,
    settle: (index: number, error: RpcError | undefined) => void,
  ): void {
    const fault = this.isHit(key, 'a row of MutateRows') ? this.cell!.fault : undefined;
    if (fault !== undefined) this.struck++;
    if (fault?.kind === 'left out') return;
    if (fault?.kind !== 'code') {
      settle(index, undefined);
      return;
    }
    if (fault.when === 'before') this.memory.rows.delete(key);
    settle(index, new RpcError(fault.status, 'told to fail'));
  }

  private async strike(
    hit: boolean,
    { signal }: AttemptOptions,
    effect: (failing: boolean) => Promise<void>,
  ): Promise<void> {
    const fault = hit ? this.cell!.fault : undefined;
    if (fault !== undefined) this.struck++;
    if (fault?.kind === 'hang') await untilAborted(new Promise<never>(() => undefined), signal);
    if (fault?.kind === 'garbage') throw new CollectorError('STORAGE_FAILED', 'no such answer');
    if (fault?.kind === 'slow') for (let turns = 0; turns < 20; turns++) await turn();
    const failing = fault?.kind === 'code';
    if (!failing || fault.when === 'after') await effect(failing);
    if (failing) throw new RpcError(fault.status, 'told to fail');
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
