/** Something that is shown for a while: it goes by itself, on request, and at once when the window is hidden. */
import { useCallback, useEffect, useState } from 'preact/hooks';

const SECOND_MS = 1_000;

export interface Temporary<T> {
  /** null: nothing is shown. */
  readonly value: T | null;
  readonly secondsLeft: number;
  readonly seconds: number;
  readonly show: (value: T, forMs: number) => void;
  readonly hide: () => void;
}

export function useTemporary<T extends string | object>(): Temporary<T> {
  const [shown, setShown] = useState<{ readonly value: T; readonly forMs: number } | null>(null);
  const [secondsLeft, setSecondsLeft] = useState(0);
  const hide = useCallback(() => setShown(null), []);
  const show = useCallback((value: T, forMs: number) => {
    // The answer may come when the window is hidden already.
    if (document.visibilityState !== 'visible') return;
    setSecondsLeft(forMs / SECOND_MS);
    setShown({ value, forMs });
  }, []);
  useEffect(() => {
    if (shown === null) return;
    const hideUnseen = (): void => {
      if (document.visibilityState !== 'visible') hide();
    };
    const end = setTimeout(hide, shown.forMs);
    const tick = setInterval(() => setSecondsLeft((left) => Math.max(1, left - 1)), SECOND_MS);
    document.addEventListener('visibilitychange', hideUnseen);
    return () => {
      clearTimeout(end);
      clearInterval(tick);
      document.removeEventListener('visibilitychange', hideUnseen);
    };
  }, [shown, hide]);
  return { value: shown?.value ?? null, secondsLeft, seconds: (shown?.forMs ?? 0) / SECOND_MS, show, hide };
}
