/** Calls `compute` once per key and remembers the result, for texts that are slow to make and repeat in a long list. */
export function memoize<A extends readonly unknown[], R>(compute: (...given: A) => R, keyOf: (...given: A) => string): (...given: A) => R {
  const results = new Map<string, R>();
  return (...given) => {
    const key = keyOf(...given);
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = compute(...given);
    results.set(key, result);
    return result;
  };
}
