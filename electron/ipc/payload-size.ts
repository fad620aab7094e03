/** Limits the size of a payload before anything reads it: an attacker may control the window, and must not be able to block main. */

export interface PayloadLimits {
  readonly maxBytes: number;
  readonly maxDepth: number;
}
export type PayloadVerdict = 'fits' | 'too-large' | 'not-plain';

/**
 * Accepts strings, numbers, booleans, null, undefined, arrays and plain objects. Everything else that structured cloning can deliver (maps,
 * buffers, dates, errors) and every cycle is `not-plain`. The size is that of the strings in memory plus a little per value. The walk stops
 * at the limit, since a value that is referenced a thousand times counts a thousand times.
 */
export function judgePayload(payload: unknown, limits: PayloadLimits): PayloadVerdict {
  const left = { bytes: limits.maxBytes };
  return walk(payload, limits.maxDepth, left);
}

const BYTES_PER_VALUE = 8;

function walk(value: unknown, depthLeft: number, left: { bytes: number }): PayloadVerdict {
  left.bytes -= BYTES_PER_VALUE;
  switch (typeof value) {
    case 'string':
      left.bytes -= 2 * value.length;
      return left.bytes < 0 ? 'too-large' : 'fits';
    case 'number':
    case 'boolean':
    case 'undefined':
      return left.bytes < 0 ? 'too-large' : 'fits';
    case 'object':
      return value === null ? (left.bytes < 0 ? 'too-large' : 'fits') : walkObject(value, depthLeft, left);
    case 'bigint':
    case 'symbol':
    case 'function':
      return 'not-plain';
  }
}

function walkObject(value: object, depthLeft: number, left: { bytes: number }): PayloadVerdict {
  if (depthLeft === 0) return 'not-plain';
  if (Array.isArray(value)) {
    // A sparse array can be long without containing anything.
    if (value.length * BYTES_PER_VALUE > left.bytes) return 'too-large';
    return all(value, (element) => walk(element, depthLeft - 1, left));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return 'not-plain';
  return all(Object.keys(value), (name) => {
    left.bytes -= 2 * name.length;
    return walk((value as Readonly<Record<string, unknown>>)[name], depthLeft - 1, left);
  });
}

function all<T>(values: readonly T[], judge: (value: T) => PayloadVerdict): PayloadVerdict {
  for (const value of values) {
    const verdict = judge(value);
    if (verdict !== 'fits') return verdict;
  }
  return 'fits';
}
