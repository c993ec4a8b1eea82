import { PATH_SEPARATOR } from '../bundle/path_separator.js';
import { isProjectName, isStreamName } from '../bundle/stream_name.js';
import type { StreamRequest } from '../storage/storage.js';
import { UsageError } from './arguments.js';

/**
 * A stream as the command line names it: `PROJECT/PREFIX/+/NAME`. Slashes before and after it do not count.
 *
 * @throws UsageError
 */
export function parseStreamPath(text: string): StreamRequest {
  const trimmed = text.replace(/^\/+|\/+$/g, '');
  const slash = trimmed.indexOf('/');
  const path = trimmed.slice(slash + 1);
  const plus = path.indexOf(PATH_SEPARATOR);
  const project = trimmed.slice(0, Math.max(slash, 0));
  if (plus === -1) {
    const what = `'${text}' is not a stream's path, for it has no '${PATH_SEPARATOR}': PROJECT/PREFIX/+/NAME is`;
    throw new UsageError(`${what}; logdog-collector ls ${trimmed} lists what is under it`);
  }
  if (
    !isProject(project) ||
    !isName(path.slice(0, plus)) ||
    !isName(path.slice(plus + PATH_SEPARATOR.length))
  ) {
    throw new UsageError(`'${text}' is not a stream's path: PROJECT/PREFIX/+/NAME is`);
  }
  return { project, path };
}

/** Whether this is a project's name (protocol section 2). */
export function isProject(text: string): boolean {
  const bytes = Buffer.from(text);
  return isProjectName(bytes, 0, bytes.length);
}

/** Whether this is a StreamName: a prefix, a stream's name, or, in `maxBytes`, a tag's key (protocol section 2). */
export function isName(text: string, maxBytes?: number): boolean {
  const bytes = Buffer.from(text);
  return isStreamName(bytes, 0, bytes.length, maxBytes);
}
