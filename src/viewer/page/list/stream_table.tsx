import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ListedStream } from '../../list_changes.js';
import { useKeys, usePolling, useRerender } from '../hooks.js';
import { dateText, durationText, numberText } from '../model/times.js';
import { streamUrl } from '../route.js';
import { useVirtual } from '../virtual.js';
import type { TailInfo, Tails } from './tails.js';
import type { TreeRow } from './tree.js';

export const ROW_HEIGHT = 34;

/** How often ages and ends are looked at. */
const REFRESH_MS = 1000;

const TYPES = ['Text', 'Binary', 'Datagram'];

interface TableProps {
  readonly rows: readonly TreeRow[];
  readonly closed: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
  readonly tails: Tails;
}

/** Renders the tree of streams; only the rows that are seen are in the page. */
export function StreamTable({ rows, closed, toggle, tails }: TableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtual({ count: rows.length, rowHeight: ROW_HEIGHT, scroller });
  const [active, setActive] = useState(-1);
  const rerender = useRerender();
  const items = virtual.getVirtualItems();

  const seen = items.flatMap(({ index }) => {
    const row = rows[index];
    return row?.kind === 'stream' ? [row.stream] : [];
  });
  useEffect(() => {
    tails.want(seen);
  });
  usePolling(
    () => {
      rerender();
      return Promise.resolve();
    },
    REFRESH_MS,
    true,
  );

  const go = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setActive(next);
    virtual.scrollToIndex(next);
  };
  useEffect(() => {
    scroller.current?.querySelector<HTMLElement>('.active .main-link')?.focus();
  }, [active]);
  useKeys({
    ArrowDown: () => {
      go(active + 1);
    },
    ArrowUp: () => {
      go(active - 1);
    },
    g: () => {
      go(0);
    },
    G: () => {
      go(rows.length - 1);
    },
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
            <span role="columnheader" class="name">
              Name
            </span>
            <span role="columnheader" class="type">
              Type
            </span>
            <span role="columnheader" class="state">
              State
            </span>
            <span role="columnheader" class="logs">
              Logs
            </span>
            <span role="columnheader" class="age">
              Began
            </span>
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
                {cells(row, closed, toggle, tails)}
              </div>
            );
          })}
        </div>
      </div>
    </main>
  );
}

function cells(
  row: TreeRow,
  closed: ReadonlySet<string>,
  toggle: (key: string) => void,
  tails: Tails,
): VNode {
  if (row.kind === 'stream') return <StreamCells row={row} tail={tails.get(row.stream)} />;
  return (
    <span role="cell" aria-colspan={5} class="name">
      <button
        type="button"
        class="main-link group"
        aria-expanded={!closed.has(row.key)}
        onClick={() => {
          toggle(row.key);
        }}
      >
        <span class="caret" aria-hidden="true" />
        <span class="label">{row.name}</span>
        <span class="number-of">{numberText(row.count)}</span>
      </button>
    </span>
  );
}

interface StreamCellsProps {
  readonly row: Extract<TreeRow, { kind: 'stream' }>;
  readonly tail: TailInfo | undefined;
}

function StreamCells({ row: { stream, name }, tail }: StreamCellsProps) {
  const { kind, label } = stateOf(stream, tail);
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
        {tail === undefined ? '…' : numberText(tail.lastIndex + 1)}
      </span>
      <span role="cell" class="age" title={created > 0 ? dateText(created) : ''}>
        {created > 0 ? `${durationText(Date.now() - created)} ago` : ''}
      </span>
    </>
  );
}

function stateOf({ terminalIndex }: ListedStream, tail: TailInfo | undefined) {
  if (terminalIndex === '-1') return { kind: 'streaming', label: 'Streaming' };
  const incomplete = tail !== undefined && String(tail.lastIndex) !== terminalIndex;
  if (incomplete) return { kind: 'incomplete', label: 'Incomplete' };
  return { kind: 'ended', label: 'Ended' };
}
