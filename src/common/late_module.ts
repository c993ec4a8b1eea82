import { CollectorError } from './errors.js';
import { hasNoCurrentFolder } from './folders.js';

/** A module that is loaded when it is first needed. */
export interface LateModule<T> {
  /**
   * Returns the module, and loads it where that has not succeeded yet. A failure is not remembered: the next call loads
   * again.
   *
   * @throws CollectorError MODULE_FAILED
   */
  get(): T;
  /** The module, where it has been loaded. */
  readonly loaded: T | undefined;
}

/**
 * Defers the loading of a module, for a cold start pays for everything that is loaded at the start. Only what no request
 * needs may be deferred, or what answers a request with a retryable error while it cannot be loaded.
 *
 * @param load calls `require`: `import()` would remember a failure for as long as the process runs
 * @param what names the module's purpose in the error
 * @param onFailure is called with the first failure of a row, for the log
 */
export function lateModule<T>(
  load: () => T,
  what: string,
  onFailure?: (error: CollectorError) => void,
): LateModule<T> {
  let loaded: T | undefined;
  let failing = false;
  const get = (): T => {
    if (loaded !== undefined) return loaded;
    try {
      loaded = load();
      failing = false;
      return loaded;
    } catch (cause) {
      const error = failedModule(what, cause);
      if (!failing) onFailure?.(error);
      failing = true;
      throw error;
    }
  };
  return {
    get,
    get loaded() {
      return loaded;
    },
  };
}

/** Node's own message would give away where the program is installed. */
function failedModule(what: string, cause: unknown): CollectorError {
  const { code, name } = (cause ?? {}) as { code?: unknown; name?: unknown };
  const why = typeof code === 'string' ? code : String(name);
  const advice = hasNoCurrentFolder(cause)
    ? 'the current folder is not there any more: change to another one'
    : 'the limit of open files may be reached, or the installation is incomplete';
  const message = `${what} cannot be loaded: ${why}; ${advice}`;
  return new CollectorError('MODULE_FAILED', message, { cause });
}
