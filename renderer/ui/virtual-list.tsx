/** A list of any length: only the rows in sight and the row with the focus are in the page. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useEffectEvent } from '../lib/use-effect-event.ts';
import { useWindowing } from './use-windowing.ts';

export interface VirtualListProps<T extends { readonly key: string }> {
  readonly label: string;
  readonly items: readonly T[];
  /** Until a row is drawn and measured. */
  readonly estimatedHeightPx: number;
  /** Headings are rows that screen readers do not count as items. Must not change between renders. */
  readonly isHeading?: (item: T) => boolean;
  readonly row: (item: T, index: number) => ComponentChildren;
  /** Scrolls to this row when it changes; null leaves the list where it is. */
  readonly showKey?: string | null;
  /** How many items there are, when not all are loaded; -1 when that is unknown. */
  readonly total?: number | undefined;
  /** The end comes into sight: more items should be loaded. */
  readonly onEndNear?: () => void;
  /** Keeps the rows in sight where they are when rows are added above them; at the very top the new rows show. */
  readonly keepsPlace?: boolean;
  /** The heading of the rows at the top stays in sight above them. */
  readonly hasStickyHeadings?: boolean;
  /** `page`: the list scrolls with the view around it. */
  readonly scrolling?: 'own' | 'page';
}

const END_NEAR_ROWS = 15;
const noHeadings = (): boolean => false;

export function VirtualList<T extends { readonly key: string }>(props: VirtualListProps<T>) {
  const { label, items, isHeading = noHeadings, row, showKey = null, keepsPlace = false, hasStickyHeadings = false } = props;
  const list = useRef<HTMLUListElement>(null);
  const focused = useRef<string | null>(null);
  const isOwn = props.scrolling !== 'page';

  const keys = useMemo(() => items.map(({ key }) => key), [items]);
  const { first, end, layout, firstInSight, lastInSight } = useWindowing({
    keys,
    estimatedHeightPx: props.estimatedHeightPx,
    list,
    scrollerOf: (element) => (isOwn ? element.parentElement : element.closest('main')),
    keepsPlace,
    showKey,
  });
  // The heading of the rows in sight stays in the page, however far above, so that screen readers can tell where the rows belong.
  const heading = items.findLastIndex((item, index) => index <= first && isHeading(item));
  const stuck = hasStickyHeadings ? items.findLastIndex((item, index) => index <= firstInSight && isHeading(item)) : -1;
  const kept = focused.current === null ? -1 : keys.indexOf(focused.current);
  const inSight = Array.from({ length: end - first }, (_, index) => first + index);
  const rows = [...new Set([heading, stuck, kept, ...inSight])].filter((index) => index !== -1).sort((one, other) => one - other);

  const isEndNear = lastInSight >= items.length - END_NEAR_ROWS;
  const onEndNear = useEffectEvent(() => {
    if (isEndNear) props.onEndNear?.();
  });
  useEffect(() => onEndNear(), [isEndNear, items.length]);

  const position = useMemo(() => countPositions(items, isHeading), [items, isHeading]);
  const total = props.total ?? position.total;
  return (
    // A list that scrolls must be reachable by keyboard even when nothing in its rows can have the focus.
    <div
      class={isOwn ? 'virtual-scroller' : 'virtual-page'}
      {...(isOwn ? { tabIndex: 0, role: 'group' as const, 'aria-label': label } : {})}
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
              {...(index === stuck ? { class: 'stuck' } : { style: { transform: `translateY(${layout.startsPx[index] ?? 0}px)` } })}
              onFocusCapture={() => {
                focused.current = key;
              }}
              onBlurCapture={() => {
                // When another window comes to the front, the focus returns here later.
                if (document.hasFocus()) focused.current = null;
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
