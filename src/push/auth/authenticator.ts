import type { PushRequest } from '../../http/body.js';

/** Decides which pushes are accepted. */
export interface Authenticator {
  /**
   * Accepts a request, or throws. It is called before anything of the body is read, and looks at the headers alone.
   *
   * @throws CollectorError UNAUTHENTICATED, FORBIDDEN, KEYS_UNREACHABLE, or the signal's reason
   */
  authenticate(request: PushRequest, signal: AbortSignal): Promise<void>;
}
