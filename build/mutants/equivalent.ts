/** Mutants that change nothing that could be observed, each with its reason. `npm run mutants` fails for any other that survives. */

export interface Equivalent {
  readonly file: string;
  /** The line as it is in the source, without the spaces around it. */
  readonly line: string;
  /** What the mutant has instead of a part of the line. */
  readonly replacement: string;
  readonly because: string;
}

const BOOKINGS = 'shared/reconcile/bookings.ts';
const STAY = 'shared/reconcile/stay/reconcile-stay.ts';

export const EQUIVALENT: readonly Equivalent[] = [
  {
    file: 'shared/reconcile/removals/inside.ts',
    line: 'if (unitId === null || since === null) return false;',
    replacement: 'false',
    because: 'Nothing sorts after null, so no stay has begun since then.',
  },
  {
    file: 'shared/reconcile/removals/day-ledger.ts',
    line: "return this.#input.memory.remembered['live-codes'].get(SAMPLES_KEY)?.samples ?? [];",
    replacement: '["Stryker was here"]',
    because: 'A sample without a time is neither a day old nor kept.',
  },
  {
    file: 'shared/reconcile/removals/unmapped-codes.ts',
    line: 'if (onlyExtends(input) && lastDay < record.oldDay) continue;',
    replacement: 'lastDay <= record.oldDay',
    because: 'A code that ends on that day has been left alone before.',
  },
  {
    file: BOOKINGS,
    line: 'arrival: one.arrival < other.arrival ? one.arrival : other.arrival,',
    replacement: 'one.arrival <= other.arrival',
    because: 'Of two equal days, either is the same.',
  },
  {
    file: BOOKINGS,
    line: 'departure: one.departure > other.departure ? one.departure : other.departure,',
    replacement: 'one.departure >= other.departure',
    because: 'Of two equal days, either is the same.',
  },
  {
    file: STAY,
    line: 'doors: this.#stay.isDue ? this.#stay.doors.flatMap((door) => this.#doors.get(placeKey(door)) ?? []) : [],',
    replacement: '["Stryker was here"]',
    because: 'Every door of a due stay has its state by then: only the type allows that it has none.',
  },
];
