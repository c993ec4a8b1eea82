import type {
  CallOptions,
  Coordinator,
  LogStreamState,
  StreamRegistration,
  TerminateRequest,
} from '../../src/coordinator/coordinator.js';
import { streamId } from '../../src/coordinator/stream_id.js';

export type CoordinatorCall =
  | {
      readonly method: 'registerStream';
      readonly registration: StreamRegistration;
      readonly descriptor: Uint8Array;
    }
  | { readonly method: 'terminateStream'; readonly request: TerminateRequest };

type Answer<T> = T | Promise<T>;

/** What happens on a call: throw, return a promise that rejects or never settles, or what differs in the state. */
export interface CoordinatorScript {
  readonly register?: (
    registration: StreamRegistration,
    options: CallOptions,
    descriptor: Uint8Array,
  ) => Answer<Partial<LogStreamState> | undefined>;
  readonly terminate?: (request: TerminateRequest, options: CallOptions) => Answer<void>;
}

/**
 * A Coordinator that follows a script and records its calls. By default it answers hex(sha256(path)) as the id, the
 * secret that it was sent, and the terminal index that it was sent.
 */
export class FakeCoordinator implements Coordinator {
  readonly calls: CoordinatorCall[] = [];
  closed = false;
  /** By id. */
  private readonly paths = new Map<string, string>();

  constructor(public script: CoordinatorScript = {}) {}

  count(method: CoordinatorCall['method']): number {
    return this.calls.filter((call) => call.method === method).length;
  }

  /** The path of a stream that was registered. A termination over pRPC names the stream's id only. */
  pathOf(id: string): string {
    return this.paths.get(id) ?? 'unknown/+/path';
  }

  async registerStream(
    registration: StreamRegistration,
    descriptor: Uint8Array,
    options: CallOptions,
  ): Promise<LogStreamState> {
    this.calls.push({ method: 'registerStream', registration, descriptor });
    const id = streamId(registration.path);
    this.paths.set(id, registration.path);
    const differs = await this.script.register?.(registration, options, descriptor);
    return { ...registration, id, archived: false, purged: false, ...differs };
  }

  async terminateStream(request: TerminateRequest, options: CallOptions): Promise<void> {
    this.calls.push({ method: 'terminateStream', request });
    await this.script.terminate?.(request, options);
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }
}
