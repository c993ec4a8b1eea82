/** The interface of a Coordinator, its state cache, the client of a remote one, and one for tests. */
export {
  type CallOptions,
  type Coordinator,
  type LogStreamState,
  NOT_TERMINATED,
  type StreamRegistration,
  type TerminateRequest,
} from '../coordinator/coordinator.js';
export {
  CachedCoordinator,
  type StateCacheOptions,
  type StateCacheStats,
} from '../coordinator/cache.js';
export { MemoryCoordinator, type MemoryCoordinatorOptions } from '../coordinator/memory.js';
export {
  openRemote as openRemoteCoordinator,
  type RemoteSettings,
} from '../coordinator/prpc/open.js';
export { streamId } from '../coordinator/stream_id.js';
export { coordinatorError } from '../common/errors.js';
