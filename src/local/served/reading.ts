import { coordinatorError } from '../../common/errors.js';
import type { FoundStream, StreamRecords } from '../coordinator/local_coordinator.js';
import type { PrefixRecord } from '../coordinator/prefix_record.js';
import { checkProject, invalid, isStreamPath, prefixOf } from '../../coordinator/request_rules.js';
import type { StreamRecord } from '../coordinator/stream_record.js';

/**
 * A stream, by its path or its id.
 *
 * @throws BackendError InvalidArgument; PermissionDenied where the prefix is unknown, as where another account owns it;
 *   NotFound
 */
export function findStream(coordinator: StreamRecords, project: string, path: string): FoundStream {
  checkReadProject(project);
  const notFound = () => coordinatorError('NotFound', `there is no stream ${project}/${path}`);
  if (/^[0-9a-f]{64}$/i.test(path)) {
    const found = coordinator.streamById(project, path);
    if (found === undefined) throw notFound();
    return found;
  }
  if (!isStreamPath(path)) throw invalid('invalid path value');
  const prefix = findPrefix(coordinator, project, prefixOf(path));
  const record = coordinator.stream(project, path);
  if (record === undefined) throw notFound();
  return { record, prefix };
}

/** @throws BackendError PermissionDenied where it is unknown */
export function findPrefix(
  coordinator: StreamRecords,
  project: string,
  name: string,
): PrefixRecord {
  const prefix = coordinator.prefix(project, name);
  if (prefix !== undefined) return prefix;
  const why = `prefix ${project}/${name} is not registered, or is not yours to read`;
  throw coordinatorError('PermissionDenied', why);
}

/** @throws BackendError InvalidArgument */
export function checkReadProject(project: string): void {
  if (project === '') throw invalid('project is required');
  checkProject(project);
}

/** A Timestamp or a Duration as answers have it: whole seconds, in decimal, and the rest. */
export function secondsOf(ms: number): object {
  const seconds = Math.floor(ms / 1000);
  return { seconds: String(seconds), nanos: Math.round((ms - seconds * 1000) * 1e6) };
}

/** What readers learn of a stream. */
export function stateForReaders(record: StreamRecord): object {
  const { protoVersion, created, terminalIndex, archived, purged } = record;
  return {
    protoVersion,
    created: secondsOf(created.getTime()),
    terminalIndex: String(terminalIndex),
    archive: archived ? {} : undefined,
    purged,
  };
}
