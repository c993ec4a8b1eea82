/** The interface of a storage, the one in Bigtable, one for tests, and what a storage of one's own is made with. */
export type {
  CallOptions,
  GetRequest,
  PutRequest,
  Storage,
  StoredLog,
  StreamRequest,
} from '../storage/storage.js';
export { type BigtableOptions, openBigtableStorage } from '../storage/bigtable/open.js';
export { MemoryStorage, type MemoryStorageOptions } from '../storage/memory.js';
export { readRecords } from '../storage/rows.js';
export { storageError } from '../common/errors.js';
export { abortReason } from '../common/abort.js';
