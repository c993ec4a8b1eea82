import fs from 'node:fs';

/**
 * Loaded before the program's own code (`--require`): has one function of `node:fs` fail below FAIL_UNDER as a disk does, by
 * FAIL_FS, as `openSync EIO`, or `promises.stat EIO`.
 */

const { FAIL_FS = '', FAIL_UNDER = '' } = process.env;
const [name = '', code = ''] = FAIL_FS.split(' ');

type Call = (path: unknown, ...rest: unknown[]) => unknown;
const isAsync = name.startsWith('promises.');
const owner = (isAsync ? fs.promises : fs) as unknown as Record<string, Call>;
const method = name.replace('promises.', '');
const real = owner[method]!;

owner[method] = (path, ...rest) => {
  if (!String(path).startsWith(FAIL_UNDER)) return real(path, ...rest);
  const syscall = method.replace('Sync', '');
  const error = new Error(`${code}: it fails, ${syscall} '${String(path)}'`);
  Object.assign(error, { code, syscall, path: String(path) });
  if (isAsync) return Promise.reject(error);
  throw error;
};
