import { isToken } from '../common/token.js';
import { CollectorError } from '../common/errors.js';
import { googleToken, tokenOfFile } from '../viewer/remote_source.js';
import { UsageError } from './arguments.js';
import type { Io } from './io.js';

/** The options of every command that reads from a Coordinator. */
export const TOKEN_OPTIONS = {
  'token-file': { type: 'string' },
  'google-token': { type: 'boolean', default: false },
} as const;

export interface ReaderToken {
  readonly 'token-file'?: string;
  readonly 'google-token': boolean;
}

/**
 * Returns what gives the token of a reader for a call to a Coordinator: of a file, of Google's default credentials, or of
 * LOGDOG_TOKEN; undefined where none is wanted.
 *
 * @throws UsageError, CollectorError BAD_SETTINGS
 */
export function tokenSource(
  { 'token-file': file, 'google-token': google }: ReaderToken,
  io: Io,
): (() => Promise<string>) | undefined {
  const given = io.env.LOGDOG_TOKEN;
  if (file !== undefined && google) {
    throw new UsageError('--token-file and --google-token cannot be combined');
  }
  if (file !== undefined) return tokenOfFile(file);
  if (google) return googleToken();
  if (given === undefined || given === '') return undefined;
  if (!isToken(given)) throw new CollectorError('BAD_SETTINGS', 'LOGDOG_TOKEN is not a token');
  return () => Promise.resolve(given);
}
