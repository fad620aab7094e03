/** The current time: the only file of the window that reads the clock. */
import { useEffect, useState } from 'preact/hooks';

const UPDATE_MS = 30_000;

/** Epoch milliseconds, updated every half minute while the window is visible. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const update = (): void => {
      if (document.visibilityState === 'visible') setNowMs(Date.now());
    };
    const timer = setInterval(update, UPDATE_MS);
    document.addEventListener('visibilitychange', update);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', update);
    };
  }, []);
  return nowMs;
}
