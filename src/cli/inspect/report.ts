import { printableJson } from '../../common/printable.js';
import { NOT_TERMINATED } from '../../coordinator/coordinator.js';
import { prefixOf } from '../../coordinator/request_rules.js';
import { ATTRIBUTES } from '../../dead_letters/dead_letter.js';
import type { RefusedEntry } from '../../local/dead_letter_table.js';
import type { StreamRequest } from '../../storage/storage.js';
import type { Coverage, LogRange } from './coverage.js';

export function textReport(facts: StreamFacts): string {
  const { stream, registered, coverage, refused } = facts;
  const { complete, reason } = verdictOf(facts);
  const { extent } = coverage;
  const gaps = coverage.gaps(registered?.terminalIndex ?? -1n);
  const lines: [string, string][] = [['stream', `${stream.project}/${stream.path}`]];
  if (registered === undefined) lines.push(['registered', 'no']);
  else {
    const { type, createdMs, terminalIndex, archived, purged } = registered;
    lines.push(
      ['registered', `yes, at ${new Date(createdMs).toISOString()}`],
      ['type', type ?? 'unknown: its descriptor is damaged'],
      ['terminal', terminalIndex < 0n ? 'not ended' : `${terminalIndex}`],
      ['archived', archived ? 'yes' : 'no'],
      ['purged', purged ? 'yes' : 'no'],
    );
  }
  const held = extent && `: ${coverage.logs} logs, from ${extent.first} to ${extent.last}`;
  lines.push(
    ['rows', `${coverage.rows}, ${coverage.bytes} bytes${held ?? ''}`],
    ['gaps', gaps.length === 0 ? 'none' : rangesText(gaps)],
    ['overlaps', coverage.overlapping === 0 ? 'none' : `${coverage.overlapping} rows`],
    ['refused', refusedText(refused)],
    ['complete', `${complete ? 'yes' : 'no'}: ${reason}`],
  );
  return lines.map(([name, value]) => `${name.padEnd(12)}${value}\n`).join('');
}

function refusedText(refused: RefusedMessages | undefined): string {
  if (refused === undefined) return 'unknown here: the function keeps them in DEAD_LETTER_TOPIC';
  const { messages, ofStream, codes } = refused;
  if (messages === 0) return 'no message of its prefix';
  const which = `${messages} of its prefix, ${ofStream} of them with logs of this stream`;
  return `${which}: ${codes.join(', ')}; logdog-collector refused ls lists them`;
}

/** Returns the same as one line of JSON; indices are decimal text, as 64-bit numbers are in JSON of protobuf. */
export function jsonReport(facts: StreamFacts): string {
  const { stream, registered, coverage, refused } = facts;
  const { complete, reason } = verdictOf(facts);
  const { extent } = coverage;
  const range = ({ first, last }: { first: bigint; last: bigint }) => [`${first}`, `${last}`];
  return `${printableJson({
    ...stream,
    registered:
      registered === undefined
        ? null
        : {
            type: registered.type ?? null,
            created: new Date(registered.createdMs).toISOString(),
            terminalIndex: registered.terminalIndex < 0n ? null : `${registered.terminalIndex}`,
            archived: registered.archived,
            purged: registered.purged,
          },
    rows: coverage.rows,
    bytes: coverage.bytes,
    logs: `${coverage.logs}`,
    extent: extent === undefined ? null : range(extent),
    gaps: coverage.gaps(registered?.terminalIndex ?? -1n).map(range),
    overlappingRows: coverage.overlapping,
    refused: refused ?? null,
    complete,
    reason,
  })}\n`;
}

export interface RegisteredStream {
  /** Undefined where the descriptor is damaged. */
  readonly type: string | undefined;
  /** Milliseconds since 1970. */
  readonly createdMs: number;
  readonly terminalIndex: bigint;
  readonly archived: boolean;
  readonly purged: boolean;
}

export interface RefusedMessages {
  readonly messages: number;
  /** Those that name the stream among their refused entries. */
  readonly ofStream: number;
  readonly codes: readonly string[];
}

export interface StreamFacts {
  readonly stream: StreamRequest;
  readonly registered: RegisteredStream | undefined;
  /** Why the Coordinator does not show the stream, where it does not. */
  readonly hidden?: string | undefined;
  readonly coverage: Coverage;
  /** Undefined where they are kept elsewhere. */
  readonly refused: RefusedMessages | undefined;
}

interface Verdict {
  readonly complete: boolean;
  /** A sentence without a dot. */
  readonly reason: string;
}

const MAX_LISTED = 20;

/** Counts the refused messages of a stream's prefix. A message whose prefix could not be read is not among them. */
export function countRefused(
  { project, path }: StreamRequest,
  entries: Iterable<RefusedEntry>,
): RefusedMessages {
  const prefix = prefixOf(path);
  const codes = new Set<string>();
  let messages = 0;
  let ofStream = 0;
  for (const { attributes } of entries) {
    if (attributes[ATTRIBUTES.project] !== project || attributes[ATTRIBUTES.prefix] !== prefix) {
      continue;
    }
    messages++;
    codes.add(attributes[ATTRIBUTES.code] ?? '');
    if (attributes[ATTRIBUTES.streams]?.split(' ').includes(path) === true) ofStream++;
  }
  return { messages, ofStream, codes: [...codes].sort() };
}

export function verdictOf({ registered, hidden, coverage }: StreamFacts): Verdict {
  const incomplete = (reason: string) => ({ complete: false, reason });
  if (hidden !== undefined) return incomplete(hidden);
  if (registered === undefined) {
    if (coverage.rows === 0) return incomplete('the stream is neither registered nor stored');
    return incomplete('logs are stored, but the Coordinator does not know the stream');
  }
  if (registered.purged) return incomplete('the stream is purged: its logs are no longer shown');
  if (registered.archived) return { complete: true, reason: 'the stream is archived' };
  const gaps = coverage.gaps(registered.terminalIndex);
  const missing = gaps.length === 0 ? '' : `logs are missing: ${rangesText(gaps)}`;
  if (registered.terminalIndex === NOT_TERMINATED) {
    const open = 'the stream has not ended: its terminal index is not known';
    return incomplete(missing === '' ? open : `${open}; ${missing}`);
  }
  if (missing !== '') return incomplete(missing);
  return { complete: true, reason: 'every log up to the terminal index is stored' };
}

/** `3-4, 7`; of many ranges, the first ones and the number of the others. */
export function rangesText(ranges: readonly LogRange[]): string {
  const listed = ranges
    .slice(0, MAX_LISTED)
    .map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
  const more = ranges.length - listed.length;
  return [...listed, ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
