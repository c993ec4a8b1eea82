import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Collector } from '../../../src/collector/collector.js';
import { CachedCoordinator } from '../../../src/coordinator/cache.js';
import { type LocalBackends, openLocal } from '../../../src/local/local.js';
import type { RetentionOptions } from '../../../src/local/retention/retention.js';
import { buildMessage, type StreamSpec } from '../../../src/testing/message.js';

export const PROJECT = 'project';
export const HOUR_MS = 60 * 60 * 1000;

/** The Collector over the local backends, as the service puts them together, with a clock of its own. */
export class Rig {
  readonly dir = mkdtempSync(join(tmpdir(), 'logdog-'));
  readonly warnings: string[] = [];
  /** Milliseconds since 1970. */
  nowMs = 1_800_000_000_000;
  /** How far the machine's clock has jumped, in milliseconds. */
  jumpedMs = 0;
  local!: LocalBackends;
  cache!: CachedCoordinator;
  private collector!: Collector;

  constructor(private readonly options: Partial<RetentionOptions> = {}) {
    this.open();
  }

  async destroy(): Promise<void> {
    await this.local.close();
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** Pushes logs of some streams. @throws ProcessError where they must come again */
  async push(prefix: string, ...streams: StreamSpec[]): Promise<void> {
    await this.collector.process(buildMessage({ project: PROJECT, prefix, streams }));
  }

  /** The paths of all streams that have a record. */
  records(): string[] {
    return [...this.local.coordinator.streams()].map(({ path }) => path);
  }

  /** How many logs of a stream are stored. */
  async logs(path: string): Promise<number> {
    let logs = 0;
    const request = { project: PROJECT, path, keysOnly: true };
    for await (const { index } of this.local.storage.get(request, {})) logs += index < 0n ? 0 : 1;
    return logs;
  }

  /** The size of the store's file, in bytes. */
  fileBytes(): number {
    return statSync(join(this.dir, 'data.mdb')).size;
  }

  /** Opens it again, after the local backends were closed. */
  open(): void {
    const now = () => this.nowMs + this.jumpedMs;
    this.local = openLocal(this.dir, {
      now,
      monotonic: () => this.nowMs,
      retention: {
        maxBytes: 2 ** 40,
        maxAgeMs: 0,
        logsBegin: false,
        warn: (message) => this.warnings.push(message),
        ...this.options,
      },
    });
    const { coordinator, storage } = this.local;
    this.cache = new CachedCoordinator(coordinator, { size: 100_000, expirationMs: HOUR_MS });
    this.local.onForgotten = (stream) => {
      this.cache.forget(stream);
    };
    // Each store waits for the disk: side by side they share commits.
    this.collector = new Collector({ coordinator: this.cache, storage, maxMessageWorkers: 1000 });
  }
}

/** An entry of a stream that ends with it. */
export function ended(name: string, logs: readonly (string | Uint8Array)[] = ['log']): StreamSpec {
  return { name, logs, terminalIndex: logs.length - 1 };
}
