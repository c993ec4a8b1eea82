import type { LmdbStorage } from '../lmdb.js';
import type { StreamRequest } from '../../storage/storage.js';
import type { Records } from './records.js';

/**
 * Removes streams for good, records before rows, so that no rows are added to a stream that does not exist. Where the
 * process ends in between, the streams are the first that are due, and the next process goes on.
 */
export class Expunger {
  private readonly underWay = new Set<string>();

  constructor(
    private readonly records: Records,
    private readonly storage: LmdbStorage,
  ) {}

  /** What the store takes of the file. */
  get bytes(): number {
    return this.records.bytes + this.storage.bytes;
  }

  /** Whether rows that are written now might be lost. */
  isExpunging(stream: StreamRequest): boolean {
    return this.underWay.size > 0 && this.underWay.has(nameOf(stream));
  }

  /** @throws CollectorError COORDINATOR_FAILED, STORAGE_FAILED, SHUTTING_DOWN */
  async expunge(streams: readonly StreamRequest[]): Promise<void> {
    for (const stream of streams) this.underWay.add(nameOf(stream));
    try {
      await this.records.beginExpunging(streams);
      await this.storage.expungeAll(streams, {});
      await this.records.endExpunging(streams);
    } finally {
      for (const stream of streams) this.underWay.delete(nameOf(stream));
    }
  }
}

function nameOf({ project, path }: StreamRequest): string {
  return `${project}/${path}`;
}
