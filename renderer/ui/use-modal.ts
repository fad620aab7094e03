/** A native modal dialog: it keeps the focus inside while it is rendered, and returns it afterwards. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  const before = useRef<Element | null>(null);
  const element = useRef<HTMLDialogElement | null>(null);
  // Not sooner: the Enter that opened a question would answer it as well.
  useEffect(() => {
    before.current = document.activeElement;
    element.current = dialog.current;
    element.current?.showModal();
  }, []);
  // Not later: the focus would be taken back from where the answer has moved it meanwhile.
  useLayoutEffect(
    () => () => {
      element.current?.close();
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    },
    [],
  );
  return dialog;
}
