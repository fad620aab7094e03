/** Three flats behind three doors and a gate, with a guest in each almost all the time, and what the guests find at the doors. */
import type { VirtualApp } from './virtual-app.ts';
import { GATEWAY, KEYPAD } from '../../../electron/demo/seed.ts';
import type { BookingInput, DemoSeed } from '../../../electron/demo/seed.ts';
import { mappingSchema } from '../../../shared/domain/mapping.ts';
import type { Mapping } from '../../../shared/domain/mapping.ts';
import { readTag } from '../../../shared/reconcile/tag.ts';
import { addDays, instantOf } from '../../../shared/time.ts';
import type { LocalDate, LocalDateTime } from '../../../shared/time.ts';

export const ZONE = 'Europe/Paris';
const GATE = 3704;
const FLATS = [
  { unitId: 501, name: 'Flat 1', lockIds: [3701] },
  { unitId: 502, name: 'Flat 2', lockIds: [3702, GATE] },
  { unitId: 503, name: 'Flat 3', lockIds: [3703, GATE] },
] as const;
const GUESTS = ['Anna Müller', 'Łukasz Żółć', 'Σοφία Παππά', 'O’Neill & Sons', 'Li Wei', 'Anna Müller', '', 'Zoë'] as const;

const keypadOf = (lockId: number): string => `Kp${String(lockId)}xyz`;

/** Booking `flat * 1000 + n`; stays of two or three nights, of which one ends and the next begins on the same day. Flat 1 has room from the third on. */
export function bookings(today: LocalDate): BookingInput[] {
  return FLATS.flatMap(({ unitId }, flat) => {
    const stays: BookingInput[] = [];
    let arrival = addDays(today, flat - 2);
    for (let number = 0; number < (flat === 0 ? 2 : 8); number += 1) {
      const departure = addDays(arrival, 2 + ((flat + number) % 2));
      const guestName = GUESTS[(flat * 3 + number) % GUESTS.length] ?? '';
      stays.push({ id: (flat + 1) * 1_000 + number, apartmentId: unitId, arrival, departure, guestName });
      arrival = departure;
    }
    return stays;
  });
}

export function seedOf(stays: readonly BookingInput[]): DemoSeed {
  return {
    smoobu: {
      credentials: { apiKey: 'usr_live_week_000000000001', apiSecret: 'd2Vlay1zZWNyZXQtMDE=' },
      account: { id: 1, firstName: 'Test', lastName: 'User', email: 'user@demo.invalid' },
      apartments: FLATS.map(({ unitId, name }) => ({ id: unitId, name, street: '', city: 'Paris', timeZone: ZONE })),
      bookings: stays,
    },
    theKeys: {
      credentials: { username: '+33600000000', password: 'the password of the week' },
      user: { id: 1, firstName: 'Test', lastName: 'User', email: 'user@demo.invalid' },
      locks: [...new Set(FLATS.flatMap(({ lockIds }) => lockIds))].map((id) => ({
        id,
        localId: `local-${String(id)}`,
        name: `Lock ${String(id)}`,
        timeZone: ZONE,
        batteryMillivolts: 7_200,
        accessories: [
          { id: id + 10_000, stringId: keypadOf(id), name: 'Keypad', type: KEYPAD },
          { id: 20_000, stringId: 'Gw1xyz', name: 'Gateway', type: GATEWAY },
        ],
      })),
      shares: [{ lockId: GATE, keypadId: keypadOf(GATE), name: 'Cleaner', code: '3958', description: 'cleaner' }],
    },
  };
}

export function mapping(): Mapping {
  return mappingSchema.parse({
    units: FLATS.map(({ unitId, name, lockIds }) => ({
      unitId,
      name,
      doors: lockIds.map((lockId) => ({ lockId, keypadId: keypadOf(lockId) })),
    })),
  });
}

/** What is wrong at the doors at this moment: guests who are staying and cannot open one, and codes that open although nobody is staying with them. */
export function atTheDoors({ clouds, nowMs }: Pick<VirtualApp, 'clouds' | 'nowMs'>): string[] {
  const wrong: string[] = [];
  const now = nowMs();
  const staying = new Set<number>();
  for (const booking of clouds.smoobu.bookings()) {
    const [fromMs, untilMs] = [
      instantOf(`${booking.arrival}T15:00` as LocalDateTime, ZONE),
      instantOf(`${booking.departure}T12:00` as LocalDateTime, ZONE),
    ];
    if (booking.type === 'cancellation' || now < fromMs || now >= untilMs) continue;
    staying.add(booking.id);
    const flat = FLATS.find(({ unitId }) => unitId === booking.apartmentId);
    for (const lockId of flat?.lockIds ?? []) {
      const own = clouds.theKeys.codes(lockId).filter((share) => tagged(share.description) === booking.id);
      if (!own.some((share) => clouds.theKeys.opens(lockId, keypadOf(lockId), share.code, now)))
        wrong.push(`guest of ${String(booking.id)} is locked out at ${String(lockId)}`);
    }
  }
  for (const share of clouds.theKeys.codes()) {
    const bookingId = tagged(share.description);
    if (bookingId === null || staying.has(bookingId)) continue;
    if (clouds.theKeys.opens(share.lockId, share.accessory.stringId, share.code, now))
      wrong.push(`code of ${String(bookingId)} opens ${String(share.lockId)} although nobody is staying`);
  }
  return wrong;
}

function tagged(description: string | null): number | null {
  const tag = readTag(description ?? '');
  return tag.kind === 'tagged' && typeof tag.claimId === 'number' ? tag.claimId : null;
}
