import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalCoordinator } from '../../../src/local/coordinator/local_coordinator.js';
import { serveCoordinator } from '../../../src/local/served/served.js';
import { GRPC_CODES, type GrpcCode } from '../../../src/common/errors.js';
import { logpb } from '../../../src/proto/gen/logpb.js';
import { openEnvironment } from '../../../src/local/environment.js';
import { LmdbStorage } from '../../../src/local/lmdb.js';
import { JsonLog } from '../../../src/telemetry/log.js';
import { serve, type Serving } from './server.js';

export const SECRET = Buffer.from('canary-secret-one-0123456789abcdefgh');
export const TOPIC = 'projects/local/topics/logs';

export interface Result {
  readonly code: GrpcCode;
  /** The answer, or an error's text. */
  readonly answer: unknown;
}

/** The local Coordinator, served over a store of its own, and called in JSON. */
export class Rig {
  now = Date.UTC(2026, 0, 1);
  readonly dir = mkdtempSync(join(tmpdir(), 'served-test-'));
  readonly environment = openEnvironment(this.dir);
  readonly storage = new LmdbStorage({ environment: this.environment });
  readonly coordinator: LocalCoordinator;
  readonly logged: string[] = [];
  serving!: Serving;

  constructor(settings: { strict?: boolean; prefixExpirationMs?: number } = {}) {
    const { environment } = this;
    this.coordinator = new LocalCoordinator({ environment, now: () => this.now, ...settings });
  }

  async start(): Promise<this> {
    const { coordinator, storage } = this;
    const log = new JsonLog('debug', { write: (line) => void this.logged.push(line) });
    this.serving = await serve(
      serveCoordinator({ coordinator, storage, logBundleTopic: TOPIC, log }),
    );
    return this;
  }

  /** @param method as `Logs/Get` */
  async call(method: string, request: object): Promise<Result> {
    const type = 'application/json';
    const { headers, body } = await this.serving.post(
      `/prpc/logdog.${method}`,
      { 'content-type': type, accept: type },
      Buffer.from(JSON.stringify(request)),
    );
    const code = GRPC_CODES[Number(headers['x-prpc-grpc-code'])]!;
    if (code !== 'OK') return { code, answer: body.toString().trimEnd() };
    return { code, answer: JSON.parse(body.toString().slice(")]}'\n".length)) };
  }

  /** The answer to a call that works. */
  async answer(method: string, request: object): Promise<Record<string, unknown>> {
    const { code, answer } = await this.call(method, request);
    if (code !== 'OK') throw new Error(`${code}: ${String(answer)}`);
    return answer as Record<string, unknown>;
  }

  /** Registers a stream of a prefix that comes with it. */
  async register(path: string, differs: object = {}, terminalIndex = -1n): Promise<Buffer> {
    const [prefix, name] = path.split('/+/') as [string, string];
    const desc = descriptor(prefix, name, differs);
    const registration = {
      project: 'proj',
      path,
      secret: SECRET,
      protoVersion: '1',
      terminalIndex,
    };
    await this.coordinator.registerStream(registration, desc, {});
    return desc;
  }

  /** Stores logs of text from an index on. */
  async put(path: string, index: bigint, texts: readonly string[]): Promise<void> {
    const logs = texts.map((text, at) => textLog(index + BigInt(at), text));
    const records = Buffer.concat(logs.flatMap((log) => [varint(log.length), log]));
    await this.storage.put({ project: 'proj', path, index, count: logs.length, records }, {});
  }

  async close(): Promise<void> {
    await this.serving.close();
    await this.coordinator.close();
    await this.storage.close();
    await this.environment.close();
    rmSync(this.dir, { recursive: true });
  }
}

export function descriptor(prefix: string, name: string, differs: object = {}): Buffer {
  const contentType = 'text/plain';
  const timestamp = { seconds: 1_000_000_000, nanos: 500_000_000 };
  const desc = { prefix, name, contentType, timestamp, ...differs };
  return Buffer.from(logpb.LogStreamDescriptor.encode(desc).finish());
}

function textLog(streamIndex: bigint, text: string): Buffer {
  const lines = [{ value: Buffer.from(text), delimiter: '\n' }];
  return Buffer.from(
    logpb.LogEntry.encode({ streamIndex: Number(streamIndex), text: { lines } }).finish(),
  );
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}
