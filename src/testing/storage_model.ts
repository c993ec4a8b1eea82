import type { StreamRequest } from '../storage/storage.js';

/** Which logs each stream has: the oracle of the storages' property test. */
export class StorageModel {
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
