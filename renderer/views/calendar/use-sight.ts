/** Follows what part of the calendar is in sight, in steps, so that scrolling draws something new only now and then. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Sight } from './in-sight.ts';

/** So much is drawn around what is in sight, and so far it can be scrolled before more is drawn. */
const AROUND_PX = 400;
const STEP_PX = 200;
/** The first draw has the doors in sight, and none of their bars: these follow in a task of their own, so that neither takes long. */
const FIRST_SIGHT: Sight = { topPx: 0, bottomPx: 1_000, from: Infinity, to: -Infinity };

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
    const sizes = new ResizeObserver(look);
    const start = setTimeout(() => {
      look();
      sizes.observe(outer);
      sizes.observe(inner);
    });
    outer.addEventListener('scroll', look, { passive: true });
    return () => {
      clearTimeout(start);
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
