import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ListedStream } from '../../list_changes.js';
import { type KeyHelp, useHelp } from '../help.js';
import { useKeys, usePolling, useRerender } from '../hooks.js';
import { dateText, durationText, numberText } from '../model/times.js';
import { streamUrl } from '../route.js';
import { useVirtual } from '../virtual.js';
import { Tails } from './tails.js';
import { type StreamRow, type TreeRow, treeRows } from './tree.js';

const ROW_HEIGHT = 34;

/** How often ages and ends are looked at. */
const REFRESH_MS = 1000;

const TYPES = ['Text', 'Binary', 'Datagram'];

/** The columns by their classes, with their headings. */
const COLUMNS = [
  ['name', 'Name'],
  ['type', 'Type'],
  ['state', 'State'],
  ['logs', 'Logs'],
  ['age', 'Began'],
] as const;

/** What the pages of streams have: the field above the table, which a key leads to, the help, and what stays of the table. */
export function useList(title: string, keys: KeyHelp) {
  const input = useRef<HTMLInputElement>(null);
  const help = useHelp(keys);
  const table = useTable();
  useEffect(() => {
    document.title = title;
  }, [title]);
  useKeys({
    '/': () => input.current?.focus(),
    '?': help.open,
    Escape: () => input.current?.blur(),
  });
  return { input, help, table };
}

/** What a page keeps of its table, also while it shows none: the rows that are closed, and the ends of streams. */
function useTable() {
  const rerender = useRerender();
  const tails = useMemo(() => new Tails(rerender), []);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) => {
    const next = new Set(closed);
    if (!next.delete(key)) next.add(key);
    setClosed(next);
  };
  return { tails, closed, toggle };
}

interface TableProps {
  readonly streams: readonly ListedStream[];
  readonly table: ReturnType<typeof useTable>;
}

/** Renders the tree of streams, which are in order; only the rows that are seen are in the page. */
export function StreamTable({ streams, table }: TableProps) {
  const rerender = useRerender();
  const rows = useMemo(() => treeRows(streams, table.closed), [streams, table.closed]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtual(rows.length, ROW_HEIGHT, scroller);
  const [active, setActive] = useState(-1);
  const items = virtual.getVirtualItems();

  const seen = items.flatMap(({ index }) => {
    const row = rows[index];
    return row?.kind === 'stream' ? [row.stream] : [];
  });
  useEffect(() => table.tails.want(seen));
  usePolling(rerender, REFRESH_MS);

  const go = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setActive(next);
    virtual.scrollToIndex(next);
  };
  useEffect(() => {
    scroller.current?.querySelector<HTMLElement>('.active .main-link')?.focus();
  }, [active]);
  useKeys({
    ArrowDown: () => go(active + 1),
    ArrowUp: () => go(active - 1),
    g: () => go(0),
    G: () => go(rows.length - 1),
  });

  return (
    <main class="table-frame">
      <div
        role="table"
        aria-label="Streams"
        aria-rowcount={rows.length + 1}
        class="streams"
        tabIndex={0}
        ref={scroller}
      >
        <div role="rowgroup" class="head">
          <div role="row" aria-rowindex={1} class="stream-row">
            {COLUMNS.map(([column, heading]) => (
              <span key={column} role="columnheader" class={column}>
                {heading}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" class="body" style={{ height: `${virtual.getTotalSize()}px` }}>
          {items.map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <div
                key={row.key}
                role="row"
                aria-rowindex={index + 2}
                class={`stream-row ${row.kind}${index === active ? ' active' : ''}`}
                style={{ transform: `translateY(${start}px)` }}
              >
                {cells(row, table)}
              </div>
            );
          })}
        </div>
      </div>
    </main>
  );
}

function cells(row: TreeRow, { tails, closed, toggle }: TableProps['table']): VNode {
  if (row.kind === 'stream') {
    return <StreamCells row={row} lastIndex={tails.lastIndex(row.stream)} />;
  }
  return (
    <span role="cell" aria-colspan={COLUMNS.length} class="name">
      <button
        type="button"
        class="main-link group"
        aria-expanded={!closed.has(row.key)}
        onClick={() => toggle(row.key)}
      >
        <span class="caret" aria-hidden="true" />
        <span class="label">{row.name}</span>
        <span class="number-of">{numberText(row.count)}</span>
      </button>
    </span>
  );
}

function StreamCells({ row, lastIndex }: { row: StreamRow; lastIndex: number | undefined }) {
  const { stream, name } = row;
  const { kind, label } = stateOf(stream, lastIndex);
  const { created } = stream;
  return (
    <>
      <span role="cell" class="name">
        <a href={streamUrl(stream)} class="main-link">
          {name}
        </a>
      </span>
      <span role="cell" class="type">
        {TYPES[stream.type] ?? 'Unknown'}
      </span>
      <span role="cell" class="state">
        <span class={`badge ${kind}`}>{label}</span>
      </span>
      <span role="cell" class="logs">
        {lastIndex === undefined ? '…' : numberText(lastIndex + 1)}
      </span>
      <span role="cell" class="age" title={created > 0 ? dateText(created) : ''}>
        {created > 0 ? `${durationText(Date.now() - created)} ago` : ''}
      </span>
    </>
  );
}

function stateOf({ terminalIndex }: ListedStream, lastIndex: number | undefined) {
  if (terminalIndex === '-1') return { kind: 'streaming', label: 'Streaming' };
  const incomplete = lastIndex !== undefined && String(lastIndex) !== terminalIndex;
  if (incomplete) return { kind: 'incomplete', label: 'Incomplete' };
  return { kind: 'ended', label: 'Ended' };
}
