import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import windowing from './windowing.json';

/** Which rows of a long list are in sight, and where each stands. */
export function useWindowOf(scroller: RefObject<HTMLElement | null>, count: number) {
  const [, redraw] = useReducer((n: number, _: undefined) => n + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight(scroller.current),
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    overscan: windowing.overscan,
    initialRect: windowing.first_guess,
    onChange: () => redraw(undefined),
  };
  const kept = useRef<Virtualizer<HTMLElement, HTMLElement>>(null);
  kept.current ??= new Virtualizer<HTMLElement, HTMLElement>(options);
  const list = kept.current;
  list.setOptions(options);

  useLayoutEffect(() => list._didMount(), [list]);
  useLayoutEffect(() => list._willUpdate());

  return {
    drawn: list.getVirtualItems(),
    height: list.getTotalSize(),
    reveal: (index: number) => list.scrollToIndex(index, { align: 'auto' }),
  };
}

/** The height that the tokens give to a row, in pixels. */
function rowHeight(element: HTMLElement | null): number {
  const given = element ? getComputedStyle(element).getPropertyValue('--row') : '';
  return Number.parseFloat(given) || windowing.row;
}
