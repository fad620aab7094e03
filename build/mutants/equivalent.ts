/** Mutants that change nothing that could be observed, each with its reason. `npm run mutants` fails for any other that survives. */

export interface Equivalent {
  readonly file: string;
  /** The line as it is in the source, without the spaces around it. */
  readonly line: string;
  /** What the mutant has instead of a part of the line. */
  readonly replacement: string;
  readonly because: string;
}

export const EQUIVALENT: readonly Equivalent[] = [];
