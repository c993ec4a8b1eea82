import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useRerender } from './hooks.js';

/** How many rows past what is seen are in the page. */
const OVERSCAN = 8;

/**
 * The virtual list of a component: the rows that are seen, and where they are.
 *
 * @param rowHeight of a row before it is measured, in pixels
 */
export function useVirtual(
  count: number,
  rowHeight: number,
  scroller: { readonly current: HTMLElement | null },
): Virtualizer<HTMLElement, HTMLElement> {
  const rerender = useRerender();
  const ref = useRef<Virtualizer<HTMLElement, HTMLElement>>(undefined);
  const options = {
    count,
    estimateSize: () => rowHeight,
    getScrollElement: () => scroller.current,
    overscan: OVERSCAN,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: rerender,
  };
  ref.current ??= new Virtualizer<HTMLElement, HTMLElement>(options);
  const virtualizer = ref.current;
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}

/** The most rows of a list: each takes 16 bytes, and the time to add up their heights. */
const MAX_ROWS = 1_000_000;

let tallest: number | undefined;

/** Returns how many rows of a height fit into the tallest element that the browser makes, at the zoom of now. */
export function maxRows(rowHeight: number): number {
  if (tallest === undefined) {
    const probe = document.createElement('div');
    probe.style.cssText = 'position:absolute;visibility:hidden;width:1px;height:100000000px';
    document.body.append(probe);
    // Firefox makes none at all.
    tallest = Math.max(probe.getBoundingClientRect().height, 8_000_000);
    probe.remove();
  }
  // Rows that wrap are higher, and grow as they are seen.
  return Math.min(MAX_ROWS, Math.floor((tallest * 0.9) / rowHeight));
}
