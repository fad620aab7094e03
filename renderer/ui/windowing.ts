/** Which rows of a long list are in sight, and where each one is. Pure; heights are estimated until they are measured. */

export interface RowLayout {
  readonly keys: readonly string[];
  /** Of each row, and of the end: one more than there are rows. */
  readonly startsPx: Float64Array;
  readonly totalPx: number;
}
/** Rows from `first` up to, not including, `end`. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}
/** The row at the top of the visible part, and how far it is scrolled out of it. */
export interface Place {
  readonly key: string;
  readonly offsetPx: number;
}

export function layoutRows(keys: readonly string[], heightsPx: ReadonlyMap<string, number>, estimatedHeightPx: number): RowLayout {
  const startsPx = new Float64Array(keys.length + 1);
  keys.forEach((key, index) => {
    startsPx[index + 1] = startAt(startsPx, index) + (heightsPx.get(key) ?? estimatedHeightPx);
  });
  return { keys, startsPx, totalPx: startAt(startsPx, keys.length) };
}

/** `topPx`: where the visible part begins, from the top of the list; negative above it. `spareRows` are added on both sides. */
export function rowsInSight({ keys, startsPx }: RowLayout, topPx: number, heightPx: number, spareRows: number): RowRange {
  const first = rowAt(startsPx, topPx);
  let end = first;
  while (end < keys.length && startAt(startsPx, end) < topPx + heightPx) end += 1;
  return { first: Math.max(0, first - spareRows), end: Math.min(keys.length, end + spareRows) };
}

/** null for an empty list. */
export function placeAt({ keys, startsPx }: RowLayout, topPx: number): Place | null {
  const index = rowAt(startsPx, topPx);
  const key = keys[index];
  return key === undefined ? null : { key, offsetPx: topPx - startAt(startsPx, index) };
}

/** Where the visible part must begin for the place to be at its top; null when its row is gone. */
export function topOfPlace({ keys, startsPx }: RowLayout, { key, offsetPx }: Place): number | null {
  const index = keys.indexOf(key);
  return index === -1 ? null : startAt(startsPx, index) + offsetPx;
}

/** Where the visible part must begin for the row to be in its middle; null when there is no such row. */
export function topToCentre({ keys, startsPx, totalPx }: RowLayout, key: string, heightPx: number): number | null {
  const index = keys.indexOf(key);
  if (index === -1) return null;
  const middlePx = (startAt(startsPx, index) + startAt(startsPx, index + 1)) / 2;
  return Math.max(0, Math.min(totalPx - heightPx, middlePx - heightPx / 2));
}

/** The last row that begins at or before `topPx`; the first where none does. */
function rowAt(startsPx: Float64Array, topPx: number): number {
  let low = 0;
  let high = Math.max(0, startsPx.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (startAt(startsPx, middle) <= topPx) low = middle;
    else high = middle - 1;
  }
  return low;
}

function startAt(startsPx: Float64Array, index: number): number {
  return startsPx[index] ?? 0;
}
