import { untilAborted } from '../../src/common/abort.js';
import { storageError } from '../../src/common/errors.js';
import type { CallOptions, PutRequest, Storage } from '../../src/storage/storage.js';
import { FakeStorage } from '../fakes/storage.js';
import { type Cell, isHit } from './cells.js';

/** A storage whose puts go wrong as a cell says, while they are told to. All else is the storage's own. */
export class FaultyStorage {
  readonly storage: FakeStorage;
  struck = 0;
  private cell: Cell | undefined;
  private paths: readonly string[] = [];

  constructor(inner: Storage) {
    this.storage = new FakeStorage((...put) => this.put(...put), inner);
  }

  begin(cell: Cell | undefined, paths: readonly string[]): void {
    this.cell = cell;
    this.paths = paths;
  }

  private async put(
    request: PutRequest,
    options: CallOptions,
    store: () => Promise<void>,
  ): Promise<void> {
    const { cell } = this;
    const hit =
      cell?.call === 'put into lmdb' && isHit(cell.position, this.paths.indexOf(request.path));
    const fault = hit ? cell.fault : undefined;
    if (fault !== undefined) this.struck++;
    if (fault?.kind === 'hang') {
      await untilAborted(new Promise<never>(() => undefined), options.signal);
    }
    if (fault?.kind === 'slow') await new Promise((resolve) => setImmediate(resolve));
    if (fault?.kind !== 'code' || fault.when === 'after') await store();
    if (fault?.kind === 'code') throw storageError(fault.status, 'told to fail');
  }
}
