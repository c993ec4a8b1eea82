import { CollectorError } from '../errors.js';

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
export async function untilAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (signal === undefined) return work;
  let listener: (() => void) | undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    listener = () => {
      reject(abortReason(signal));
    };
    if (signal.aborted) listener();
    else signal.addEventListener('abort', listener, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', listener!);
  }
}
