import type { IncomingHttpHeaders } from 'node:http';
import { nextTurn } from '../common/turns.js';
import type { ProcessResult } from '../collector/result.js';
import { asCollectorError, CollectorError } from '../common/errors.js';
import {
  type Content,
  type DeadLetters,
  type Origin,
  toDeadLetter,
} from '../dead_letters/dead_letter.js';
import { LONG_CHARS } from './long_data.js';
import { isUnwrapped } from './unwrapped.js';

/** What has been received of a push, for as long as it may have to be kept. */
export interface Received {
  content?: Content;
  origin?: Origin;
  replayed?: boolean;
}

/**
 * A sender of this header keeps the message itself until nothing of it is refused any more: keeping it again would
 * duplicate it. Only in a wrapped push, for in an unwrapped one a publisher's attributes are headers.
 */
export const REPLAY_HEADER = 'x-logdog-replay';

export function isReplay(headers: IncomingHttpHeaders): boolean {
  return headers[REPLAY_HEADER] !== undefined && !isUnwrapped(headers);
}

function isLongText(content: Content): boolean {
  const text = 'instead' in content ? content.instead : undefined;
  return typeof text === 'string' && text.length >= LONG_CHARS;
}

/** What became of a message, with the place of its dead letter. */
export interface KeptResult {
  readonly result: ProcessResult;
  readonly deadLetter?: string;
}

/** Stores a dead letter of a message of which something was refused. Where that fails, the message must be sent again. */
export async function keepDeadLetter(
  deadLetters: DeadLetters,
  { content, origin, replayed }: Received,
  result: ProcessResult,
  signal: AbortSignal,
): Promise<KeptResult> {
  if (content === undefined || origin === undefined || replayed === true) return { result };
  if (result.outcome === 'done' || result.outcome === 'retry') return { result };
  // To read ten megabytes of text takes half of the time that the event loop may be held for, and to encode them as much.
  if (isLongText(content)) await nextTurn();
  try {
    const deadLetter = toDeadLetter(content, origin, result, new Date());
    return { result, deadLetter: await deadLetters.put(deadLetter, signal) };
  } catch (thrown) {
    const failure = asCollectorError(thrown);
    const why = `${failure.message}; it was refused for: ${result.reason.message}`;
    const reason = new CollectorError(failure.code, why, { cause: failure });
    return { result: { ...result, outcome: 'retry', reason } };
  }
}
