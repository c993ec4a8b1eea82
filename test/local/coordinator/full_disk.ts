// Registers streams until the disk is full, which the parent process has made small, and tells how that failed, and
// whether exactly those streams are there that were answered; the directory is its argument.
import { LocalCoordinator } from '../../../src/local/coordinator/local_coordinator.js';
import { asCollectorError } from '../../../src/common/errors.js';
import { openEnvironment } from '../../../src/local/environment.js';
import { registrationOf } from '../../../src/testing/coordinator_requests.js';

const ROUNDS = 12;
const STREAMS_PER_ROUND = 200;

async function main(dir: string): Promise<void> {
  const environment = openEnvironment(dir);
  const coordinator = new LocalCoordinator({ environment });
  const answered: string[] = [];
  const failures: unknown[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const calls = Array.from({ length: STREAMS_PER_ROUND }, async (_, i) => {
      const registration = registrationOf({ path: `p/+/${1000 * round + i}` });
      await coordinator.registerStream(registration, Buffer.alloc(300), {});
      answered.push(registration.path);
    });
    for (const outcome of await Promise.allSettled(calls)) {
      if (outcome.status === 'rejected') failures.push(outcome.reason);
    }
  }
  const { code, retryable } = asCollectorError(failures[0]);
  const listed = [...coordinator.streams()].map(({ path }) => path);
  const same = answered.sort().join() === listed.sort().join();
  process.stdout.write(
    JSON.stringify({ code, retryable, listed: same ? 'as answered' : 'otherwise' }),
  );
  await coordinator.close();
  await environment.close();
}

void main(process.argv[2]!);
