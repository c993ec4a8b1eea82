import { MemoryStorage } from '../../src/storage/memory.js';
import { describeStorage } from '../contract/storage.js';

describeStorage(
  'MemoryStorage',
  (options) => {
    const storage = new MemoryStorage(options);
    const never = () => Promise.reject(new Error('it is not durable'));
    return Promise.resolve({ storage, reopen: never, close: () => storage.close() });
  },
  { durable: false },
);
