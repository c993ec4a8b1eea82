import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { numberText } from '../model/times.js';
import { maxRows, useVirtual } from '../virtual.js';

type Align = 'start' | 'center' | 'end';

/** What a page does with its rows. */
export interface RowsHandle {
  /** Scrolls to a row, from 0 on. */
  show(row: number, align?: Align): void;
  /** Returns the first row that is seen. */
  firstSeen(): number;
}

export interface RowsProps {
  readonly label: string;
  readonly total: number;
  /** Before it is measured, in pixels. */
  readonly rowHeight: number;
  readonly handle: RefObject<RowsHandle | null>;
  /** Whether the end is kept in view while rows come. */
  readonly sticks: boolean;
  /** Is called when the reader comes to the end, or leaves it. */
  readonly onStick: (sticks: boolean) => void;
  /** Is called with the range of rows that is in the page. */
  readonly onRange: (first: number, end: number) => void;
  /** Changes with all that a row's height depends on; default: it depends on nothing that changes. */
  readonly layout?: string | undefined;
  /** Whether a row is as high as `rowHeight` says: it is not measured. */
  readonly isPlain: (row: number) => boolean;
  readonly children: (row: number) => ComponentChildren;
}

/** The end is reached where so little is left to scroll, in pixels. */
const END_PIXELS = 8;

/**
 * Rows of which only those that are seen are in the page. A list that is higher than a browser can make an element is
 * parted into sections.
 */
export function Rows(props: RowsProps) {
  const { label, total, rowHeight, handle, sticks, onStick, onRange, layout, isPlain, children } =
    props;
  const size = maxRows(rowHeight);
  const [section, setSection] = useState(0);
  const base = section * size;
  const count = Math.max(0, Math.min(size, total - base));
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtual(count, rowHeight, scroller);
  const [target, setTarget] = useState<{ readonly row: number; readonly align: Align }>();
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];

  useImperativeHandle(
    handle,
    () => ({
      show(row, align = 'center') {
        setSection(Math.floor(row / size));
        setTarget({ row, align });
      },
      firstSeen: () =>
        base + (virtual.getVirtualItemForOffset(virtual.scrollOffset ?? 0)?.index ?? 0),
    }),
    [base, size, virtual],
  );
  useLayoutEffect(() => {
    if (target !== undefined) virtual.scrollToIndex(target.row - base, { align: target.align });
  }, [target]);
  useLayoutEffect(() => virtual.measure(), [layout, virtual]);
  useEffect(() => {
    if (count > 0) onRange(base + first, base + last + 1);
  }, [base, first, last, total]);
  useLayoutEffect(() => {
    if (!sticks || total === 0) return;
    const home = Math.floor((total - 1) / size);
    if (home !== section) setSection(home);
    else virtual.scrollToIndex(count - 1, { align: 'end' });
  }, [sticks, total, section, virtual.getTotalSize()]);
  const onScroll = useStickiness(sticks, onStick);

  return (
    <>
      {total > size && <Sections section={section} size={size} total={total} choose={setSection} />}
      <div
        class="rows"
        role="list"
        aria-label={label}
        tabIndex={0}
        ref={scroller}
        onScroll={onScroll}
      >
        <div
          class="rows-body"
          role="presentation"
          style={{ height: `${virtual.getTotalSize()}px` }}
        >
          {items.map(({ index, start }) => {
            const plain = isPlain(base + index);
            const measure = (element: HTMLElement | null) => {
              if (element !== null) virtual.measureElement(element);
            };
            return (
              <div
                key={base + index}
                role="listitem"
                aria-setsize={total}
                aria-posinset={base + index + 1}
                class="row"
                data-index={index}
                ref={plain ? null : measure}
                style={{ transform: `translateY(${start}px)` }}
              >
                {children(base + index)}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

/** Returns what handles scrolling: it calls back when the reader scrolls up from the end, or down to it. */
function useStickiness(
  sticks: boolean,
  onStick: (sticks: boolean) => void,
): (event: { readonly currentTarget: HTMLElement }) => void {
  const top = useRef(0);
  return ({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
    const left = scrollHeight - scrollTop - clientHeight;
    const up = scrollTop < top.current - 1;
    top.current = scrollTop;
    if (sticks && up && left > END_PIXELS) onStick(false);
    if (!sticks && !up && left <= END_PIXELS && scrollHeight > clientHeight) onStick(true);
  };
}

interface SectionsProps {
  readonly section: number;
  readonly size: number;
  readonly total: number;
  readonly choose: (section: number) => void;
}

function Sections({ section, size, total, choose }: SectionsProps) {
  const last = Math.floor((total - 1) / size);
  const end = Math.min(total, (section + 1) * size);
  return (
    <nav class="sections" aria-label="Sections">
      <button type="button" disabled={section === 0} onClick={() => choose(section - 1)}>
        Earlier
      </button>
      <span>
        {numberText(section * size + 1)} to {numberText(end)} of {numberText(total)}
      </span>
      <button type="button" disabled={section === last} onClick={() => choose(section + 1)}>
        Later
      </button>
    </nav>
  );
}
