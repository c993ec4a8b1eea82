import { untilAborted } from '../../src/common/abort.js';
import { CollectorError } from '../../src/common/errors.js';
import { RpcError } from '../../src/storage/bigtable/rpc_error.js';
import { turn } from '../coordinator/requests.js';
import { FakeTable, type TableWrite } from '../fakes/table.js';
import { type Call, type Cell, isHit } from './cells.js';

const CALLS = {
  putRow: 'CheckAndMutateRow',
  setRow: 'MutateRow of a group',
  setRows: 'MutateRows of a group',
} as const;

/** A table that goes wrong as a cell says, while it is told to. */
export class FaultyTable {
  readonly table = new FakeTable({ write: (write) => this.write(write) });
  struck = 0;
  private cell: Cell | undefined;
  private prefixes: readonly string[] = [];

  /** @param prefixes of the rows of the bundle's entries, in its order */
  begin(cell: Cell | undefined, prefixes: readonly string[]): void {
    this.cell = cell;
    this.prefixes = prefixes;
  }

  private async write(write: TableWrite): Promise<void> {
    const { method, rows, options, settle, store } = write;
    const many = method === 'setRows';
    const hit = many ? this.cell?.call === CALLS.setRows : this.isHit(rows[0]!.key, CALLS[method]);
    const fault = hit ? this.cell!.fault : undefined;
    if (fault !== undefined) this.struck++;
    if (fault?.kind === 'garbage' && many) {
      // Statuses of rows that are not in the call, and none of those that are.
      for (const index of [-1, rows.length, NaN]) settle(index, undefined);
      return;
    }
    if (fault?.kind === 'garbage') throw new CollectorError('STORAGE_FAILED', 'no such answer');
    if (fault?.kind === 'hang') {
      await untilAborted(new Promise<never>(() => undefined), options.signal);
    }
    if (fault?.kind === 'slow') for (let turns = 0; turns < 20; turns++) await turn();
    const failing = fault?.kind === 'code';
    if (!failing || fault.when === 'after') {
      await store(rows, (index) => {
        if (!failing) this.settleRow(rows[index]!.key, index, settle);
      });
    }
    if (failing) throw new RpcError(fault.status, 'told to fail');
  }

  private isHit(key: string, call: Call): boolean {
    const { cell } = this;
    const entry = this.prefixes.findIndex((prefix) => key.startsWith(prefix));
    return cell?.call === call && isHit(cell.position, entry);
  }

  /** A row's own status. What has failed before its effect is taken back. */
  private settleRow(key: string, index: number, settle: TableWrite['settle']): void {
    const fault = this.isHit(key, 'a row of MutateRows') ? this.cell!.fault : undefined;
    if (fault !== undefined) this.struck++;
    if (fault?.kind === 'left out') return;
    if (fault?.kind !== 'code') {
      settle(index, undefined);
      return;
    }
    if (fault.when === 'before') this.table.rows.delete(key);
    settle(index, new RpcError(fault.status, 'told to fail'));
  }
}
