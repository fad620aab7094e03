/** A switch with a closed set of values. */

/** The first value, which is the default, with all of them as its type. */
export function choice<const Values extends readonly [unknown, ...unknown[]]>(...values: Values): Values[number] {
  return values[0];
}
