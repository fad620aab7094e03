/** Keeps the focus in the view: when the focused element is removed, the heading of its part gets it, else that of the view. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { VIEW_TITLE_ID } from '../../ui/view.tsx';

/** A part names the id of its heading in `data-focus-fallback`. */
export function useFocusFallback(): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null);
  const last = useRef<{ readonly element: Element; readonly headingId: string | undefined } | null>(null);

  useEffect(() => {
    const element = root.current;
    const remember = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      last.current = { element: target, headingId: target.closest<HTMLElement>('[data-focus-fallback]')?.dataset.focusFallback };
    };
    element?.addEventListener('focusin', remember);
    return () => element?.removeEventListener('focusin', remember);
  }, []);

  useLayoutEffect(() => {
    if (last.current === null || last.current.element.isConnected) return;
    const { headingId } = last.current;
    last.current = null;
    const active = document.activeElement;
    if (active !== null && active !== document.body) return;
    const heading = document.getElementById(headingId ?? VIEW_TITLE_ID) ?? document.getElementById(VIEW_TITLE_ID);
    heading?.focus({ preventScroll: true });
  });
  return root;
}
