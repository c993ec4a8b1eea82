import type { IncomingHttpHeaders } from 'node:http';
import { nextTurn } from '../common/turns.js';
import { ProcessError } from '../collector/result.js';
import { asCollectorError, ERRORS } from '../common/errors.js';
import type { DeadLetters } from '../dead_letters/dead_letters.js';
import { type Content, toDeadLetter, type Origin } from '../dead_letters/dead_letter.js';
import { isRefused } from './answer.js';
import { LONG_CHARS } from './long_data.js';
import { isUnwrapped } from './unwrapped.js';
import type { Outcome } from './outcome.js';

/** What has been received of a push, for as long as it may have to be kept. */
export interface Received {
  content?: Content;
  origin?: Origin;
  replayed?: boolean;
}

/**
 * Whoever sends this header keeps the message itself until nothing of it is refused any more: to keep it once more would
 * make two of one. Only in a wrapped push, for in an unwrapped one a publisher's attributes are headers.
 */
export const REPLAY_HEADER = 'x-logdog-replay';

export function isReplay(headers: IncomingHttpHeaders): boolean {
  return headers[REPLAY_HEADER] !== undefined && !isUnwrapped(headers);
}

function isLongText(content: Content): boolean {
  return (
    'instead' in content &&
    typeof content.instead === 'string' &&
    content.instead.length >= LONG_CHARS
  );
}

/** Keeps the message where something of it was refused. Where that fails, the push has failed: it must come again. */
export async function keepDeadLetter(
  deadLetters: DeadLetters,
  { content, origin, replayed }: Received,
  outcome: Outcome,
  signal: AbortSignal,
): Promise<void> {
  if (content === undefined || origin === undefined || replayed === true) return;
  const { result = { entries: [] }, error } = outcome;
  const refusal = error ?? result.refusal ?? result.entries.find(isRefused)?.refusal;
  if (refusal === undefined || ERRORS[refusal.code].retryable) return;
  // To read ten megabytes of text takes half of the time that the event loop may be held for, and to encode them as much.
  if (isLongText(content)) await nextTurn();
  try {
    const deadLetter = toDeadLetter(content, origin, outcome, new Date());
    outcome.deadLetter = await deadLetters.put(deadLetter, signal);
  } catch (thrown) {
    const failure = asCollectorError(thrown);
    delete outcome.result;
    const why = `${failure.message}; it was refused for: ${refusal.message}`;
    outcome.error = new ProcessError(failure.code, why, result, failure);
  }
}
