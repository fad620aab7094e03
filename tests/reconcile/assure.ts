/** How many cases a property gets: a fixed seed and a fixed number in `npm test`, more and fresh ones in a soak. */
import * as fc from 'fast-check';

/** Multiplies the number of cases: 20 in `npm run soak`, or what `LATCHKEY_SOAK_FACTOR` says. */
export function soakFactor(environment: Readonly<Record<string, string | undefined>>): number {
  const factor = Number(environment.LATCHKEY_SOAK_FACTOR ?? (environment.LATCHKEY_SOAK === '1' ? '20' : '1'));
  return Number.isFinite(factor) && factor > 0 ? factor : 1;
}

export function assure<T extends [unknown, ...unknown[]]>(cases: number, property: fc.IProperty<T>): void {
  const factor = soakFactor(process.env);
  fc.assert(property, { numRuns: Math.ceil(cases * factor), ...(factor > 1 ? {} : { seed: 20_261_123 }) });
}

/** Generous enough for a soak: about 20 ms a case. */
export function timeLimitMs(cases: number): number {
  return 20_000 + cases * soakFactor(process.env) * 20;
}
