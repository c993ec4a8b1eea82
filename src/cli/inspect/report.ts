import { printableJson } from '../../common/printable.js';
import { verdictOf, rangesText, type RefusedMessages, type StreamFacts } from './facts.js';

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
