/** A list of any length: only what is in sight stands in the page, and the row with the focus always does. */
import {
  defaultRangeExtractor,
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { ComponentChildren, RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';

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
  /** What is read stays where it is when rows come in above it. At the very top, where new rows are awaited, they show. */
  readonly keepsPlace?: boolean;
  /** `page`: it has no scrollbar of its own and moves with the view around it. */
  readonly scrolling?: 'own' | 'page';
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

  const isOwn = props.scrolling !== 'page';
  const marginPx = usePlaceOnPage(scroller, isOwn);

  // Of these very items: the virtualizer compares them with those of the drawing before.
  const getItemKey = useCallback(
    (index: number) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    [items, keyOf],
  );
  const options = {
    count: items.length,
    getScrollElement: () => (isOwn ? scroller.current : (scroller.current?.closest('main') ?? null)),
    scrollMargin: marginPx,
    estimateSize: () => props.estimatedHeightPx,
    getItemKey,
    overscan: OVERSCAN,
    // Before it is measured: so that the first drawing has rows.
    initialRect: { width: 700, height: 600 },
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    measureElement,
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const shown = defaultRangeExtractor(range);
      // The heading of the rows in sight, however far above it stands: without it nobody could hear where they belong.
      const heading = range.count === 0 ? -1 : items.findLastIndex((item, index) => index <= (shown[0] ?? 0) && isHeading(item));
      const kept = focused.current === null ? -1 : items.findIndex((item) => keyOf(item) === focused.current);
      const others = [heading, kept].filter((index) => index !== -1 && !shown.includes(index));
      return others.length === 0 ? shown : [...new Set([...shown, ...others])].sort((one, other) => one - other);
    },
    onChange: () => redraw(null),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLLIElement>(options));
  const isPlaceKept = props.keepsPlace === true && (virtualizer.scrollOffset ?? 0) > 0;
  virtualizer.setOptions({ ...options, anchorTo: isPlaceKept ? 'end' : 'start' });
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());

  useEffect(() => {
    const index = showKey === null ? -1 : latest.current.findIndex((item) => keyOf(item) === showKey);
    if (index !== -1) virtualizer.scrollToIndex(index, { align: 'center' });
  }, [showKey, virtualizer]);

  const rows = virtualizer.getVirtualItems();
  // Of those in sight: the row with the focus may be far below.
  const last = virtualizer.range?.endIndex ?? rows.at(-1)?.index ?? 0;
  const isEndNear = last >= items.length - END_NEAR_ROWS;
  useEffect(() => {
    if (isEndNear) onEndNear?.();
  }, [isEndNear, items.length]);

  const position = useMemo(() => countPositions(items, isHeading), [items]);
  const total = props.total ?? position.total;
  return (
    // A list that scrolls must be reachable by keyboard even where its rows hold nothing to focus.
    <div
      class={isOwn ? 'virtual-scroller' : 'virtual-page'}
      ref={scroller}
      {...(isOwn ? { tabIndex: 0, role: 'group' as const, 'aria-label': label } : {})}
      id={props.id}
    >
      <ul class="virtual-list" aria-label={label} style={{ height: `${virtualizer.getTotalSize()}px` }}>
        {rows.map(({ index, key, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          const heading = isHeading(item);
          return (
            <li
              key={key}
              data-index={index}
              ref={virtualizer.measureElement}
              aria-setsize={heading ? undefined : total}
              aria-posinset={heading ? undefined : position.of(index)}
              style={{ transform: `translateY(${start - marginPx}px)` }}
              onFocusCapture={() => {
                focused.current = String(key);
              }}
              onBlurCapture={() => {
                // Another window came to the front: the focus will be here again.
                if (!document.hasFocus()) return;
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

/** How far below the top of the page's content the list begins: what stands above it may come, go and grow. */
function usePlaceOnPage(list: RefObject<HTMLDivElement | null>, isOwn: boolean): number {
  const [marginPx, setMarginPx] = useState(0);
  useLayoutEffect(() => {
    const page = isOwn ? null : (list.current?.closest('main') ?? null);
    if (page === null) return;
    const measure = (): void => {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      setMarginPx(Math.round(top - page.getBoundingClientRect().top + page.scrollTop));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const part of page.children) observer.observe(part);
    return () => observer.disconnect();
  }, [isOwn]);
  return marginPx;
}

function countPositions<T>(items: readonly T[], isHeading: (item: T) => boolean): { readonly total: number; of(index: number): number } {
  const headings = items.flatMap((item, index) => (isHeading(item) ? [index] : []));
  return {
    total: items.length - headings.length,
    of: (index) => index + 1 - headings.filter((heading) => heading < index).length,
  };
}
