import { createHash } from 'node:crypto';
import type {
  Coordinator,
  LogStreamState,
  StreamRegistration,
  TerminateRequest,
} from '../../src/coordinator/coordinator.js';
import { coordinatorError } from '../../src/common/errors.js';
import { decode } from '../plain/message.js';
import { DESCRIPTOR } from '../plain/schema.js';
import type { Script } from './line.js';
import { callText } from './observation.js';

/** A Coordinator that does what a line's script says, and keeps a note of every call. */
export class ScriptedCoordinator implements Coordinator {
  readonly calls: string[] = [];

  constructor(private readonly script: Script) {}

  registerStream(
    registration: StreamRegistration,
    descriptor: Uint8Array,
  ): Promise<LogStreamState> {
    const { project, path, protoVersion, secret } = registration;
    const call = { project, path, protoVersion, ...printable(registration) };
    this.calls.push(callText({ op: 'register', ...call }, decode(DESCRIPTOR, descriptor)));
    const { registerCode, secretMismatch, archived, purged } = this.script;
    if (registerCode !== undefined) {
      return Promise.reject(coordinatorError(registerCode, 'as the script says'));
    }
    return Promise.resolve({
      ...registration,
      id: createHash('sha256').update(path).digest('hex'),
      secret: secretMismatch === true ? inverted(secret) : secret,
      archived: archived === true,
      purged: purged === true,
    });
  }

  terminateStream(request: TerminateRequest): Promise<void> {
    const { project, path, id } = request;
    this.calls.push(callText({ op: 'terminate', project, path, id, ...printable(request) }));
    const { terminateCode } = this.script;
    if (terminateCode === undefined) return Promise.resolve();
    return Promise.reject(coordinatorError(terminateCode, 'as the script says'));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function printable({ secret, terminalIndex }: { secret: Uint8Array; terminalIndex: bigint }): {
  secret: string;
  terminalIndex: string;
} {
  return { secret: Buffer.from(secret).toString('hex'), terminalIndex: terminalIndex.toString() };
}

function inverted(secret: Uint8Array): Uint8Array {
  return secret.map((byte) => ~byte);
}
