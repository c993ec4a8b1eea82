import { createHash } from 'node:crypto';
import type {
  Coordinator,
  LogStreamState,
  StreamRegistration,
  TerminateRequest,
} from '../../src/coordinator/coordinator.js';
import type { Script } from './line.js';
import { ScriptedCoordinator } from './scripted_coordinator.js';

/** A Coordinator that follows one script after another. */
export class LineCoordinator implements Coordinator {
  private scripted = new ScriptedCoordinator({});
  /** A termination tells the stream's id alone. */
  private readonly paths = new Map<string, string>();

  /** @returns the calls from now on, as they come */
  follow(script: Script): readonly string[] {
    this.scripted = new ScriptedCoordinator(script);
    return this.scripted.calls;
  }

  registerStream(
    registration: StreamRegistration,
    descriptor: Uint8Array,
  ): Promise<LogStreamState> {
    const { path } = registration;
    this.paths.set(createHash('sha256').update(path).digest('hex'), path);
    return this.scripted.registerStream(registration, descriptor);
  }

  terminateStream(request: TerminateRequest): Promise<void> {
    const path = this.paths.get(request.id) ?? request.path;
    return this.scripted.terminateStream({ ...request, path });
  }

  close(): Promise<void> {
    return this.scripted.close();
  }
}
