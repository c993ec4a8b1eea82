import { CollectorError } from './errors.js';

/** Why a signal was aborted, as an error of the catalogue. */
export function abortReason(signal: AbortSignal): CollectorError {
  const reason: unknown = signal.reason;
  if (reason instanceof CollectorError) return reason;
  return new CollectorError('CANCELLED', undefined, { cause: reason });
}

/**
 * Waits for work, but no longer than the signal allows: a backend that ignores its signal must not hold a message.
 *
 * @throws CollectorError the signal's reason
 */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      reject(abortReason(signal));
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort);
    // Whatever wins, the listener goes: a signal may outlive many messages.
    work
      .finally(() => {
        signal.removeEventListener('abort', onAbort);
      })
      .then(resolve, reject);
  });
}
