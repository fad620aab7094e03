/** Keeps plain data identical while its content is the same. */
import { useRef } from 'preact/hooks';

/** The object of an earlier call until the content changes, so that effects can depend on it. For data that JSON can hold. */
export function useStable<T>(data: T): T {
  const text = JSON.stringify(data);
  const kept = useRef({ text, data });
  if (kept.current.text !== text) kept.current = { text, data };
  return kept.current.data;
}
