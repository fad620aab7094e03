/** The equivalent mutants of the run, each with its reason. */
import type { Equivalent } from './equivalent.ts';

export const EQUIVALENT_RUN: readonly Equivalent[] = [
  {
    file: 'electron/app/run/write/created-codes.ts',
    line: 'if (value === null) known.delete(key);',
    replacement: 'false',
    because: 'What is null is as good as none: only the type has no null.',
  },
  {
    file: 'electron/app/run/store-wishes.ts',
    line: 'return guests.size === 0 ? input : { ...input, wishes: { ...input.wishes, stays: new Map(stays) } };',
    replacement: 'false',
    because: 'Only saves time: without guests the wishes are the same.',
  },
];
