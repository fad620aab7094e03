/** The time as the window shows it: the only file of the window that asks for it. */
import { useEffect, useState } from 'preact/hooks';

/** Epoch milliseconds, now. */
function nowMs(): number {
  return Date.now();
}

/** Now, renewed so often; nothing runs while nobody looks. */
export function useNow(everyMs = 30_000): number {
  const [current, setCurrent] = useState(nowMs);
  useEffect(() => {
    const renew = (): void => {
      if (document.visibilityState === 'visible') setCurrent(nowMs());
    };
    const timer = setInterval(renew, everyMs);
    document.addEventListener('visibilitychange', renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', renew);
    };
  }, [everyMs]);
  return current;
}
