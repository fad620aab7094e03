/** Checks a property: with a fixed seed and number of cases in `npm test`, with more and random ones in a soak. */
import * as fc from 'fast-check';

/** Multiplies the number of cases: 20 in `npm run soak`, or the value of `LATCHKEY_SOAK_FACTOR`. */
export function soakFactor(environment: Readonly<Record<string, string | undefined>>): number {
  const factor = Number(environment.LATCHKEY_SOAK_FACTOR ?? (environment.LATCHKEY_SOAK === '1' ? '20' : '1'));
  return Number.isFinite(factor) && factor > 0 ? factor : 1;
}

/** LATCHKEY_SOAK_SEED repeats a failed soak; LATCHKEY_SOAK_SHRINK=no reports a failure without searching for its smallest case. */
export function soakSearch(environment: Readonly<Record<string, string | undefined>>): {
  readonly seed?: number;
  readonly endOnFailure: boolean;
} {
  const { LATCHKEY_SOAK_SEED: seed, LATCHKEY_SOAK_SHRINK: shrink } = environment;
  return { endOnFailure: shrink === 'no', ...(seed === undefined ? {} : { seed: Number(seed) }) };
}

export function assure<T extends [unknown, ...unknown[]]>(cases: number, property: fc.IProperty<T>): void {
  const factor = soakFactor(process.env);
  fc.assert(property, { numRuns: Math.ceil(cases * factor), ...(factor > 1 ? soakSearch(process.env) : { seed: 20_261_123 }) });
}

/** About 20 ms a case, which is generous enough for a soak. */
export function timeLimitMs(cases: number): number {
  return 20_000 + cases * soakFactor(process.env) * 20;
}
