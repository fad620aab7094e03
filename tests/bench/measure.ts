/** What a measurement is, and the one table of them all. A measurement judges nothing: the reader does, from the ratio. */
import Table from 'cli-table3';

export interface Measurement {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'KB' | '×' | 'lists';
  /** What the value is held against in the same run: a limit that was reckoned, a peer that was measured, or an aim. */
  readonly against: { readonly name: string; readonly value: number } | null;
}
export interface Part {
  readonly name: string;
  readonly about: string;
  measure(): Promise<readonly Measurement[]>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

export function renderMeasurements(measurements: readonly Measurement[]): string {
  const table = new Table({
    head: ['measure', 'value', 'limit or peer', '', 'ratio'],
    colAligns: ['left', 'right', 'left', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const { what, value, unit, against } of measurements) {
    const peer = against === null ? ['', '', ''] : [against.name, number(against.value, unit), (value / against.value).toFixed(2)];
    table.push([what, number(value, unit), ...peer]);
  }
  return table.toString();
}

function number(value: number, unit: Measurement['unit']): string {
  return `${value.toFixed(Math.abs(value) < 10 ? 1 : 0)} ${unit}`;
}
