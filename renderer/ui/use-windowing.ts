/** Decides which rows of a long list are drawn: measures them, follows the scroller, and keeps the rows in sight where they are. */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';
import { useEffectEvent } from '../lib/use-effect-event.ts';
import { layoutRows, placeAt, rowsInSight, topOfPlace, topToCentre } from './windowing.ts';
import type { RowLayout, RowRange } from './windowing.ts';

export interface WindowingOptions {
  /** Of every row, in order; the same array while nothing changes. */
  readonly keys: readonly string[];
  readonly estimatedHeightPx: number;
  /** Holds the rows: elements with their key in `data-key`. */
  readonly list: RefObject<HTMLElement | null>;
  /** The element that scrolls: the list's own frame, or the page around it. */
  readonly scrollerOf: (list: HTMLElement) => HTMLElement | null;
  /** Keeps the rows in sight where they are when rows are added above them; at the very top the new rows show. */
  readonly keepsPlace: boolean;
  /** Scrolls this row to the middle when it changes. */
  readonly showKey: string | null;
}
export interface Windowing extends RowRange {
  readonly layout: RowLayout;
  /** The first and the last row in sight, without the spare rows; -1: the list begins further down. */
  readonly firstInSight: number;
  readonly lastInSight: number;
}

const SPARE_ROWS = 6;
/** Until the scroller is measured, so that the first render has rows. */
const FIRST_HEIGHT_PX = 600;
/** The place of a row that was never drawn is an estimate, which each try makes better. */
const SHOW_TRIES = 4;

export function useWindowing(options: WindowingOptions): Windowing {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const [live] = useState(() => new LiveWindow(() => redraw(null)));
  const windowing = live.draw(options);
  const attach = useEffectEvent(() => {
    const list = options.list.current;
    const scroller = list === null ? null : options.scrollerOf(list);
    return list === null || scroller === null ? undefined : live.attach(list, scroller);
  });
  useLayoutEffect(() => attach(), [live]);
  useLayoutEffect(() => live.drawn());
  useEffect(() => {
    if (options.showKey !== null) live.show(options.showKey);
  }, [live, options.showKey]);
  return windowing;
}

class LiveWindow {
  readonly #redraw: () => void;
  readonly #heightsPx = new Map<string, number>();
  readonly #rows = new ResizeObserver((entries) => this.#resized(entries));
  #list: HTMLElement | null = null;
  #scroller: HTMLElement | null = null;
  /** Where the visible part begins, from the top of the list; negative while something above the list is visible. */
  #topPx = 0;
  #heightPx = FIRST_HEIGHT_PX;
  #estimatedHeightPx = 0;
  #layout: RowLayout = layoutRows([], new Map(), 0);
  #shown: RowRange = { first: 0, end: 0 };
  #firstInSight = -1;
  /** How far to scroll once the rows are drawn at their new places. */
  #shiftPx = 0;
  #toShow: { readonly key: string; readonly tries: number } | null = null;

  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  draw({ keys, estimatedHeightPx, keepsPlace }: WindowingOptions): Windowing {
    this.#estimatedHeightPx = estimatedHeightPx;
    if (keys !== this.#layout.keys) this.#layOut(keys, keepsPlace);
    const topPx = this.#topPx + this.#shiftPx;
    this.#shown = rowsInSight(this.#layout, topPx, this.#heightPx, SPARE_ROWS);
    const inSight = rowsInSight(this.#layout, topPx, this.#heightPx, 0);
    this.#firstInSight = topPx < 0 ? -1 : inSight.first;
    return { ...this.#shown, layout: this.#layout, firstInSight: this.#firstInSight, lastInSight: inSight.end - 1 };
  }

  attach(list: HTMLElement, scroller: HTMLElement): () => void {
    this.#list = list;
    this.#scroller = scroller;
    const look = (): void => this.#look();
    // Content above the list may change its height, too.
    const around = new ResizeObserver(look);
    for (const element of [scroller, ...scroller.children]) around.observe(element);
    scroller.addEventListener('scroll', look, { passive: true });
    this.#look();
    return () => {
      scroller.removeEventListener('scroll', look);
      around.disconnect();
      this.#rows.disconnect();
    };
  }

  /** Called when the rows are in the page, before they are painted: new ones are measured. */
  drawn(): void {
    if (this.#shiftPx !== 0 && this.#scroller !== null) {
      this.#scroller.scrollTop += this.#shiftPx;
      this.#shiftPx = 0;
      this.#look();
    }
    let isNew = false;
    for (const row of this.#list?.children ?? []) {
      const key = row instanceof HTMLElement ? row.dataset.key : undefined;
      if (key === undefined) continue;
      this.#rows.observe(row);
      if (this.#heightsPx.has(key)) continue;
      this.#heightsPx.set(key, row.getBoundingClientRect().height);
      isNew = true;
    }
    if (isNew) this.#measured();
    this.#scrollToShown();
  }

  show(key: string): void {
    this.#toShow = { key, tries: SHOW_TRIES };
    this.#scrollToShown();
  }

  #scrollToShown(): void {
    if (this.#toShow === null || this.#scroller === null || this.#shiftPx !== 0) return;
    const { key, tries } = this.#toShow;
    const topPx = topToCentre(this.#layout, key, this.#heightPx);
    if (topPx === null) return;
    this.#toShow = tries === 1 ? null : { key, tries: tries - 1 };
    if (Math.abs(topPx - this.#topPx) < 1) return;
    this.#scroller.scrollTop += topPx - this.#topPx;
    this.#look();
  }

  #resized(entries: readonly ResizeObserverEntry[]): void {
    let hasChanged = false;
    for (const { target, borderBoxSize } of entries) {
      const key = target instanceof HTMLElement ? target.dataset.key : undefined;
      const heightPx = borderBoxSize[0]?.blockSize;
      if (!target.isConnected) this.#rows.unobserve(target);
      else if (key !== undefined && heightPx !== undefined && Math.abs((this.#heightsPx.get(key) ?? 0) - heightPx) > 0.5) {
        this.#heightsPx.set(key, heightPx);
        hasChanged = true;
      }
    }
    if (hasChanged) this.#measured();
  }

  #measured(): void {
    this.#layOut(this.#layout.keys, true);
    this.#redraw();
  }

  #layOut(keys: readonly string[], keepsPlace: boolean): void {
    const before = this.#layout;
    this.#layout = layoutRows(keys, this.#heightsPx, this.#estimatedHeightPx);
    const topPx = this.#topPx + this.#shiftPx;
    const place = keepsPlace && topPx > 0 ? placeAt(before, topPx) : null;
    const nextTopPx = place === null ? null : topOfPlace(this.#layout, place);
    if (nextTopPx !== null && Math.abs(nextTopPx - topPx) >= 0.5) this.#shiftPx += nextTopPx - topPx;
  }

  #look(): void {
    if (this.#list === null || this.#scroller === null) return;
    const scroller = this.#scroller.getBoundingClientRect();
    this.#topPx = scroller.top - this.#list.getBoundingClientRect().top;
    this.#heightPx = scroller.height;
    const topPx = this.#topPx + this.#shiftPx;
    const { first, end } = rowsInSight(this.#layout, topPx, this.#heightPx, SPARE_ROWS);
    const firstInSight = topPx < 0 ? -1 : rowsInSight(this.#layout, topPx, this.#heightPx, 0).first;
    if (first !== this.#shown.first || end !== this.#shown.end || firstInSight !== this.#firstInSight) this.#redraw();
  }
}
