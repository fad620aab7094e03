/** The demo clouds play each variant of each open fact, and the probe names it. */
import { describe, expect, it } from 'vitest';
import { BOOKING, KEYPAD_ID, LOCK, tinySeed, withClouds } from '../../../tests/support/demo-requests.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { PLAYED_VARIANTS } from '../../../tests/support/probe-variants.ts';
import { openProbe, shownBy } from '../../../tests/support/probe-world.ts';
import type { DemoSeed } from '../../demo/seed.ts';

function seed(): DemoSeed {
  const bookings = [
    { ...BOOKING, email: 'ada@example.com' },
    { ...BOOKING, id: 90_002, arrival: '2026-12-01', departure: '2026-12-04', checkIn: null, email: 'ada@example.com', related: [500_038] },
    { ...BOOKING, id: 90_003, arrival: '2026-12-06', departure: '2026-12-08', checkIn: '09:30', guestName: '', blocked: true },
  ];
  const plain = tinySeed(bookings);
  const placeholders = [{ key: 'wifi', defaultValue: 'x', type: 2, foreignId: 500_037 }];
  const messages = [{ bookingId: 90_001, from: 'guest', text: 'Hello' }] as const;
  return { ...plain, smoobu: { ...plain.smoobu, placeholders, messages } };
}

describe('an account', () => {
  it.each(PLAYED_VARIANTS)('%s: %s with %j', (question, shows, { theKeys: locks = {}, smoobu: booking = {} }) =>
    withClouds(
      async (clouds, clock) => {
        clouds.theKeys.openDoor(LOCK, KEYPAD_ID, '0358');
        const before = clouds.theKeys.codes();
        const probe = await openProbe(clouds, clock);
        const placeholdersOf = question.startsWith('S36') ? { placeholdersOf: bookingId(90_001) } : {};
        const end = await probe.run(placeholdersOf);
        expect(shownBy(end)).toMatchObject({ [question]: shows });
        expect(clouds.theKeys.codes()).toEqual(before);
      },
      { seed: seed(), theKeysSwitches: locks, smoobuSwitches: booking },
    ),
  );
});
