/** Where the doors and codes of a claim are: whatever is known of it counts, from one source or another. */
import { expect, it } from 'vitest';
import { booking, code, DOOR, FORMER_DOOR, input, person, SECOND_DOOR, settings, wishing } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { bookingId, branded } from '../../../tests/support/ids.ts';
import type { ClaimId } from '../../domain/ids.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { Remembered } from '../../domain/memory.ts';
import { createClaimLocks } from './claim-locks.ts';

const [DOOR_LOCK, SECOND_LOCK, FORMER_LOCK] = [DOOR.lockId, SECOND_DOOR.lockId, FORMER_DOOR.lockId];
const SETTINGS = settings({ unit: { doors: [DOOR, SECOND_DOOR] } });

function locksOf(claim: ClaimId, parts: InputParts): readonly number[] {
  return [...createClaimLocks(input({ settings: SETTINGS, ...parts })).of(claim)].sort();
}
/** Of values under the key 12. */
function remembering(kind: string, value: object): InputParts {
  return { memory: { remembered: branded<Remembered>({ ...nothingRemembered(), [kind]: new Map([['12', value]]) }) } };
}

it.each<[string, InputParts, readonly number[]]>([
  ['nothing', {}, []],
  ['its booking', { bookings: [booking()] }, [DOOR_LOCK, SECOND_LOCK]],
  ['a booking of a unit without doors', { bookings: [booking({ unitId: 999 })] }, []],
  ['the booking that was looked up', { lookups: new Map([[12, { kind: 'found', booking: booking() }]]) }, [DOOR_LOCK, SECOND_LOCK]],
  ['its codes', { codes: [code({ ...FORMER_DOOR }), code({ id: 901, ...SECOND_DOOR, description: 'Smoobu#34' })] }, [FORMER_LOCK]],
  ['lists of which one failed', { codes: [code(), code({ id: 901, ...SECOND_DOOR })], failed: [DOOR_LOCK] }, [SECOND_LOCK]],
  ['a removal that waits', { memory: { waiting: new Map([['k', { bookingId: 12, lockId: 13 }]]) as never } }, [FORMER_LOCK]],
  ['what it was sent', remembering('read-back', { claimId: 12, lockId: 13 }), [FORMER_LOCK]],
  ['a memory that names no lock', remembering('let-in', { claimId: 12 }), []],
  ['a memory of another claim', remembering('read-back', { claimId: 34, lockId: 13 }), []],
  [
    'the doors where its guest was let in before',
    remembering('doors-inside', { places: ['11/KpAlpha1', '13/KpGate44'] }),
    [DOOR_LOCK, FORMER_LOCK],
  ],
  ['a former booking of which nothing is known', remembering('booked-again', { from: 34 }), []],
  ['a former booking', { ...remembering('booked-again', { from: 34 }), bookings: [booking({ id: 34 })] }, [DOOR_LOCK, SECOND_LOCK]],
])('of %s', (_, parts, expected) => {
  expect(locksOf(bookingId(12), parts)).toEqual(expected);
});

it('of a person, by the wish and by the codes', () => {
  const { id } = person();
  const parts = { wishes: wishing(person()), codes: [code({ ...FORMER_DOOR, description: `Latchkey#${id}` })] };
  expect(locksOf(id, parts)).toEqual([DOOR_LOCK, FORMER_LOCK]);
});
