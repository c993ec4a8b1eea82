import type { StallCase } from './case.js';

/** What a push says of itself: it is unwrapped, so that its body is the message. */
const UNWRAPPED = {
  'content-type': 'application/octet-stream',
  'x-goog-pubsub-message-id': '1',
} as const;

/** What differs from case to case. */
type Differing = Partial<Pick<StallCase, 'settings' | 'says' | 'short' | 'prepare'>>;

/** A case of a message that is pushed without the wrapper. */
export function pushed(
  name: string,
  status: number,
  make: (run: number) => Buffer,
  differing: Differing = {},
): StallCase {
  return { name: `message: ${name}`, path: '/', headers: UNWRAPPED, make, status, ...differing };
}
