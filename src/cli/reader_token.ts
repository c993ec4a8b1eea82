import { readFile } from 'node:fs/promises';
import { isToken } from '../common/token.js';
import { CollectorError } from '../common/errors.js';
import { fetchGoogleToken } from '../coordinator/prpc/google_token.js';
import { TokenCache } from '../coordinator/prpc/tokens.js';
import { UsageError } from './arguments.js';
import type { Io } from './io.js';

/** The options of every command that reads from a Coordinator. */
export const TOKEN_OPTIONS = {
  'token-file': { type: 'string' },
  'google-token': { type: 'boolean', default: false },
} as const;

const TOKEN_MS_MAX = 60_000;

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

/** Reads the token from a file at each call, for it is renewed there. @throws Error without the content */
function tokenOfFile(file: string): () => Promise<string> {
  return async () => {
    const token = (await readFile(file, 'utf8')).trim();
    if (!isToken(token)) throw new Error('the token file does not hold one token');
    return token;
  };
}

/** Gives tokens of Google's default credentials, each until it expires. */
function googleToken(): () => Promise<string> {
  const cache = new TokenCache(fetchGoogleToken);
  return async () => {
    const reply = await cache.token(AbortSignal.timeout(TOKEN_MS_MAX));
    if ('token' in reply) return reply.token;
    throw new Error(reply.failure.detail);
  };
}
