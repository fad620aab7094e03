/** Follows what part of the calendar is in sight, in steps, so that scrolling draws something new only now and then. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Sight } from './in-sight.ts';

/** So much is drawn around what is in sight, and so far it can be scrolled before more is drawn. */
const AROUND_PX = 400;
const STEP_PX = 200;
/** Until it is measured. */
const FIRST_SIGHT: Sight = { topPx: 0, bottomPx: 1_000, from: 0, to: 1 };

/** `track`: what the days take of the width. */
export function useSight(scroller: RefObject<HTMLElement | null>, track: RefObject<HTMLElement | null>): Sight {
  const [sight, setSight] = useState<Sight>(FIRST_SIGHT);
  useLayoutEffect(() => {
    const [outer, inner] = [scroller.current, track.current];
    if (outer === null || inner === null) return;
    const look = (): void => {
      const width = Math.max(1, inner.offsetWidth);
      const left = step(outer.scrollLeft);
      const next: Sight = {
        topPx: step(outer.scrollTop) - AROUND_PX,
        bottomPx: step(outer.scrollTop + outer.clientHeight) + STEP_PX + AROUND_PX,
        from: (left - AROUND_PX) / width,
        to: (left + outer.clientWidth + STEP_PX + AROUND_PX) / width,
      };
      setSight((before) => (isSame(before, next) ? before : next));
    };
    // Looks once at the start, too, after the browser's own layout and before it paints: reading sizes here would cause one more.
    const sizes = new ResizeObserver(look);
    sizes.observe(outer);
    sizes.observe(inner);
    outer.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      outer.removeEventListener('scroll', look);
    };
  }, [scroller, track]);
  return sight;
}

function step(px: number): number {
  return Math.floor(px / STEP_PX) * STEP_PX;
}
function isSame(one: Sight, other: Sight): boolean {
  return one.topPx === other.topPx && one.bottomPx === other.bottomPx && one.from === other.from && one.to === other.to;
}
