import type { ErrorCode, GrpcCode } from '../../src/common/errors.js';
import { type Cell, ENTRIES, isHit, isLetter, isTable } from './cells.js';

/** The answer to a push. */
export interface Answer {
  readonly status: number | undefined;
  /** Of a nack, or of a message that is refused as a whole. */
  readonly code: string | undefined;
  /** The entries that the report calls refused, and why. */
  readonly refused: readonly { readonly entry: number; readonly code: string }[];
}

/** What must come of a cell, by the table of acks in `docs/architecture.md` alone. */
export interface Expected {
  readonly answer: Answer;
  /** The entries whose logs must be stored by then; the others may be. */
  readonly stored: readonly number[];
  /** The answer to the same message when all is well again, and what must be stored and registered by then. */
  readonly later: Answer;
  readonly storedLater: readonly number[];
}

const COORDINATOR_REFUSALS: readonly GrpcCode[] = [
  'InvalidArgument',
  'FailedPrecondition',
  'OutOfRange',
  'AlreadyExists',
];

const DONE: Answer = { status: 204, code: undefined, refused: [] };

const ALL = Array.from({ length: ENTRIES }, (_, entry) => entry);

export function expectedOf(cell: Cell): Expected {
  if (isLetter(cell.call)) return expectedOfLetter(cell);
  const { call, fault, position } = cell;
  const others = ALL.filter((entry) => !isHit(position, entry));
  // A stream is terminated last.
  const stored = call.includes('TerminateStream') ? ALL : others;
  const later = { later: DONE, storedLater: ALL };
  const backend = isTable(call) || call === 'put into lmdb' ? 'STORAGE' : 'COORDINATOR';
  const done = { answer: DONE, stored: ALL, ...later };
  if (fault.kind === 'slow') return done;
  if (isRefusal(cell, backend)) {
    // Refused as a whole, calls and rows are sent one by one, and none of them is at fault.
    if (position === 'all') return done;
    return { answer: refusal(cell, `${backend}_REFUSED`), stored, ...later };
  }
  const code = fault.kind === 'hang' ? 'SHUTTING_DOWN' : (`${backend}_FAILED` as const);
  return { answer: nack(code), stored, ...later };
}

/** A message with something bad in it is acked only where it is kept. */
function expectedOfLetter(cell: Cell): Expected {
  const { fault, position } = cell;
  const others = ALL.filter((entry) => !isHit(position, entry));
  const whole: Answer = { status: 200, code: 'BAD_FRAME', refused: [] };
  const later = position === 'all' ? whole : refusal(cell, 'BAD_LOG');
  const expected = { later, stored: others, storedLater: others };
  if (fault.kind === 'slow') return { answer: later, ...expected };
  if (fault.kind === 'hang') return { answer: nack('SHUTTING_DOWN'), ...expected };
  const code = fault.kind === 'timeout' ? 'DEADLINE' : 'DEAD_LETTER_FAILED';
  return { answer: nack(code), ...expected };
}

function nack(code: ErrorCode): Answer {
  return { status: 503, code, refused: [] };
}

function refusal({ position }: Cell, code: ErrorCode): Answer {
  const hit = ALL.filter((entry) => isHit(position, entry));
  return { status: 200, code: undefined, refused: hit.map((entry) => ({ entry, code })) };
}

function isRefusal({ call, fault, first }: Cell, backend: 'STORAGE' | 'COORDINATOR'): boolean {
  if (fault.kind !== 'code') return false;
  if (backend === 'COORDINATOR') return COORDINATOR_REFUSALS.includes(fault.status);
  if (fault.status !== 'InvalidArgument') return false;
  // Before anything was written, a setting may be to blame.
  return call === 'put into lmdb' || !first || call === 'MutateRows of a group';
}
