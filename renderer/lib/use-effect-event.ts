/** React's `useEffectEvent`, which Preact does not have: the lint rule for the dependencies of effects knows it by this name. */
import { useCallback, useRef } from 'preact/hooks';

/** The returned function never changes and calls the newest `callback`: an effect that calls it does not run again when the callback changes. */
export function useEffectEvent<A extends readonly unknown[], R>(callback: (...given: A) => R): (...given: A) => R {
  const newest = useRef(callback);
  newest.current = callback;
  return useCallback((...given: A) => newest.current(...given), []);
}
