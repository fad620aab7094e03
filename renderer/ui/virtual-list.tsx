/** A list of any length: only what is in sight stands in the page, and the row with the focus always does. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useWindowing } from './use-windowing.ts';

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

const END_NEAR_ROWS = 15;

export function VirtualList<T>(props: VirtualListProps<T>) {
  const { label, items, keyOf, isHeading = () => false, row, showKey = null, onEndNear, keepsPlace = false } = props;
  const list = useRef<HTMLUListElement>(null);
  const focused = useRef<string | null>(null);
  const isOwn = props.scrolling !== 'page';

  const keys = useMemo(() => items.map(keyOf), [items]);
  const { first, end, layout, lastInSight } = useWindowing({
    keys,
    estimatedHeightPx: props.estimatedHeightPx,
    list,
    scrollerOf: (element) => (isOwn ? element.parentElement : element.closest('main')),
    keepsPlace,
    showKey,
  });
  // The heading of the rows in sight, however far above it stands: without it nobody could hear where they belong.
  const heading = items.findLastIndex((item, index) => index <= first && isHeading(item));
  const kept = focused.current === null ? -1 : keys.indexOf(focused.current);
  const shown = new Set(
    [heading, kept, ...Array.from({ length: end - first }, (_, index) => first + index)].filter((index) => index !== -1),
  );
  const rows = [...shown].sort((one, other) => one - other);

  const isEndNear = lastInSight >= items.length - END_NEAR_ROWS;
  useEffect(() => {
    if (isEndNear) onEndNear?.();
  }, [isEndNear, items.length]);

  const position = useMemo(() => countPositions(items, isHeading), [items]);
  const total = props.total ?? position.total;
  return (
    // A list that scrolls must be reachable by keyboard even where its rows hold nothing to focus.
    <div
      class={isOwn ? 'virtual-scroller' : 'virtual-page'}
      {...(isOwn ? { tabIndex: 0, role: 'group' as const, 'aria-label': label } : {})}
      id={props.id}
    >
      <ul class="virtual-list" aria-label={label} ref={list} style={{ height: `${layout.totalPx}px` }}>
        {rows.map((index) => {
          const item = items[index];
          const key = keys[index];
          if (item === undefined || key === undefined) return null;
          const isHeadingRow = isHeading(item);
          return (
            <li
              key={key}
              data-key={key}
              data-index={index}
              aria-setsize={isHeadingRow ? undefined : total}
              aria-posinset={isHeadingRow ? undefined : position.of(index)}
              style={{ transform: `translateY(${layout.startsPx[index] ?? 0}px)` }}
              onFocusCapture={() => {
                focused.current = key;
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

function countPositions<T>(items: readonly T[], isHeading: (item: T) => boolean): { readonly total: number; of(index: number): number } {
  const headings = items.flatMap((item, index) => (isHeading(item) ? [index] : []));
  return {
    total: items.length - headings.length,
    of: (index) => index + 1 - headings.filter((heading) => heading < index).length,
  };
}
