/** Generates small worlds. Each is drawn as small numbers and choices first, so that a failing world shrinks to a readable one. */
import * as fc from 'fast-check';
import { build } from './build.ts';
import { bookingRecipe, cancelled, codeRecipe, instant, settings } from './recipes.ts';
import { PLAIN } from './world.ts';
import type { Format, World } from './world.ts';

export interface WorldOptions {
  /** Everything was read: no failed list, and the bookings are complete. */
  readonly clean?: boolean;
  /** The lists contain every value in a known format. */
  readonly plain?: boolean;
}

const format: fc.Arbitrary<Format> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(PLAIN) },
  fc.record({
    pinsAsNumbers: fc.boolean(),
    unknownTimes: fc.boolean(),
    unknownDates: fc.constantFrom(false, false, true),
    unknownActive: fc.boolean(),
  }),
);

export function worlds({ clean = false, plain = false }: WorldOptions = {}): fc.Arbitrary<World> {
  return fc
    .record({
      nowMs: instant,
      settings,
      bookings: fc.oneof(
        { weight: 6, arbitrary: fc.array(bookingRecipe, { minLength: 1, maxLength: 7, size: 'max' }) },
        // Most bookings cancelled: too many deletes at once.
        { weight: 1, arbitrary: fc.array(bookingRecipe, { minLength: 5, maxLength: 9, size: 'max' }).map((all) => all.map(cancelled)) },
      ),
      codes: fc.array(codeRecipe, { maxLength: 12, size: 'max' }),
      complete: clean ? fc.constant(true) : fc.constantFrom(true, true, true, false),
      failed: clean ? fc.constant(0) : fc.constantFrom(0, 0, 0, 1, 2, 4),
      format: plain ? fc.constant(PLAIN) : format,
      clockStepped: fc.constantFrom(false, false, false, true),
      pinVariety: fc.constantFrom(1_000_000, 1_000_000, 10_000, 6),
      emptyList: fc.constantFrom(...Array.from({ length: 15 }, () => false), true),
    })
    .map((recipe) => build(recipe));
}
