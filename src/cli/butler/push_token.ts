import { CollectorError } from '../../common/errors.js';
import { isToken } from '../../common/token.js';

/** Where pushes go, and what is sent with each of them. */
export interface PushTarget {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Returns the headers with the token of PUSH_TOKEN; none where it is not set.
 *
 * @throws CollectorError BAD_SETTINGS
 */
export function tokenHeaders({
  PUSH_TOKEN: token = '',
}: NodeJS.ProcessEnv): Record<string, string> {
  if (token === '') return {};
  if (!isToken(token)) throw new CollectorError('BAD_SETTINGS', 'PUSH_TOKEN is not a token');
  return { authorization: `Bearer ${token}` };
}
