import { createHash } from 'node:crypto';
import type {
  CallOptions,
  Coordinator,
  LogStreamState,
  StreamRegistration,
  TerminateRequest,
} from '../../src/coordinator/coordinator.js';

export type FakeCall =
  | {
      readonly method: 'registerStream';
      readonly registration: StreamRegistration;
      readonly descriptor: Uint8Array;
    }
  | { readonly method: 'terminateStream'; readonly request: TerminateRequest };

type Answer<T> = T | Promise<T>;

/** What happens instead of success: throw, return a promise that rejects or never ends, or what differs in the state. */
export interface FakeBehaviour {
  readonly register?: (
    registration: StreamRegistration,
    options: CallOptions,
  ) => Answer<Partial<LogStreamState>>;
  readonly terminate?: (request: TerminateRequest, options: CallOptions) => Answer<void>;
}

/**
 * A Coordinator for faults, which records what it is asked. Unless told otherwise it answers hex(sha256(path)) as the
 * id, the secret that it was sent, and the terminal index that it was sent.
 */
export class FakeCoordinator implements Coordinator {
  readonly calls: FakeCall[] = [];
  closed = false;

  constructor(private readonly behaviour: FakeBehaviour = {}) {}

  count(method: FakeCall['method']): number {
    return this.calls.filter((call) => call.method === method).length;
  }

  async registerStream(
    registration: StreamRegistration,
    descriptor: Uint8Array,
    options: CallOptions,
  ): Promise<LogStreamState> {
    this.calls.push({ method: 'registerStream', registration, descriptor });
    const { project, path, secret, protoVersion, terminalIndex } = registration;
    const id = createHash('sha256').update(path).digest('hex');
    const differs = await this.behaviour.register?.(registration, options);
    const [archived, purged] = [false, false];
    return { project, path, id, secret, protoVersion, terminalIndex, archived, purged, ...differs };
  }

  async terminateStream(request: TerminateRequest, options: CallOptions): Promise<void> {
    this.calls.push({ method: 'terminateStream', request });
    await this.behaviour.terminate?.(request, options);
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }
}
