import type { ErrorCode, GrpcCode } from '../../src/errors.js';
import { type Cell, ENTRIES, isHit, isTable } from './cells.js';

/** What must come of a cell, by the table of acks in `docs/architecture.md` alone. */
export interface Expected {
  readonly status: 204 | 200 | 503;
  /** The code of a nack, or that of what is refused. */
  readonly code: ErrorCode | undefined;
  /** The entries that are refused. */
  readonly refused: readonly number[];
  /** The entries whose logs must be stored by then; the others may be. */
  readonly stored: readonly number[];
}

const COORDINATOR_REFUSALS: readonly GrpcCode[] = [
  'InvalidArgument',
  'FailedPrecondition',
  'OutOfRange',
  'AlreadyExists',
];

const ALL = Array.from({ length: ENTRIES }, (_, entry) => entry);

export function expectedOf(cell: Cell): Expected {
  const { call, fault, position } = cell;
  const hit = ALL.filter((entry) => isHit(position, entry));
  const others = ALL.filter((entry) => !isHit(position, entry));
  // A stream is terminated last.
  const stored = call.includes('TerminateStream') ? ALL : others;
  const backend = isTable(call) || call === 'put into lmdb' ? 'STORAGE' : 'COORDINATOR';
  const done = { status: 204, code: undefined, refused: [], stored: ALL } as const;
  if (fault.kind === 'slow') return done;
  // A row that nobody asked for is none of the group's.
  if (fault.kind === 'garbage' && call === 'ReadRows of a group') return done;
  if (isRefusal(cell, backend)) {
    // Refused as a whole, calls and rows are sent one by one, and none of them is at fault.
    if (position === 'all') return done;
    return { status: 200, code: `${backend}_REFUSED`, refused: hit, stored };
  }
  const code = fault.kind === 'hang' ? 'SHUTTING_DOWN' : (`${backend}_FAILED` as const);
  return { status: 503, code, refused: [], stored };
}

function isRefusal({ call, fault, first }: Cell, backend: 'STORAGE' | 'COORDINATOR'): boolean {
  if (fault.kind !== 'code') return false;
  if (backend === 'COORDINATOR') return COORDINATOR_REFUSALS.includes(fault.status);
  if (fault.status !== 'InvalidArgument') return false;
  // Before anything was written, a setting may be to blame.
  return call === 'put into lmdb' || !first || call.endsWith('s of a group');
}
