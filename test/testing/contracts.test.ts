import type { Coordinator, LogStreamState } from '../../src/coordinator/coordinator.js';
import { MemoryCoordinator } from '../../src/coordinator/memory.js';
import { MemoryStorage } from '../../src/storage/memory.js';
import type { Storage, StreamRequest } from '../../src/storage/storage.js';
import type { ContractCase } from '../../src/testing/contract.js';
import { coordinatorContract } from '../../src/testing/coordinator_contract.js';
import { storageContract } from '../../src/testing/storage_contract.js';

/** What one who writes an implementation may get wrong: a change to one that is right, and the case that finds it. */
interface Mistake<T> {
  readonly what: string;
  readonly make: (right: T) => T;
  readonly found: string;
}

/** Has a storage take every stream for the one that `rename` makes of it. */
function renamed(right: Storage, rename: (stream: StreamRequest) => StreamRequest): Storage {
  return {
    put: (request, options) => right.put({ ...request, ...rename(request) }, options),
    get: (request, options) => right.get({ ...request, ...rename(request) }, options),
    tail: (request, options) => right.tail(rename(request), options),
    expunge: (request, options) => right.expunge(rename(request), options),
    close: () => right.close(),
  };
}

/** Shares a storage's memory with the caller that has put the logs. */
function sharing(right: Storage): Storage {
  const given: { readonly kept: Uint8Array; readonly records: Uint8Array }[] = [];
  return {
    put: (request, options) => {
      given.push({ kept: Uint8Array.from(request.records), records: request.records });
      return right.put(request, options);
    },
    get: async function* (request, options) {
      const changed = given.some(({ kept, records }) => Buffer.compare(kept, records) !== 0);
      for await (const log of right.get(request, options)) {
        yield changed ? { ...log, data: Buffer.from('changed') } : log;
      }
    },
    tail: (request, options) => right.tail(request, options),
    expunge: (request, options) => right.expunge(request, options),
    close: () => right.close(),
  };
}

const APART = 'put: streams whose names look alike are kept apart';

const STORAGE_MISTAKES: readonly Mistake<Storage>[] = [
  {
    what: 'keeps the memory of the records',
    make: sharing,
    found: 'put: once it has settled, the memory of the records may be used again',
  },
  {
    what: 'does not tell lower case from upper case',
    make: (right) => renamed(right, ({ project, path }) => ({ project, path: path.toLowerCase() })),
    found: APART,
  },
  {
    what: 'flattens paths with _',
    make: (right) =>
      renamed(right, ({ project, path }) => ({ project, path: path.replaceAll('/', '_') })),
    found: APART,
  },
  {
    what: 'flattens paths with .',
    make: (right) =>
      renamed(right, ({ project, path }) => ({ project, path: path.replaceAll('/', '.') })),
    found: APART,
  },
  {
    what: 'puts project and path together with nothing between them',
    make: (right) =>
      renamed(right, ({ project, path }) => ({ project: 'p', path: project + path })),
    found: APART,
  },
  {
    what: 'ignores the project',
    make: (right) => renamed(right, ({ path }) => ({ project: 'p', path })),
    found: APART,
  },
];

/** Keeps the secrets that streams are registered with as they are given, and checks them. */
function keepingSecrets(right: Coordinator): Coordinator {
  const secrets = new Map<string, Uint8Array>();
  return {
    registerStream: async (registration, descriptor, options) => {
      const key = `${registration.project}/${registration.path}`;
      const state: LogStreamState = await right.registerStream(registration, descriptor, options);
      const secret = secrets.get(key) ?? registration.secret;
      secrets.set(key, secret);
      return { ...state, secret };
    },
    terminateStream: (request, options) => right.terminateStream(request, options),
    close: () => right.close(),
  };
}

const COORDINATOR_MISTAKES: readonly Mistake<Coordinator>[] = [
  {
    what: 'keeps the memory of a secret',
    make: keepingSecrets,
    found:
      'once a call has settled, the memory of its secret and of its descriptor may be used again',
  },
];

/** The names of the cases that fail. */
async function failing(cases: readonly ContractCase[]): Promise<string[]> {
  const names: string[] = [];
  for (const { name, run } of cases) await run().catch(() => names.push(name));
  return names;
}

function storageCases(make: (right: Storage) => Storage): ContractCase[] {
  return storageContract(
    (options) => {
      const storage = make(new MemoryStorage(options));
      const reopen = () => Promise.reject(new Error('it is not durable'));
      return Promise.resolve({ storage, reopen, close: () => storage.close() });
    },
    { durable: false },
  );
}

function coordinatorCases(make: (right: Coordinator) => Coordinator): ContractCase[] {
  return coordinatorContract(
    (settings) => {
      const coordinator = make(new MemoryCoordinator(settings));
      const reopen = () => Promise.reject(new Error('it is not durable'));
      return Promise.resolve({ coordinator, reopen, destroy: () => coordinator.close() });
    },
    { durable: false },
  );
}

describe('the contract of a storage', () => {
  test('is kept by a storage that passes every call on', async () => {
    expect(await failing(storageCases((right) => renamed(right, (stream) => stream)))).toEqual([]);
  });

  test.each(STORAGE_MISTAKES)('is broken by one that $what', async ({ make, found }) => {
    expect(await failing(storageCases(make))).toContain(found);
  });
});

describe('the contract of a Coordinator', () => {
  test.each(COORDINATOR_MISTAKES)('is broken by one that $what', async ({ make, found }) => {
    expect(await failing(coordinatorCases(make))).toContain(found);
  });
});
