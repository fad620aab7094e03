/** A list of any length: only what is in sight stands in the page, and the row with the focus always does. */
import {
  defaultRangeExtractor,
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

export interface VirtualListProps<T> {
  /** Of the whole list. */
  readonly label: string;
  readonly items: readonly T[];
  /** Names an item across changes. */
  readonly keyOf: (item: T) => string;
  /** A first guess; every row is measured once it is drawn. */
  readonly estimatedHeightPx: number;
  /** Group headings are rows without a place in the count of items. */
  readonly isHeading?: (item: T) => boolean;
  readonly row: (item: T, index: number) => ComponentChildren;
  /** Brings this row into view when it changes; null leaves the list where it is. */
  readonly showKey?: string | null;
  /** How many there are in all, when not all are loaded. */
  readonly total?: number;
  /** The end comes into sight: time to load more. */
  readonly onEndNear?: () => void;
  readonly id?: string;
}

const OVERSCAN = 6;
const END_NEAR_ROWS = 15;

export function VirtualList<T>(props: VirtualListProps<T>) {
  const { label, items, keyOf, isHeading = () => false, row, showKey = null, onEndNear } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const focused = useRef<string | null>(null);
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const latest = useRef(items);
  latest.current = items;

  const options = {
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => props.estimatedHeightPx,
    getItemKey: (index: number) => {
      const item = latest.current[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: OVERSCAN,
    // Before it is measured: so that the first drawing has rows.
    initialRect: { width: 700, height: 600 },
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    measureElement,
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const shown = defaultRangeExtractor(range);
      const kept = focused.current === null ? -1 : latest.current.findIndex((item) => keyOf(item) === focused.current);
      return kept === -1 || shown.includes(kept) ? shown : [...shown, kept].sort((one, other) => one - other);
    },
    onChange: () => redraw(null),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLDivElement, HTMLLIElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());

  useEffect(() => {
    const index = showKey === null ? -1 : latest.current.findIndex((item) => keyOf(item) === showKey);
    if (index !== -1) virtualizer.scrollToIndex(index, { align: 'center' });
  }, [showKey, virtualizer]);

  const rows = virtualizer.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  const isEndNear = last >= items.length - END_NEAR_ROWS;
  useEffect(() => {
    if (isEndNear) onEndNear?.();
  }, [isEndNear, items.length]);

  const position = countPositions(items, isHeading);
  const total = props.total ?? position.total;
  return (
    // A list that scrolls must be reachable by keyboard even where its rows hold nothing to focus.
    <div class="virtual-scroller" ref={scroller} tabIndex={0} role="group" aria-label={label} id={props.id}>
      <ul class="virtual-list" aria-label={label} style={{ height: `${virtualizer.getTotalSize()}px` }}>
        {rows.map(({ index, key, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          const heading = isHeading(item);
          return (
            <li
              key={key}
              data-index={index}
              ref={(element) => virtualizer.measureElement(element)}
              role={heading ? 'presentation' : undefined}
              aria-setsize={heading ? undefined : total}
              aria-posinset={heading ? undefined : position.of(index)}
              style={{ transform: `translateY(${start}px)` }}
              onFocusCapture={() => {
                focused.current = String(key);
              }}
              onBlurCapture={() => {
                focused.current = null;
              }}
            >
              {row(item, index)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function countPositions<T>(items: readonly T[], isHeading: (item: T) => boolean): { readonly total: number; of(index: number): number } {
  const headings = items.flatMap((item, index) => (isHeading(item) ? [index] : []));
  return {
    total: items.length - headings.length,
    of: (index) => index + 1 - headings.filter((heading) => heading < index).length,
  };
}
