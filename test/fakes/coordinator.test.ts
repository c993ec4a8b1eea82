import { FakeCoordinator } from './coordinator.js';
import { rejectionOf } from '../../src/testing/contract.js';
import {
  DESCRIPTOR,
  OTHER_SECRET,
  registrationOf,
  SECRET,
  terminationOf,
} from '../../src/testing/coordinator_requests.js';
import { coordinatorError } from '../../src/common/errors.js';
import { streamId } from '../../src/coordinator/stream_id.js';

describe('the fake Coordinator', () => {
  test('answers the hash of the path, the secret and the terminal index that it was sent', async () => {
    const fake = new FakeCoordinator();
    const registration = registrationOf({ terminalIndex: 3n });
    const { path } = registration;
    const expected = { path, id: streamId(path), secret: SECRET, terminalIndex: 3n };
    expect(await fake.registerStream(registration, DESCRIPTOR, {})).toMatchObject(expected);
  });

  test('records its calls in order', async () => {
    const fake = new FakeCoordinator();
    await fake.registerStream(registrationOf(), DESCRIPTOR, {});
    await fake.terminateStream(terminationOf(), {});
    expect(fake.calls).toEqual([
      { method: 'registerStream', registration: registrationOf(), descriptor: DESCRIPTOR },
      { method: 'terminateStream', request: terminationOf() },
    ]);
    expect([fake.count('registerStream'), fake.count('terminateStream')]).toEqual([1, 1]);
  });

  test('answers what it is told to, and rejects with what is thrown', async () => {
    const fake = new FakeCoordinator({
      register: () => ({ secret: OTHER_SECRET, archived: true }),
      terminate: () => {
        throw coordinatorError('Unavailable', 'down');
      },
    });
    const state = await fake.registerStream(registrationOf(), DESCRIPTOR, {});
    expect(state).toMatchObject({ secret: OTHER_SECRET, archived: true, purged: false });
    const error = await rejectionOf(() => fake.terminateStream(terminationOf(), {}));
    expect(error.code).toBe('COORDINATOR_FAILED');
  });
});
