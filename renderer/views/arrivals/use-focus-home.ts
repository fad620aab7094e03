/** The focus is never lost: when what had it is gone from the page, it goes to the heading of its part, else of the view. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { VIEW_TITLE_ID } from '../../ui/view.tsx';

/** Parts name their heading in `data-focus-home`. */
export function useFocusHome(): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null);
  const last = useRef<{ readonly element: Element; readonly home: string | null } | null>(null);

  useEffect(() => {
    const element = root.current;
    const remember = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      last.current = { element: target, home: target.closest<HTMLElement>('[data-focus-home]')?.dataset.focusHome ?? null };
    };
    element?.addEventListener('focusin', remember);
    return () => element?.removeEventListener('focusin', remember);
  }, []);

  useLayoutEffect(() => {
    if (last.current === null || last.current.element.isConnected) return;
    const { home } = last.current;
    last.current = null;
    const active = document.activeElement;
    if (active !== null && active !== document.body) return;
    const heading = (home === null ? null : document.getElementById(home)) ?? document.getElementById(VIEW_TITLE_ID);
    heading?.focus({ preventScroll: true });
  });
  return root;
}
