/** A native modal dialog: it keeps the focus inside while it is rendered, and returns it afterwards. */
import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return dialog;
}
