import { GRPC_CODES, type GrpcCode } from '../../src/common/errors.js';

/**
 * The calls to backends, as they are made: alone or among others, about one stream or about all of a bundle; the last of
 * them keep a message that has something bad in it.
 */
export const CALLS = [
  'RegisterStream',
  'TerminateStream',
  'RegisterStream in a Batch',
  'TerminateStream in a Batch',
  'Batch of RegisterStream',
  'Batch of TerminateStream',
  'CheckAndMutateRow',
  'MutateRow of a group',
  'MutateRows of a group',
  'a row of MutateRows',
  'put into lmdb',
  'publish of a dead letter',
  'publish of a large dead letter',
  'put into the table of dead letters',
] as const;
export type Call = (typeof CALLS)[number];

/** What goes wrong with a call. */
export type Fault =
  | { readonly kind: 'code'; readonly status: GrpcCode; readonly when: 'before' | 'after' }
  | {
      readonly kind:
        /** No answer within the time for the call, or until the message is given up. */
        | 'timeout'
        | 'hang'
        /** The connection breaks before the effect, or between effect and answer. */
        | 'reset before'
        | 'reset after'
        /** What is answered is none; or the entry is missing. */
        | 'garbage'
        | 'left out'
        /** The answer comes late, but in time. */
        | 'slow';
    };

/** Entries of the bundle, and those that a fault is about. */
export const ENTRIES = 3;
const POSITIONS = { first: 0, middle: 1, last: ENTRIES - 1 } as const;
export type Position = keyof typeof POSITIONS | 'all';

export interface Cell {
  readonly call: Call;
  readonly fault: Fault;
  readonly position: Position;
  /** Whether it is the instance's first write: then InvalidArgument may mean a setting. */
  readonly first: boolean;
}

const CODES: readonly Fault[] = GRPC_CODES.slice(1).flatMap((status) =>
  (['before', 'after'] as const).map((when) => ({ kind: 'code', status, when }) as const),
);

function kinds(...names: Exclude<Fault['kind'], 'code'>[]): Fault[] {
  return names.map((kind) => ({ kind }));
}

const TRANSPORT = [
  ...CODES,
  ...kinds('timeout', 'hang', 'reset before', 'reset after', 'garbage', 'slow'),
];
const ENTRY = [...CODES, ...kinds('left out', 'garbage')];
const TABLE = [...CODES, ...kinds('hang', 'garbage', 'slow')];

/** What can go wrong with each call. A table's connection that breaks is a code to whoever calls: Unavailable. */
const FAULTS: Record<Call, readonly Fault[]> = {
  RegisterStream: TRANSPORT,
  TerminateStream: TRANSPORT,
  'RegisterStream in a Batch': ENTRY,
  'TerminateStream in a Batch': ENTRY.filter(({ kind }) => kind !== 'garbage'),
  'Batch of RegisterStream': TRANSPORT,
  'Batch of TerminateStream': TRANSPORT,
  CheckAndMutateRow: TABLE,
  // Groups of one row are made by storing one stream at a time: the others would wait for one that hangs.
  'MutateRow of a group': TABLE.filter(({ kind }) => kind !== 'hang'),
  'MutateRows of a group': TABLE,
  'a row of MutateRows': [...CODES, ...kinds('left out')],
  'put into lmdb': [...CODES, ...kinds('hang', 'slow')],
  'publish of a dead letter': [...TRANSPORT, ...kinds('left out')],
  'publish of a large dead letter': [...TRANSPORT, ...kinds('left out')],
  // Its transaction fails before or after its effect, which is no code of anybody's.
  'put into the table of dead letters': kinds('reset before', 'reset after', 'hang', 'slow'),
};

const ABOUT_ALL: readonly Call[] = [
  'Batch of RegisterStream',
  'Batch of TerminateStream',
  'MutateRows of a group',
];

/** The whole matrix. */
export function makeCells(): Cell[] {
  return CALLS.flatMap((call) => {
    return FAULTS[call].flatMap((fault) =>
      positionsOf(call).flatMap((position) => {
        const cell = { call, fault, position, first: false };
        return mayBeSetting(cell) ? [cell, { ...cell, first: true }] : [cell];
      }),
    );
  });
}

function positionsOf(call: Call): Position[] {
  if (ABOUT_ALL.includes(call)) return ['all'];
  // What is bad is an entry, or the message as a whole.
  return ['first', 'middle', 'last', ...(isLetter(call) ? (['all'] as const) : [])];
}

export function isHit(position: Position, entry: number): boolean {
  return position === 'all' || POSITIONS[position] === entry;
}

export function nameOf({ call, fault, position, first }: Cell): string {
  const what = fault.kind === 'code' ? `${fault.status} ${fault.when} the effect` : fault.kind;
  return `${call}, ${what}, ${position}${first ? ', first write' : ''}`;
}

/** Where another entry goes before, its row shows that the settings are right. */
function mayBeSetting({ call, fault, position }: Cell): boolean {
  const refused = fault.kind === 'code' && fault.status === 'InvalidArgument';
  return isTable(call) && refused && (position === 'first' || position === 'all');
}

export function isTable(call: Call): boolean {
  return call.includes('Row');
}

/** Whether the call keeps what is refused. */
export function isLetter(call: Call): boolean {
  return call.endsWith(' dead letter') || call.endsWith(' table of dead letters');
}
