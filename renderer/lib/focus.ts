/** Moves the keyboard focus to elements that are about to be drawn. */
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';

/** Focuses the first of these elements that is in the page, once the current change is drawn. */
export function focusAfterDraw(...ids: readonly string[]): void {
  requestAnimationFrame(() => {
    const element = ids.map((id) => document.getElementById(id)).find((candidate) => candidate !== null);
    element?.focus();
  });
}

/** Focuses an element as soon as the component has drawn it, however long that takes. */
export function useFocusWhenDrawn(): (id: string) => void {
  const pendingId = useRef<string | null>(null);
  useLayoutEffect(() => {
    const element = pendingId.current === null ? null : document.getElementById(pendingId.current);
    if (element === null) return;
    pendingId.current = null;
    element.focus();
  });
  return useCallback((id: string) => {
    pendingId.current = id;
  }, []);
}

/** So many frames may pass before a row of a long list is drawn. */
const MAX_FRAMES = 60;

/** Focuses an element of a long list and scrolls to it; calls `done` when that worked or the element never came. */
export function focusInLongList(id: string, done: () => void, framesLeft = MAX_FRAMES): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(id);
    if (element !== null) {
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: 'nearest' });
    }
    if (element !== null || framesLeft === 0) done();
    else focusInLongList(id, done, framesLeft - 1);
  });
}
