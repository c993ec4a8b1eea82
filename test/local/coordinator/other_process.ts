// Ends a stream that its parent process registered, and registers another one; the directory is its argument.
import { LocalCoordinator } from '../../../src/local/coordinator/local_coordinator.js';
import { openEnvironment } from '../../../src/local/environment.js';
import {
  DESCRIPTOR,
  registrationOf,
  terminationOf,
} from '../../../src/testing/coordinator_requests.js';

async function main(dir: string): Promise<void> {
  const environment = openEnvironment(dir);
  const coordinator = new LocalCoordinator({ environment });
  await coordinator.terminateStream(terminationOf({ path: 'p/+/stream', terminalIndex: 42n }), {});
  await coordinator.registerStream(registrationOf({ path: 'p/+/theirs' }), DESCRIPTOR, {});
  await coordinator.close();
  await environment.close();
}

void main(process.argv[2]!);
