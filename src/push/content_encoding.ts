import { CollectorError } from '../common/errors.js';
import type { PushRequest } from '../http/body.js';
import { isUnwrapped } from './unwrapped.js';

/**
 * Refuses a push with an encoded body. Pub/Sub encodes no body: in an unwrapped push, the header is an attribute of the
 * message, whatever its data is.
 *
 * @throws CollectorError UNSUPPORTED_ENCODING
 */
export function checkContentEncoding({ rawBody, headers }: PushRequest): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (rawBody !== undefined || encoding.toLowerCase() === 'identity') return;
  if (!isUnwrapped(headers)) throw new CollectorError('UNSUPPORTED_ENCODING');
}
